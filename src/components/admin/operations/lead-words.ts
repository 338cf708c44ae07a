import type { OperationKind } from '#admin';
import type { CodeCounts } from '#admin/operation-report';
import type { OperationState, WaitReason } from '#admin/operations';
import { countOf, formatCount } from '../count.ts';
import { countEnded } from './operation-words.ts';
import { describeProblem } from './problem-words.ts';

/** What the numbers of an operation count. */
const units: Record<OperationKind, [one: string, many: string]> = {
  assign: ['address', 'addresses'],
  revoke: ['license', 'licenses'],
  enroll: ['enrollment', 'enrollments'],
};

const waits: Record<WaitReason, string> = {
  locked: 'The plan is locked by another change',
  throttled: 'The service asks for a pause, since there were too many requests',
  unreachable: 'The service does not answer',
  'no-access': 'The service refuses this site’s credentials',
  'no-answer': 'A request got no answer and may still come to its end',
};

/** How codes read after a number, in the order of a sentence. */
const codeWords = {
  assigned: 'assigned',
  'already-associated': 'held one already',
  revoked: 'revoked',
  'nothing-to-revoke': 'had none to revoke',
  accepted: 'accepted',
  'found-done': 'taken as done',
} as const;

/** The sentence under the title. Without codes, which are forgotten with the addresses, it has less to say. */
export function describeLead(state: OperationState, codes: CodeCounts = {}): string {
  const results = describeResults(state, codes);
  switch (state.state) {
    case 'waiting':
      return 'It waits until another operation on this plan is over.';
    case 'running':
      return state.isStopping
        ? 'It stops after the request in flight.'
        : 'Requests are being sent. You may close this page: it goes on without you.';
    case 'asking': {
      const requests = countOf(state.asking.length, 'request');
      return `Nobody knows what became of ${requests}. Somebody has to say.`;
    }
    case 'done':
    case 'partly':
    case 'failed':
    case 'stopped': {
      const problem = state.problem && describeProblem(state.problem);
      return [problem, results].filter(Boolean).join(' ') || describeNameless(state);
    }
  }
}

/** Whether it is not over. */
export function isOpen({ state }: Pick<OperationState, 'state'>): boolean {
  return state === 'waiting' || state === 'running' || state === 'asking';
}

/** "96 of 128 addresses done, 1 of 2 requests answered." */
export function describeProgress(state: OperationState): string {
  const done = `${formatCount(countEnded(state))} of ${countOf(state.size, ...units[state.kind])} done`;
  const { done: answered, total } = state.requests;
  return `${done}, ${formatCount(answered)} of ${countOf(total, 'request')} answered.`;
}

/** "The plan is locked by another change; trying again at 10:14:05 UTC."; undefined where it does not wait. */
export function describeWait({ wait }: Pick<OperationState, 'wait'>): string | undefined {
  if (wait === undefined) return undefined;
  const time = new Date(wait.until).toISOString().slice(11, 19);
  return `${waits[wait.reason]}; trying again at ${time} UTC.`;
}

/** An answer without names: the old form of revoking by status (api-ground-truth §6.2). */
function describeNameless({ state, kind, size }: OperationState): string {
  return state === 'done'
    ? `The service says that it is done. It was asked for ${countOf(size, ...units[kind])} and names nobody.`
    : 'Nothing was done.';
}

/** "61 assigned, 2 held one already, 1 failed."; empty where there is nothing to count. */
function describeResults({ counts }: OperationState, codes: CodeCounts): string {
  const named = Object.entries(codeWords).flatMap(([code, words]) => {
    const count = codes[code as keyof typeof codeWords] ?? 0;
    return count > 0 ? [`${formatCount(count)} ${words}`] : [];
  });
  const succeeded: [number | undefined, string][] =
    named.length > 0 ? [] : [[counts.succeeded, 'done']];
  const others = [
    ...succeeded,
    [counts.failed, 'failed'],
    [counts.unknown, 'unknown'],
    [counts.skipped, 'not sent'],
  ] as const;
  const rest = others.flatMap(([count = 0, words]) =>
    count > 0 ? [`${formatCount(count)} ${words}`] : [],
  );
  const parts = [...named, ...rest];
  return parts.length === 0 ? '' : `${parts.join(', ')}.`;
}
