import type { AddressReading } from '../addresses/index.ts';
import {
  planStatusOf,
  revocationsLeftOf,
  seatsLeftOf,
  writeBlockOf,
  type SubscriptionPlan,
} from '../plans/index.ts';
import { cutAssignment, cutEnrollment, cutRevocation } from './cut-chunks.ts';
import { fingerprintOf } from './fingerprint.ts';
import type {
  Block,
  Chunk,
  DryRun,
  DryRunContext,
  OperationKind,
  RevocableStatus,
  Warning,
} from './types.ts';

/**
 * Addresses in one request. The service sets no limit (api-ground-truth §6.1); what a lost answer leaves unknown
 * should be few, and a request short.
 */
const defaultChunkSize = 100;

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
  return finish('assign', reading, context, {
    blocks,
    warnings: [],
    seats: { before, after: before - addresses.length },
    revocations: { before: left, after: left },
    chunks: cutAssignment(addresses, chunkSize),
    reads: 1,
  });
}

/**
 * What revoking would do, at most: an address without a license changes nothing, and only licenses in use count
 * against the cap, so more addresses than what is left may still go through. With a cap, the plan is read
 * before each request, and requests become smaller as less is left.
 */
export function dryRunRevoke(reading: AddressReading, context: DryRunContext): DryRun {
  const { plan, chunkSize = defaultChunkSize } = context;
  const emails = validOf(reading).map(({ email }) => email);
  const before = revocationsLeftOf(plan);
  const seats = seatsLeftOf(plan);
  const blocks: Block[] =
    before !== undefined && before <= 0 ? [{ reason: 'no-revocations-left' }] : [];
  const warnings: Warning[] = [{ reason: 'cannot-be-undone' }];
  if (before === undefined) warnings.push({ reason: 'cap-unknown' });
  else if (before > 0 && emails.length > before) {
    const addresses = emails.length;
    warnings.push({ reason: 'revocations-may-run-out', left: before, addresses });
  }
  const chunks = cutRevocation(emails, { size: chunkSize, remaining: before ?? 1 });
  return finish('revoke', reading, context, {
    blocks,
    warnings,
    // Each revoked license makes a new one (peers §5.8); there are no more to revoke than are given out.
    seats: { before: seats, after: seats + Math.min(emails.length, revocable(plan)) },
    revocations: {
      before,
      after:
        before === undefined ? undefined : Math.max(Math.min(before, 0), before - emails.length),
    },
    chunks,
    // Also without a cap: an answer that gets lost is told from the counts before it.
    reads: 1 + chunks.length,
  });
}

/**
 * What revoking every license of these statuses would do, going by the plan's counts. One request, which the
 * service refuses as a whole if it is more than the cap leaves (peers §5.8).
 */
export function dryRunRevokeByStatus(
  statuses: readonly RevocableStatus[],
  context: DryRunContext,
): DryRun {
  const { plan } = context;
  const chosen = [...new Set(statuses)];
  const expected = chosen.reduce((sum, status) => sum + plan.licenses[status], 0);
  const before = revocationsLeftOf(plan);
  const seats = seatsLeftOf(plan);
  const blocks: Block[] = [];
  if (expected === 0) blocks.push({ reason: 'no-licenses' });
  else if (before !== undefined && before <= 0) blocks.push({ reason: 'no-revocations-left' });
  else if (before !== undefined && expected > before) {
    blocks.push({ reason: 'too-many-for-cap', left: before, licenses: expected });
  }
  const used = chosen.includes('activated') ? plan.licenses.activated : 0;
  const reading = { counts: { valid: expected, invalid: 0, duplicate: 0, overLimit: 0 } };
  return finish('revoke', reading, context, {
    blocks,
    warnings: [
      { reason: 'cannot-be-undone' },
      ...(before === undefined ? [{ reason: 'cap-unknown' as const }] : []),
    ],
    seats: { before: seats, after: seats + expected },
    revocations: { before, after: before === undefined ? undefined : before - used },
    chunks: [{ kind: 'revoke-by-status', emails: [], statuses: chosen, expected }],
    reads: 2,
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
  return finish('enroll', reading, context, {
    blocks: keys.length === 0 ? [{ reason: 'no-courses' }] : [],
    warnings,
    seats: { before: seats, after: seats },
    revocations: { before: left, after: left },
    chunks: cutEnrollment(emails, keys, chunkSize),
    reads: 1,
  });
}

function finish(
  kind: OperationKind,
  { counts }: Pick<AddressReading, 'counts'>,
  { plan, now }: DryRunContext,
  found: Omit<DryRun, 'kind' | 'counts' | 'fingerprint' | 'requests'> & { reads: number },
): DryRun {
  const { blocks, warnings, chunks, reads, ...effect } = found;
  const planBlock = writeBlockOf(plan, now);
  const isByStatus = chunks.some((chunk) => chunk.kind === 'revoke-by-status');
  const allBlocks: Block[] = [
    ...(planBlock === undefined ? [] : [{ reason: planBlock }]),
    ...(counts.valid === 0 && !isByStatus ? [{ reason: 'no-addresses' as const }] : []),
    ...(counts.overLimit > 0 ? [{ reason: 'over-limit' as const, remove: counts.overLimit }] : []),
    ...blocks,
  ];
  const isScheduled = planStatusOf(plan, now) === 'scheduled';
  const allWarnings: Warning[] = [
    ...(isScheduled ? [{ reason: 'not-started' as const }] : []),
    ...(counts.invalid > 0 ? [{ reason: 'left-out' as const }] : []),
    ...warnings,
  ];
  const ownChunks: Chunk[] = allBlocks.length > 0 ? [] : chunks;
  return {
    kind,
    counts,
    blocks: allBlocks,
    warnings: allWarnings,
    ...effect,
    chunks: ownChunks,
    requests: ownChunks.length === 0 ? { reads: 0, writes: 0 } : { reads, writes: chunks.length },
    fingerprint: fingerprintOf(plan, kind),
  };
}

function validOf({ entries }: AddressReading) {
  return entries.filter((entry) => entry.class === 'valid');
}

function revocable({ licenses }: SubscriptionPlan): number {
  return licenses.activated + licenses.assigned;
}
