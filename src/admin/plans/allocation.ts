import type { SubscriptionPlan } from './types.ts';

const keys = ['activated', 'assigned', 'unassigned'] as const;

/**
 * What the licenses of a plan are, as parts that add up to `whole`: counts that the service sends one by one
 * need not. What it doesn't account for is `other`. Percents are whole numbers that add up to 100. The revoked
 * are no part: each made a new license (peers §5.8).
 */
export function allocationOf({ licenses }: SubscriptionPlan): Allocation {
  const known = keys.map((key) => ({ key, count: Math.max(0, licenses[key]) }));
  const sum = known.reduce((total, { count }) => total + count, 0);
  const whole = Math.max(sum, licenses.total);
  const parts = whole === sum ? known : [...known, { key: 'other' as const, count: whole - sum }];
  const percents = percentsOf(
    parts.map(({ count }) => count),
    whole,
  );
  return {
    whole,
    revoked: Math.max(0, licenses.revoked),
    parts: parts.map((part, index) => ({ ...part, percent: percents[index] ?? 0 })),
  };
}

/** By largest remainders: the parts that lose most by rounding down get what is missing. */
function percentsOf(counts: number[], whole: number): number[] {
  if (whole === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count * 100) / whole);
  const missing = 100 - exact.reduce((sum, share) => sum + Math.floor(share), 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  const raised = new Set(byRemainder.slice(0, missing).map(({ index }) => index));
  return exact.map((share, index) => Math.floor(share) + (raised.has(index) ? 1 : 0));
}

export interface Allocation {
  whole: number;
  revoked: number;
  parts: {
    key: 'activated' | 'assigned' | 'unassigned' | 'other';
    count: number;
    percent: number;
  }[];
}
