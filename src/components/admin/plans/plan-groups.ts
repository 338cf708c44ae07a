import { planStatusOf, seatsLeftOf, type PlanStatus, type SubscriptionPlan } from '#admin';

export type PlanGroup = 'running' | 'scheduled' | 'undated' | 'ended';

/** Plans under what they have in common, in the order in which they came; empty groups are left out. */
export function groupPlans(
  plans: readonly SubscriptionPlan[],
  now: number,
): { group: PlanGroup; plans: SubscriptionPlan[] }[] {
  const groups = Map.groupBy(plans, (plan) => groupOf[planStatusOf(plan, now)]);
  return [...groups].map(([group, members]) => ({ group, plans: members }));
}

/** Licenses of the plans that run now. */
export function totalSeats(plans: readonly SubscriptionPlan[], now: number): SeatTotals {
  const running = plans.filter((plan) => groupOf[planStatusOf(plan, now)] === 'running');
  const sumOf = (count: (plan: SubscriptionPlan) => number): number =>
    running.reduce((sum, plan) => sum + count(plan), 0);
  return {
    plans: running.length,
    total: sumOf(({ licenses }) => licenses.total),
    left: sumOf(seatsLeftOf),
    assigned: sumOf(({ licenses }) => licenses.assigned),
    activated: sumOf(({ licenses }) => licenses.activated),
  };
}

const groupOf: Record<PlanStatus, PlanGroup> = {
  active: 'running',
  'expiring-soon': 'running',
  locked: 'running',
  scheduled: 'scheduled',
  unknown: 'undated',
  expired: 'ended',
  inactive: 'ended',
};

export interface SeatTotals {
  /** How many plans these are the licenses of. */
  plans: number;
  total: number;
  left: number;
  assigned: number;
  activated: number;
}
