import { createHash } from 'node:crypto';
import { writeBlockOf, type SubscriptionPlan, type WriteBlock } from '../plans/index.ts';
import type { DryRun, OperationKind } from './types.ts';

/**
 * Stands for what a person saw of a plan when confirming an operation: another value is "changed since the
 * review". Holds what the review of this kind is about, and nothing that changes by itself, such as the days
 * that are left; who begins to use an assigned license does not stop an assignment.
 */
export function fingerprintOf(plan: SubscriptionPlan, kind: OperationKind): string {
  const { uuid, start, expiration, isActive, isLockedForRenewal, licenses, revocations } = plan;
  const counts = {
    assign: [licenses.unassigned, licenses.total],
    revoke: [licenses.activated, licenses.assigned, licenses.revoked, revocationsOf(plan)],
    enroll: [licenses.allocated],
  }[kind];
  const seen = [1, kind, uuid, start, expiration, isActive, isLockedForRenewal];
  const text = JSON.stringify([...seen, revocations.kind, counts]);
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/**
 * Why a confirmed operation must not begin, undefined where it may: asked with the plan as read right before the
 * first request. Between its own requests only `writeBlockOf` counts, since each of them changes the plan.
 */
export function stopReasonOf(
  review: Pick<DryRun, 'kind' | 'fingerprint'>,
  plan: SubscriptionPlan | undefined,
  now: number,
): StopReason | undefined {
  if (plan === undefined) return 'plan-gone';
  const block = writeBlockOf(plan, now);
  if (block !== undefined) return block;
  return fingerprintOf(plan, review.kind) === review.fingerprint ? undefined : 'changed';
}

function revocationsOf({ revocations }: SubscriptionPlan): number[] | undefined {
  return revocations.kind === 'capped' ? [revocations.applied, revocations.remaining] : undefined;
}

export type StopReason = WriteBlock | 'changed' | 'plan-gone';
