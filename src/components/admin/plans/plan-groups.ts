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
export function totalSeats(
  plans: readonly SubscriptionPlan[],
  now: number,
): { plans: number; total: number; left: number } {
  const running = plans.filter((plan) => groupOf[planStatusOf(plan, now)] === 'running');
  return {
    plans: running.length,
    total: running.reduce((sum, { licenses }) => sum + licenses.total, 0),
    left: running.reduce((sum, plan) => sum + seatsLeftOf(plan), 0),
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
