import { beginningOf, compareText, dayMs, endOf } from '#catalog';
import type { SubscriptionPlan } from './types.ts';

/** What makes a plan "expiring soon": from here on a warning can't be taken for a note (peers §5.8). */
const soonDays = 60;

const order: PlanStatus[] = [
  'active',
  'expiring-soon',
  'locked',
  'scheduled',
  'unknown',
  'expired',
  'inactive',
];

/**
 * The one word for a plan at `now` (milliseconds), the first that fits: switched off, after its end, before its
 * start, locked while a renewal is made, near its end without a renewal, active. A plan whose dates and days
 * are missing is of unknown status.
 */
export function planStatusOf(plan: SubscriptionPlan, now: number): PlanStatus {
  if (plan.isActive === false) return 'inactive';
  const days = daysLeftOf(plan, now);
  if (days !== undefined && days.plan < 0) return 'expired';
  if (plan.start !== undefined && now < beginningOf(plan.start)) return 'scheduled';
  if (plan.isLockedForRenewal) return 'locked';
  if (days === undefined) return 'unknown';
  return days.contract <= soonDays ? 'expiring-soon' : 'active';
}

/**
 * Whole days until the plan's end, and until that of the contract, which is later where a renewal is agreed
 * (peers §5.8). Rounded down, so negative from the end on. Counted at `now` where the end is known, since what
 * the service counted is as old as its answer. Undefined where nothing says it.
 */
export function daysLeftOf(
  { expiration, daysLeft, daysLeftWithRenewals }: SubscriptionPlan,
  now: number,
): { plan: number; contract: number } | undefined {
  const counted =
    expiration === undefined ? undefined : Math.floor((endOf(expiration) - now) / dayMs);
  const plan = counted ?? daysLeft;
  if (plan === undefined) return undefined;
  const renewalDays = (daysLeftWithRenewals ?? 0) - (daysLeft ?? 0);
  const isRenewed = daysLeft !== undefined && daysLeftWithRenewals !== undefined && renewalDays > 0;
  return { plan, contract: isRenewed ? plan + renewalDays : plan };
}

/** What stops every change of a plan, undefined where nothing does (peers §5.8). */
export function writeBlockOf(plan: SubscriptionPlan, now: number): WriteBlock | undefined {
  const status = planStatusOf(plan, now);
  if (status === 'inactive' || status === 'expired') return status;
  return plan.isLockedForRenewal ? 'locked' : undefined;
}

/** Active, then scheduled, then ended; by end, then by title (peers §2.5). */
export function comparePlans(one: SubscriptionPlan, other: SubscriptionPlan, now: number): number {
  return (
    rankOf(one, now) - rankOf(other, now) ||
    endTimeOf(one) - endTimeOf(other) ||
    compareText(one.title ?? '', other.title ?? '') ||
    compareText(one.uuid, other.uuid)
  );
}

/** What is running makes one group. */
function rankOf(plan: SubscriptionPlan, now: number): number {
  const rank = order.indexOf(planStatusOf(plan, now));
  return Math.max(rank, order.indexOf('locked'));
}

function endTimeOf({ expiration }: SubscriptionPlan): number {
  return expiration === undefined ? Number.MAX_SAFE_INTEGER : endOf(expiration);
}

export type PlanStatus =
  'active' | 'expiring-soon' | 'locked' | 'scheduled' | 'expired' | 'inactive' | 'unknown';

export type WriteBlock = 'expired' | 'inactive' | 'locked';
