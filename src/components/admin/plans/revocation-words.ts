import { isRevocationCapNear, revocationsLeftOf, type SubscriptionPlan } from '#admin';

/** What a plan's cap leaves, as a sentence; `boxes` where there is something to draw. */
export function describeRevocations(plan: SubscriptionPlan): RevocationWords {
  const { revocations } = plan;
  if (revocations.kind === 'unlimited') {
    return { lead: 'This plan has no limit of revocations.', isNear: false, boxes: undefined };
  }
  if (revocations.kind === 'unknown') {
    const lead = 'This plan limits revocations. The Enterprise API does not say how many are left.';
    return { lead, isNear: false, boxes: undefined };
  }
  const { applied, total } = revocations;
  return {
    lead: describeCap(revocations),
    isNear: isRevocationCapNear(plan),
    boxes: total > 0 ? { used: Math.min(applied, total), total } : undefined,
  };
}

/** The same in a cell of a table; empty where nobody knows. */
export function countRevocationsLeft(plan: SubscriptionPlan): string {
  const left = revocationsLeftOf(plan);
  if (left === undefined) return '';
  return left === Infinity ? 'No limit' : String(Math.max(0, left));
}

function describeCap({ applied, remaining, total }: Record<CapNumber, number>): string {
  if (total <= 0 && applied <= 0) return 'This plan allows no revocations.';
  if (remaining < 0) {
    return `${String(applied)} used, ${String(-remaining)} more than the ${String(total)} that the plan allows.`;
  }
  const left = remaining === 0 ? 'none' : String(remaining);
  return `${String(applied)} of ${String(total)} used, ${left} left until the plan ends.`;
}

type CapNumber = 'applied' | 'remaining' | 'total';

export interface RevocationWords {
  lead: string;
  /** Whether so much is used that it should be said aloud. */
  isNear: boolean;
  boxes: { used: number; total: number } | undefined;
}
