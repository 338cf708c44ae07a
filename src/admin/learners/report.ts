import { parseDate } from '#catalog';
import { addDays, dayOf, lastMonths, lastWeeks, monthBefore, weekOf } from './calendar.ts';
import type { LearnerRow } from './fields.ts';
import type { LearnerReport } from './report-types.ts';
import { createCourseTally, createPeriodTally, createTally } from './tallies.ts';

/**
 * All numbers and the data of all charts, in one pass over the rows. Memory grows with the number of different
 * learners and courses, not of rows. `now` is in milliseconds; days are those of UTC.
 */
export async function reportLearners(
  rows: AsyncIterable<LearnerRow>,
  options: ReportOptions,
): Promise<LearnerReport> {
  const report = createReport(options);
  for await (const row of rows) report.add(row);
  return report.finish();
}

/** The same, row by row, for a caller that does something else with them in the same pass. */
export function createReport({ now, monthCount = 24, weekCount = 26 }: ReportOptions): {
  add: (row: LearnerRow) => void;
  finish: () => LearnerReport;
} {
  const today = new Date(now).toISOString().slice(0, 10);
  const weekAgo = addDays(today, -7);
  const monthAgo = monthBefore(today);
  const months = lastMonths(today, monthCount);
  const weeks = lastWeeks(today, weekCount);

  const numbers = {
    rows: 0,
    withConsent: 0,
    withoutConsent: 0,
    enrolled: 0,
    unenrolled: 0,
    completions: 0,
    completedPastWeek: 0,
    activePastWeek: 0,
    inactivePastWeek: 0,
    inactivePastMonth: 0,
  };
  let dataAsOf: string | undefined;
  const learners = new Set<string>();
  const activeLearners = new Set<string>();
  const statuses = createTally();
  const pacings = createTally();
  const enrollments = createPeriodTally(months);
  const completions = createPeriodTally(months);
  const activity = createPeriodTally(weeks);
  const subjects = createCourseTally();
  const courses = createCourseTally();

  function add(row: LearnerRow): void {
    const hasConsent = row.is_consent_granted;
    const hasPassed = row.has_passed === true;
    numbers.rows += 1;
    const created = parseDate(row.created);
    if (created !== undefined && created > (dataAsOf ?? '')) dataAsOf = created;
    subjects.add(row.course_primary_subject, { hasConsent, hasPassed, title: null });
    courses.add(row.course_key, { hasConsent, hasPassed, title: row.course_title });
    if (hasConsent) addKnown(row, hasPassed);
    else numbers.withoutConsent += 1;
  }

  function addKnown(row: LearnerRow, hasPassed: boolean): void {
    const activeDay = dayOf(row.last_activity_date);
    numbers.withConsent += 1;
    numbers[row.unenrollment_date === null ? 'enrolled' : 'unenrolled'] += 1;
    statuses.add(row.progress_status);
    pacings.add(row.course_pacing_type);
    enrollments.add(dayOf(row.enrollment_date)?.slice(0, 7));
    activity.add(activeDay && weekOf(activeDay));
    if (hasPassed) {
      const passedDay = dayOf(row.passed_date);
      numbers.completions += 1;
      completions.add(passedDay?.slice(0, 7));
      if (passedDay !== undefined && passedDay >= weekAgo) numbers.completedPastWeek += 1;
    } else addActivity(activeDay, dayOf(row.course_end));

    const learner = row.enterprise_user_id ?? row.user_email?.toLowerCase();
    if (learner === undefined) return;
    learners.add(learner);
    if (activeDay !== undefined && activeDay >= weekAgo) activeLearners.add(learner);
  }

  /** A course without an end goes on. */
  function addActivity(activeDay: string | undefined, endDay: string | undefined): void {
    if (activeDay === undefined || (endDay !== undefined && endDay < today)) return;
    if (activeDay >= weekAgo) numbers.activePastWeek += 1;
    if (activeDay <= weekAgo) numbers.inactivePastWeek += 1;
    if (activeDay <= monthAgo) numbers.inactivePastMonth += 1;
  }

  return {
    add,
    finish: () => ({
      dataAsOf,
      ...numbers,
      learners: learners.size,
      learnersActivePastWeek: activeLearners.size,
      statuses: statuses.list(),
      pacings: pacings.list(),
      months: months.map((month) => ({
        month,
        enrollments: enrollments.countOf(month),
        completions: completions.countOf(month),
      })),
      weeks: weeks.map((week) => ({ week, rows: activity.countOf(week) })),
      otherEnrollments: enrollments.other,
      otherCompletions: completions.other,
      otherActivity: activity.other,
      subjects: subjects.list().map(({ title: _, ...tally }) => tally),
      courses: courses.list().map(({ value, ...tally }) => ({ key: value, ...tally })),
    }),
  };
}

export interface ReportOptions {
  now: number;
  monthCount?: number | undefined;
  weekCount?: number | undefined;
}
