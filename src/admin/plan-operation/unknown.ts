import type { ChunkProgress, PlanCounts, UnknownDecision } from './progress-types.ts';

/** After so many lost answers in a row, somebody should look why. */
const maxAttempts = 5;

/**
 * What to do with a request whose answer never came (api-ground-truth §11.7). Assigning is sent again: the
 * service knows who has a license. Revoking goes by the plan's counts before it and now: unchanged means send
 * again, all of them gone means done, anything else asks a person. Enrolling always asks: sent again, it would
 * enroll and notify twice.
 */
export function decideUnknown(
  { request, before, attempts }: ChunkProgress,
  now: PlanCounts | undefined,
): UnknownDecision {
  if (request.kind === 'enroll') return 'ask';
  if (request.kind === 'assign') return attempts < maxAttempts ? 'again' : 'ask';
  if (before === undefined || now === undefined) return 'ask';

  const size = request.kind === 'revoke' ? request.emails.length : request.expected;
  const allocated = before.activated + before.assigned - now.activated - now.assigned;
  const revoked = now.revoked - before.revoked;
  if (allocated === size && revoked === size && size > 0) return 'done';
  const isUnchanged =
    before.activated === now.activated && before.assigned === now.assigned && revoked === 0;
  return isUnchanged && attempts < maxAttempts ? 'again' : 'ask';
}
