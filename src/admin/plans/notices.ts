import { daysLeftOf, planStatusOf } from './status.ts';
import type { SubscriptionPlan } from './types.ts';

/** From how many days on; the last that fits counts (peers §5.8). */
const expiryLevels = [
  { days: 120, level: 'info', isDismissible: true },
  { days: 60, level: 'warning', isDismissible: true },
  { days: 30, level: 'danger', isDismissible: false },
] as const;

const highUtilization = 0.75;

/** The share of what remains, above which the cap is spoken of (peers §5.8). */
const nearCapShare = 0.8;

/**
 * How loudly to say that the contract ends: by its own end, since a renewed plan goes on. Undefined where there
 * is nothing to say: far away, unknown, not begun, or switched off.
 */
export function expiryWarningOf(plan: SubscriptionPlan, now: number): ExpiryWarning | undefined {
  const days = daysLeftOf(plan, now);
  const status = planStatusOf(plan, now);
  if (days === undefined || status === 'inactive' || status === 'scheduled') return undefined;
  const isRenewed = days.contract > days.plan;
  const shared = { planDays: days.plan, contractDays: days.contract, isRenewed };
  if (days.plan < 0) return { level: 'expired', isDismissible: false, ...shared };
  const found = expiryLevels.findLast((entry) => days.contract <= entry.days);
  return found && { level: found.level, isDismissible: found.isDismissible, ...shared };
}

/** Notices at three quarters and at the end of the seats (peers §5.8). */
export function utilizationNoticeOf({ licenses }: SubscriptionPlan): 'high' | 'full' | undefined {
  const { total, unassigned } = licenses;
  if (total <= 0) return undefined;
  if (unassigned <= 0) return 'full';
  return (total - unassigned) / total >= highUtilization ? 'high' : undefined;
}

/** Seats that can be assigned, never below zero. */
export function seatsLeftOf({ licenses }: SubscriptionPlan): number {
  return Math.max(0, licenses.unassigned);
}

/**
 * How many may still be revoked: `Infinity` without a cap, perhaps below zero, undefined where the service
 * doesn't say.
 */
export function revocationsLeftOf({ revocations }: SubscriptionPlan): number | undefined {
  if (revocations.kind === 'unlimited') return Infinity;
  return revocations.kind === 'capped' ? revocations.remaining : undefined;
}

/** Whether so much of the cap is used that it should be said before anybody asks. */
export function isRevocationCapNear({ revocations }: SubscriptionPlan): boolean {
  if (revocations.kind !== 'capped') return false;
  const { applied, remaining } = revocations;
  return remaining <= 0 || applied > remaining * nearCapShare;
}

export interface ExpiryWarning {
  level: 'info' | 'warning' | 'danger' | 'expired';
  isDismissible: boolean;
  /** Whole days until the end of the plan, and of the contract with its renewals. */
  planDays: number;
  contractDays: number;
  isRenewed: boolean;
}
