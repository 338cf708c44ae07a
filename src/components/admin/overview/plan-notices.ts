import {
  expiryWarningOf,
  planStatusOf,
  seatsLeftOf,
  utilizationNoticeOf,
  type ExpiryWarning,
  type SubscriptionPlan,
} from '#admin';
import { formatCount } from '../count.ts';

/** Loudest first. */
const loudness: PlanNotice['level'][] = ['danger', 'warning', 'info', 'full', 'high'];

/**
 * What should be known of the plans at once, one notice for each plan that needs one, the loudest first; those of
 * plans that have ended come as one, last. `now` in milliseconds; `dismissed` are keys of notices.
 */
export function planNoticesOf(
  plans: readonly SubscriptionPlan[],
  { now, dismissed }: { now: number; dismissed: readonly string[] },
): PlanNotice[] {
  const notices = plans
    .flatMap((plan) => noticeOf(plan, now) ?? [])
    .filter(({ key }) => key === undefined || !dismissed.includes(key));
  return notices.toSorted(
    (one, other) => loudness.indexOf(one.level) - loudness.indexOf(other.level),
  );
}

/** The plans whose end is past, which can only be looked at. */
export function endedPlansOf(plans: readonly SubscriptionPlan[], now: number): SubscriptionPlan[] {
  return plans.filter((plan) => expiryWarningOf(plan, now)?.level === 'expired');
}

function noticeOf(plan: SubscriptionPlan, now: number): PlanNotice | undefined {
  const expiry = expiryWarningOf(plan, now);
  if (expiry?.level === 'expired') return undefined;
  const status = planStatusOf(plan, now);
  const utilization =
    status === 'inactive' || status === 'scheduled' ? undefined : utilizationNoticeOf(plan);
  const level = expiry?.level ?? utilization;
  if (level === undefined) return undefined;
  const isDismissible = expiry?.isDismissible ?? true;
  return {
    planUuid: plan.uuid,
    planTitle: plan.title ?? plan.uuid,
    level,
    key: isDismissible ? `${plan.uuid}:${level}:${utilization ?? ''}` : undefined,
    event: expiry === undefined ? describeUtilization(plan) : describeEnd(expiry),
    text: expiry === undefined ? '' : describeRest(plan, expiry),
  };
}

function describeEnd({ planDays, contractDays, isRenewed }: ExpiryWarning): string {
  if (!isRenewed) return `ends ${inDays(planDays)}`;
  return `ends ${inDays(planDays)}, with its renewal ${inDays(contractDays)}`;
}

function describeUtilization(plan: SubscriptionPlan): string {
  const { total } = plan.licenses;
  const left = seatsLeftOf(plan);
  return left === 0
    ? `has no license left of ${formatCount(total)}`
    : `has ${formatCount(left)} of ${formatCount(total)} licenses left`;
}

function describeRest(plan: SubscriptionPlan, { isRenewed }: ExpiryWarning): string {
  const { total } = plan.licenses;
  const left = seatsLeftOf(plan);
  const seats =
    left === 0
      ? `None of its ${formatCount(total)} licenses is left.`
      : `${formatCount(left)} of its ${formatCount(total)} licenses ${left === 1 ? 'is' : 'are'} not assigned.`;
  if (isRenewed || plan.daysLeftWithRenewals === undefined) return seats;
  return `${seats} No renewal is agreed.`;
}

function inDays(days: number): string {
  if (days <= 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${formatCount(days)} days`;
}

export interface PlanNotice {
  planUuid: string;
  planTitle: string;
  level: Exclude<ExpiryWarning['level'], 'expired'> | 'full' | 'high';
  /** What it is dismissed by, until something of it changes; undefined where it has to stay. */
  key: string | undefined;
  /** What follows the plan's name: "ends in 38 days". */
  event: string;
  text: string;
}
