import type { LearnerReport } from '#admin';
import { parseDate } from '#catalog';
import { formatCount } from '../count.ts';
import { formatShortDay, formatTimeOfDay } from '../moment.ts';

/** The few numbers of the learner summary that stand on the overview. */
export function learnerFactsOf(report: LearnerReport): LearnerFact[] {
  const { learners, learnersActivePastWeek: active, completedPastWeek, withoutConsent } = report;
  const facts = [
    { label: 'Learners', value: formatCount(learners), note: 'with an enrollment and consent' },
    { label: 'Active this week', value: formatCount(active), note: shareOf(active, learners) },
    {
      label: 'Completed this week',
      value: formatCount(completedPastWeek),
      note: `of ${formatCount(report.completions)} in all`,
    },
    {
      label: 'Consent not given',
      value: formatCount(withoutConsent),
      note: `${withoutConsent === 1 ? 'enrollment' : 'enrollments'}, progress unknown`,
    },
  ];
  const asOf = parseDate(report.dataAsOf);
  if (asOf === undefined) return facts;
  const time = Date.parse(asOf);
  const words = asOf.includes('T')
    ? `${formatTimeOfDay(time)}, learner summary`
    : 'learner summary';
  return [...facts, { label: 'Data of', value: formatShortDay(time), note: words }];
}

function shareOf(part: number, whole: number): string {
  return whole === 0 ? '' : `${String(Math.round((part / whole) * 100))} % of learners`;
}

export interface LearnerFact {
  label: string;
  value: string;
  /** Empty where there is nothing to say. */
  note: string;
}
