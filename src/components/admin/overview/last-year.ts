import type { LearnerReport } from '#admin';

const monthCount = 12;

type Months = Pick<LearnerReport, 'months' | 'otherEnrollments' | 'otherCompletions'>;

/** The last twelve months of a report; what is left out counts as earlier. */
export function lastYearOf({ months, otherEnrollments, otherCompletions }: Months): Months {
  const earlier = months.slice(0, -monthCount);
  const countEarlier = (kind: 'enrollments' | 'completions'): number =>
    earlier.reduce((sum, month) => sum + month[kind], 0);
  return {
    months: months.slice(-monthCount),
    otherEnrollments: {
      ...otherEnrollments,
      before: otherEnrollments.before + countEarlier('enrollments'),
    },
    otherCompletions: {
      ...otherCompletions,
      before: otherCompletions.before + countEarlier('completions'),
    },
  };
}
