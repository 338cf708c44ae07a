import { allocationOf, type Allocation, type SubscriptionPlan } from '#admin';

type PartKey = Allocation['parts'][number]['key'];

/** The parts of a plan's licenses with their words, and their places in a bar in percent of its length. */
export function layOutAllocation(plan: SubscriptionPlan): AllocationBar {
  const { whole, revoked, parts } = allocationOf(plan);
  let before = 0;
  return {
    whole,
    revoked,
    parts: parts.map(({ key, count, percent }) => {
      const from = placeOf(before, whole);
      before += count;
      return { key, count, percent, ...wordsOf[key], from, length: placeOf(before, whole) - from };
    }),
  };
}

function placeOf(count: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((count / whole) * 100_000) / 1000;
}

const wordsOf: Record<PartKey, { name: string; meaning: string }> = {
  activated: { name: 'Activated', meaning: 'The learner accepted it' },
  assigned: { name: 'Assigned', meaning: 'Invited, not yet accepted' },
  unassigned: { name: 'Unassigned', meaning: 'Can be assigned' },
  other: {
    name: 'Not accounted for',
    meaning: 'Part of the total, in no state that the API names',
  },
};

interface AllocationBar {
  whole: number;
  revoked: number;
  parts: {
    key: PartKey;
    name: string;
    meaning: string;
    count: number;
    percent: number;
    from: number;
    length: number;
  }[];
}
