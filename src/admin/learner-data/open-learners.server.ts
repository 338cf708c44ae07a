import type { LearnerData, LearnerDataState } from './create-learner-data.server.ts';
import type { LearnerSet } from './learner-set.server.ts';

/** The rows of a page that comes straight from the API. */
const firstPageSize = 50;

/** So many requests are made without a question. */
const smallLoad = 5;

/** A page waits so long for a small load; then it shows how far that is. */
const patienceMs = 5000;

/** After a failure nothing is tried again by itself for so long. */
const pauseMs = 60_000;

/** What there is to show at a moment. */
export interface LearnerOpening {
  /** The rows that there are, old or not. */
  set: LearnerSet | undefined;
  state: LearnerDataState;
  /** Where nothing is loaded: how many rows there are, and how many requests all of them take. */
  question: { rows: number; requests: number } | undefined;
}

export async function openLearners(
  data: LearnerData,
  { now, signal }: { now: number; signal: AbortSignal },
): Promise<LearnerOpening> {
  const state = data.state();
  if (data.current() !== undefined) {
    if (mayRenew(state, now)) startLoad(data);
    return { set: data.current(), state: data.state(), question: undefined };
  }
  if (state.kind === 'empty') {
    const { count, requestsForAll } = await data.readFirstPage({ pageSize: firstPageSize, signal });
    if (requestsForAll > smallLoad) {
      return {
        set: undefined,
        state: data.state(),
        question: { rows: count, requests: requestsForAll },
      };
    }
    startLoad(data);
  }
  await waitForSmallLoad(data, signal);
  return { set: data.current(), state: data.state(), question: undefined };
}

function mayRenew(state: LearnerDataState, now: number): boolean {
  if (state.kind === 'ready') return state.isOld;
  if (state.kind !== 'failed') return false;
  return state.previous?.isOld === true && now - state.at > pauseMs;
}

/** What becomes of it is in the state. */
function startLoad(data: LearnerData): void {
  data.load().catch(() => undefined);
}

async function waitForSmallLoad(data: LearnerData, signal: AbortSignal): Promise<void> {
  const state = data.state();
  if (state.kind !== 'loading' || state.requests === undefined || state.requests > smallLoad) {
    return;
  }
  const ends = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
  await data.load({ signal: ends }).catch(() => undefined);
}
