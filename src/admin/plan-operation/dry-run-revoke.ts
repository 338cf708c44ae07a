import type { RevocableStatus } from '#enterprise-api';
import type { AddressReading } from '../addresses/index.ts';
import { revocationsLeftOf, seatsLeftOf, type SubscriptionPlan } from '../plans/index.ts';
import { cutRevocation } from './cut-chunks.ts';
import { defaultChunkSize, finishDryRun, validOf } from './finish-dry-run.ts';
import type { Block, DryRun, DryRunContext, Warning } from './types.ts';

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
  return finishDryRun('revoke', reading, context, {
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
  return finishDryRun('revoke', reading, context, {
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

function revocable({ licenses }: SubscriptionPlan): number {
  return licenses.activated + licenses.assigned;
}
