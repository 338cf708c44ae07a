import { isRevocationCapNear, revocationsLeftOf, type SubscriptionPlan } from '#admin';
import { formatCount } from '../count.ts';

/** What a plan's cap leaves, as a sentence; `boxes` where there is something to draw. */
export function describeRevocations(plan: SubscriptionPlan): RevocationWords {
  const { revocations } = plan;
  if (revocations.kind === 'unlimited') {
    return { lead: 'This plan has no limit of revocations.', warning: undefined, boxes: undefined };
  }
  if (revocations.kind === 'unknown') {
    const lead = 'This plan limits revocations. The Enterprise API does not say how many are left.';
    return { lead, warning: undefined, boxes: undefined };
  }
  const { applied, total } = revocations;
  return {
    lead: describeCap(revocations),
    warning: isRevocationCapNear(plan) ? warningOf(revocations) : undefined,
    boxes: total > 0 ? { used: Math.min(applied, total), total } : undefined,
  };
}

/** The same in a cell of a table; empty where nobody knows. */
export function countRevocationsLeft(plan: SubscriptionPlan): string {
  const left = revocationsLeftOf(plan);
  if (left === undefined) return '';
  return left === Infinity ? 'No limit' : formatCount(Math.max(0, left));
}

function describeCap({ applied, remaining, total }: Record<CapNumber, number>): string {
  if (total <= 0 && applied <= 0) return 'This plan allows no revocations.';
  if (remaining < 0) {
    return `${formatCount(applied)} used, ${formatCount(-remaining)} more than the ${formatCount(total)} that the plan allows.`;
  }
  const left = remaining === 0 ? 'none' : formatCount(remaining);
  return `${formatCount(applied)} of ${formatCount(total)} used, ${left} left until the plan ends.`;
}

function warningOf({ remaining }: { remaining: number }): string {
  return remaining > 0 ? 'Few are left' : 'None is left';
}

type CapNumber = 'applied' | 'remaining' | 'total';

export interface RevocationWords {
  lead: string;
  /** Where so much is used that it should be said aloud. */
  warning: string | undefined;
  boxes: { used: number; total: number } | undefined;
}
