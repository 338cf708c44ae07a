import { daysLeftOf, planStatusOf, type SubscriptionPlan } from '#admin';
import { beginningOf, dayMs } from '#catalog';

type Tone = 'good' | 'waiting' | 'warning' | 'failed' | 'quiet';

/** A plan's status in words, with its tone, at `now` (milliseconds). */
export function describePlanStatus(
  plan: SubscriptionPlan,
  now: number,
): { tone: Tone; words: string } {
  const status = planStatusOf(plan, now);
  const days = daysLeftOf(plan, now);
  switch (status) {
    case 'active':
      return { tone: 'good', words: 'Active' };
    case 'expiring-soon':
      return { tone: 'warning', words: `Ends ${inDays(days?.contract)}` };
    case 'locked':
      return { tone: 'warning', words: 'Locked for renewal' };
    case 'scheduled': {
      const start = plan.start === undefined ? undefined : beginningOf(plan.start) - now;
      return { tone: 'waiting', words: `Begins ${inDays(start && Math.ceil(start / dayMs))}` };
    }
    case 'expired':
      return { tone: 'quiet', words: 'Ended' };
    case 'inactive':
      return { tone: 'quiet', words: 'Switched off' };
    case 'unknown':
      return { tone: 'quiet', words: 'Unknown' };
  }
}

function inDays(days: number | undefined): string {
  if (days === undefined) return 'soon';
  if (days <= 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${String(days)} days`;
}
