import { renewalTimelineOf, type SubscriptionPlan, type TimelineEntry } from '#admin';
import { describePlanStatus } from './plan-status.ts';

/** A plan's renewals with what is known of the other plans; `now` in milliseconds. */
export function renewalRowsOf(
  plan: SubscriptionPlan,
  { plans, now }: { plans: readonly SubscriptionPlan[]; now: number },
): RenewalRow[] {
  const known = new Map(plans.map((each) => [each.uuid, each]));
  return renewalTimelineOf(plan, now).map((entry) => {
    const other = entry.planUuid === undefined ? undefined : known.get(entry.planUuid);
    return {
      ...entry,
      title: other?.title,
      licenses: other?.licenses.total,
      hasPage: other !== undefined && entry.kind !== 'this',
      state: stateOf(entry, other, now),
    };
  });
}

function stateOf(
  { kind }: TimelineEntry,
  plan: SubscriptionPlan | undefined,
  now: number,
): RenewalRow['state'] {
  if (kind === 'agreed') return { tone: 'waiting', words: 'Agreed' };
  if (plan !== undefined) return describePlanStatus(plan, now);
  return { tone: 'quiet', words: 'Renewed' };
}

export interface RenewalRow extends TimelineEntry {
  title: string | undefined;
  licenses: number | undefined;
  /** Whether the company's list has it, so that it has a page. */
  hasPage: boolean;
  state: ReturnType<typeof describePlanStatus>;
}
