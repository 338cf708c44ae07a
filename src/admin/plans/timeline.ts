import { beginningOf, dayMs, endOf, type DateText } from '#catalog';
import { daysLeftOf } from './status.ts';
import type { SubscriptionPlan } from './types.ts';

/**
 * The plans that led to this one, this one, and what is agreed after it, from the first to the last. The
 * service names starts only: a plan before ends where the next one starts. A renewal to come has an end
 * and nothing else.
 */
export function renewalTimelineOf(plan: SubscriptionPlan, now: number): TimelineEntry[] {
  const starts = new Map<string, DateText | undefined>();
  for (const { fromPlan, fromStart, toPlan, toStart } of plan.priorRenewals) {
    if (fromPlan !== undefined) starts.set(fromPlan, starts.get(fromPlan) ?? fromStart);
    if (toPlan !== undefined) starts.set(toPlan, starts.get(toPlan) ?? toStart);
  }
  const own = plan.start ?? starts.get(plan.uuid);
  starts.delete(plan.uuid);

  const before = [...starts]
    .map(([planUuid, start]) => ({ planUuid, start }))
    .sort((one, other) => compareStarts(one.start, other.start));
  const entries: TimelineEntry[] = before.map(({ planUuid, start }, index) => ({
    kind: 'before',
    planUuid,
    start,
    end: before[index + 1]?.start ?? (index === before.length - 1 ? own : undefined),
  }));
  entries.push({ kind: 'this', planUuid: plan.uuid, start: own, end: plan.expiration });

  const days = daysLeftOf(plan, now);
  if (days !== undefined && days.contract > days.plan && plan.expiration !== undefined) {
    const end = endOf(plan.expiration) + (days.contract - days.plan) * dayMs;
    entries.push({
      kind: 'agreed',
      planUuid: undefined,
      start: plan.expiration,
      end: new Date(end).toISOString(),
    });
  }
  return entries;
}

/** When the company first bought this, through all renewals (peers §2.5). */
export function purchaseDateOf(plan: SubscriptionPlan, now: number): DateText | undefined {
  return renewalTimelineOf(plan, now).find(({ start }) => start !== undefined)?.start;
}

/** The unknown first: whatever it is, it was before. */
function compareStarts(one: DateText | undefined, other: DateText | undefined): number {
  if (one === undefined || other === undefined)
    return Number(one !== undefined) - Number(other !== undefined);
  return beginningOf(one) - beginningOf(other);
}

export interface TimelineEntry {
  kind: 'before' | 'this' | 'agreed';
  planUuid: string | undefined;
  start: DateText | undefined;
  end: DateText | undefined;
}
