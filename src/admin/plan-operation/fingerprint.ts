import { createHash } from 'node:crypto';
import type { SubscriptionPlan } from '../plans/index.ts';
import type { OperationKind } from './types.ts';

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

/** Whether a plan, read again, is no longer what was confirmed. */
export function isChangedSince(
  fingerprint: string,
  plan: SubscriptionPlan,
  kind: OperationKind,
): boolean {
  return fingerprintOf(plan, kind) !== fingerprint;
}

function revocationsOf({ revocations }: SubscriptionPlan): number[] | undefined {
  return revocations.kind === 'capped' ? [revocations.applied, revocations.remaining] : undefined;
}
