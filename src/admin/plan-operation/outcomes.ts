import type { AddressOutcome, OutcomeDetail } from './progress-types.ts';
import type { Chunk } from './types.ts';

/** The same for every address of a request, and each of its courses. */
export function outcomesFor(
  request: Chunk,
  outcome: AddressOutcome['outcome'],
  detail: OutcomeDetail,
): AddressOutcome[] {
  if (request.kind !== 'enroll') return request.emails.map((email) => ({ email, outcome, detail }));
  return request.emails.flatMap((email) =>
    request.courseRunKeys.map((courseRunKey) => ({ email, courseRunKey, outcome, detail })),
  );
}
