import type { OperationState } from '#admin/operations';
import { describeLead, describeProgress, describeWait, isOpen } from './lead-words.ts';

/** What a page is told of an operation while it runs: no address of a learner. */
export interface ProgressEvent {
  /** Another one means that the page has to be made anew. */
  key: string;
  isOver: boolean;
  requests: { done: number; total: number };
  words: string;
  /** Why it waits and until when; empty where it does not. */
  wait: string;
  /** To be announced; empty where nothing has to be. */
  news: string;
}

export function createProgressEvent(state: OperationState): ProgressEvent {
  const isOver = !isOpen(state);
  return {
    key: progressKeyOf(state),
    isOver,
    requests: state.requests,
    words: describeProgress(state),
    wait: describeWait(state) ?? '',
    news: isOver || state.state === 'asking' ? describeLead(state) : '',
  };
}

/** The same for all states of an operation that its page shows with the same parts. */
function progressKeyOf({ state, asking, isStopping }: OperationState): string {
  const positions = asking.map(({ position }) => position);
  return [state, ...(isStopping ? ['stopping'] : []), ...positions].join(' ');
}
