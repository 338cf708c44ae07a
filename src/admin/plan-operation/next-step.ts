import type { ChunkProgress } from './progress-types.ts';

/**
 * What is to be done next. One request at a time. An unknown assignment or revocation is decided before anything
 * else is sent, since what is sent changes the counts that decide; an unknown enrollment changes nothing for the
 * others, which are sent before a person is asked.
 */
export function nextStepOf(chunks: readonly ChunkProgress[]): Step {
  const sent = chunks.findIndex(({ state }) => state === 'sent');
  if (sent !== -1) return { do: 'await', index: sent };
  const unknown = chunks.findIndex(({ state }) => state === 'unknown');
  const waiting = chunks.findIndex(({ state }) => state === 'waiting');
  const isUrgent = chunks[unknown]?.request.kind !== 'enroll';
  if (unknown !== -1 && (isUrgent || waiting === -1)) {
    return { do: chunks[unknown]?.isAsking === true ? 'ask' : 'decide', index: unknown };
  }
  return waiting === -1
    ? { do: 'finish', result: resultOf(chunks) }
    : { do: 'send', index: waiting };
}

function resultOf(chunks: readonly ChunkProgress[]): OperationResult {
  // A chunk that names nobody counts by its state.
  const all = chunks.flatMap(({ state, outcomes = [] }) =>
    outcomes.length === 0
      ? [state === 'done']
      : outcomes.map(({ outcome }) => outcome === 'succeeded'),
  );
  if (all.every(Boolean)) return 'done';
  return all.some(Boolean) ? 'partly' : 'failed';
}

export type Step =
  | { do: 'send' | 'decide' | 'ask' | 'await'; index: number }
  | { do: 'finish'; result: OperationResult };

type OperationResult = 'done' | 'partly' | 'failed';
