import type { AddressReading } from '../addresses/index.ts';
import { revocationsLeftOf, seatsLeftOf } from '../plans/index.ts';
import { cutAssignment, cutEnrollment } from './cut-chunks.ts';
import { defaultChunkSize, finishDryRun, validOf } from './finish-dry-run.ts';
import type { Block, DryRun, DryRunContext, Warning } from './types.ts';

/** More courses than this at once are seldom meant (peers §5.8). */
const manyCourses = 7;

/**
 * What assigning would do. Every address is taken to need a seat: who has one already is known only to the
 * service.
 */
export function dryRunAssign(reading: AddressReading, context: DryRunContext): DryRun {
  const { plan, chunkSize = defaultChunkSize } = context;
  const addresses = validOf(reading);
  const before = seatsLeftOf(plan);
  const tooMany = addresses.length - before;
  const blocks: Block[] = tooMany > 0 ? [{ reason: 'too-many-addresses', remove: tooMany }] : [];
  const left = revocationsLeftOf(plan);
  return finishDryRun('assign', reading, context, {
    blocks,
    warnings: [],
    seats: { before, after: before - addresses.length },
    revocations: { before: left, after: left },
    chunks: cutAssignment(addresses, chunkSize),
    reads: 1,
  });
}

/** What a bulk enrollment would ask for. It takes no seat: a learner without a license fails later, in the job. */
export function dryRunEnroll(
  reading: AddressReading,
  courseRunKeys: readonly string[],
  context: DryRunContext,
): DryRun {
  const { plan, chunkSize = defaultChunkSize } = context;
  const emails = validOf(reading).map(({ email }) => email);
  const keys = [...new Set(courseRunKeys)];
  const seats = seatsLeftOf(plan);
  const left = revocationsLeftOf(plan);
  const warnings: Warning[] = [{ reason: 'queued-only' }];
  if (keys.length > manyCourses) {
    warnings.push({ reason: 'many-courses', count: keys.length, limit: manyCourses });
  }
  return finishDryRun('enroll', reading, context, {
    blocks: keys.length === 0 ? [{ reason: 'no-courses' }] : [],
    warnings,
    seats: { before: seats, after: seats },
    revocations: { before: left, after: left },
    chunks: cutEnrollment(emails, keys, chunkSize),
    reads: 1,
  });
}
