import { outcomesFor } from './outcomes.ts';
import type {
  ChunkAnswer,
  ChunkProgress,
  ChunkState,
  OutcomeDetail,
  PlanCounts,
} from './progress-types.ts';
import type { Chunk } from './types.ts';

/** An operation's requests before anything is sent. */
export function startProgress(chunks: readonly Chunk[]): ChunkProgress[] {
  return chunks.map((request) => ({ request, state: 'waiting', attempts: 0 }));
}

/**
 * To be written down before the request goes out.
 * @throws unless it waits to be sent: what is `unknown` first needs a decision
 */
export function sendChunk(chunk: ChunkProgress, before?: PlanCounts): ChunkProgress {
  requireState(chunk, 'waiting');
  const { request, attempts } = chunk;
  return { request, state: 'sent', attempts: attempts + 1, ...(before && { before }) };
}

/** @throws unless the chunk was sent */
export function answerChunk(chunk: ChunkProgress, answer: ChunkAnswer): ChunkProgress {
  requireState(chunk, 'sent');
  if (answer.kind === 'answered') return { ...chunk, state: 'done', outcomes: answer.outcomes };
  if (answer.kind === 'postponed') {
    return { request: chunk.request, state: 'waiting', attempts: chunk.attempts - 1 };
  }
  if (answer.kind === 'lost') return { ...chunk, state: 'unknown' };
  const { detail } = answer;
  // Sent before, with an answer that got lost, it may have been done then.
  const outcomes = outcomesFor(chunk.request, chunk.attempts > 1 ? 'unknown' : 'failed', detail);
  return { ...chunk, state: 'failed', detail, outcomes };
}

/** At the start of a server, for every chunk: an answer that nobody read is lost. */
export function recoverChunk(chunk: ChunkProgress): ChunkProgress {
  return chunk.state === 'sent' ? { ...chunk, state: 'unknown' } : chunk;
}

/**
 * What was decided about an unknown outcome, by `decideUnknown` or by a person.
 * @throws unless the outcome is unknown
 */
export function resolveChunk(
  chunk: ChunkProgress,
  decision: 'again' | 'done' | 'ask' | 'give-up',
): ChunkProgress {
  requireState(chunk, 'unknown');
  const { request, attempts } = chunk;
  if (decision === 'ask') return { ...chunk, isAsking: true };
  if (decision === 'again') return { request, state: 'waiting', attempts };
  const isDone = decision === 'done';
  const detail: OutcomeDetail = { code: isDone ? 'found-done' : 'given-up' };
  const outcomes = outcomesFor(request, isDone ? 'succeeded' : 'unknown', detail);
  return { request, attempts, state: isDone ? 'done' : 'failed', detail, outcomes };
}

/** Ends a chunk that was not sent, such as one for which nothing is left of the cap. */
export function failChunk(chunk: ChunkProgress, code: 'no-revocations-left'): ChunkProgress {
  requireState(chunk, 'waiting');
  const detail: OutcomeDetail = { code };
  return {
    ...chunk,
    state: 'failed',
    detail,
    outcomes: outcomesFor(chunk.request, 'failed', detail),
  };
}

/** A revocation that has become too large for what the cap leaves, as two; no address gets lost. */
export function splitChunk(chunk: ChunkProgress, size: number): ChunkProgress[] {
  requireState(chunk, 'waiting');
  const { request } = chunk;
  if (request.kind !== 'revoke' || request.emails.length <= size) return [chunk];
  const [first, rest] = [request.emails.slice(0, size), request.emails.slice(size)];
  return [
    { ...chunk, request: { kind: 'revoke', emails: first } },
    { request: { kind: 'revoke', emails: rest }, state: 'waiting', attempts: 0 },
  ];
}

/** Guards what must not be sent twice against a caller that does things in another order. */
function requireState(chunk: ChunkProgress, state: ChunkState): void {
  if (chunk.state !== state) {
    throw new Error(`A chunk that is ${chunk.state} is not ${state}: read the operation again.`);
  }
}
