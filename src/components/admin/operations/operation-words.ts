import type { OperationKind } from '#admin';
import type { OperationLine } from '#admin/operation-report';
import type { OperationState } from '#admin/operations';
import { countOf, formatCount } from '../count.ts';

/** What an operation is called, as a title and before the name of what it is about. */
const kinds: Record<OperationKind, { title: string; short: string }> = {
  assign: { title: 'Assign licenses', short: 'Assign' },
  revoke: { title: 'Revoke licenses', short: 'Revoke' },
  enroll: { title: 'Bulk enrollment', short: 'Bulk enrollment' },
};

const shortIdLength = 8;

export const titleOf = (kind: OperationKind): string => kinds[kind].title;

/** "Assign, Engineering 2026"; "Bulk enrollment, 2 runs". */
export function describeWhat({
  state: { kind },
  settings,
}: Pick<OperationLine, 'state' | 'settings'>): string {
  const { planTitle, courseRunKeys } = settings;
  const about = courseRunKeys === undefined ? planTitle : countOf(courseRunKeys.length, 'run');
  return `${kinds[kind].short}, ${about}`;
}

/** Where an operation is, in the few words of a list, with their tone. */
export function describeResult({ state, jobId }: Pick<OperationLine, 'state' | 'jobId'>): {
  tone: Tone;
  words: string;
} {
  switch (state.state) {
    case 'waiting':
      return { tone: 'waiting', words: 'Waits for another one' };
    case 'running':
      return describeRunning(state);
    case 'asking':
      return { tone: 'warning', words: 'Needs an answer' };
    case 'done':
      return { tone: 'good', words: describeDone(state, jobId) };
    case 'partly':
      return { tone: 'failed', words: describeCounts(state) };
    case 'failed':
      return { tone: 'failed', words: describeCounts(state) || 'Failed' };
    case 'stopped':
      return { tone: 'quiet', words: `Stopped, ${describeCounts(state) || 'nothing done'}` };
  }
}

/** The same beside a sentence that has the numbers. */
export function describeState(line: Pick<OperationLine, 'state' | 'jobId'>): {
  tone: Tone;
  words: string;
} {
  const { tone, words } = describeResult(line);
  const { kind, state, isStopping } = line.state;
  // What comes by events, numbers and waits, stands elsewhere on the page.
  if (state === 'running') return { tone: 'running', words: isStopping ? 'Stopping' : 'Running' };
  if (state === 'partly') return { tone, words: 'Partly done' };
  if (state === 'failed') return { tone, words: 'Failed' };
  if (state === 'stopped') return { tone, words: 'Stopped' };
  return { tone, words: state === 'done' && kind === 'enroll' ? 'Accepted' : words };
}

/** How many have come to an end, whatever it is. */
export function countEnded({ counts }: Pick<OperationState, 'counts'>): number {
  const { succeeded = 0, failed = 0, unknown = 0 } = counts;
  return succeeded + failed + unknown;
}

function describeRunning(state: OperationState): { tone: Tone; words: string } {
  const done = `${formatCount(countEnded(state))} of ${formatCount(state.size)}`;
  if (state.isStopping) return { tone: 'running', words: `${done}, stopping` };
  return state.wait === undefined
    ? { tone: 'running', words: `${done}, running` }
    : { tone: 'waiting', words: `${done}, waiting` };
}

function describeDone({ kind, requests }: OperationState, jobId: string | undefined): string {
  if (kind !== 'enroll') return 'Done';
  // Queued only: nobody is told when the service has enrolled them (peers §5.8).
  return jobId === undefined
    ? `Accepted, ${countOf(requests.total, 'job')}`
    : `Accepted, job ${jobId.slice(0, shortIdLength)}`;
}

/** "4 done, 1 failed"; empty where nobody is named or nothing was sent. */
function describeCounts({ counts }: Pick<OperationState, 'counts'>): string {
  const parts = [
    [counts.succeeded, 'done'],
    [counts.failed, 'failed'],
    [counts.unknown, 'unknown'],
  ] as const;
  return parts
    .flatMap(([count = 0, word]) => (count > 0 ? [`${formatCount(count)} ${word}`] : []))
    .join(', ');
}

export type Tone = 'good' | 'running' | 'waiting' | 'warning' | 'failed' | 'quiet';
