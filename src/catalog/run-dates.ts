import { hasStarted } from './availability.ts';
import { beginningOf, dayMs, earlierDate, endOf } from './dates.ts';
import type { RunOutline } from './outline.ts';
import type { Course, DateText, Seat } from './types.ts';
import type { EnrollBy, Start } from './views.ts';

type DatedCourse = Pick<Course, 'isExecutiveEducation' | 'externalDates'>;
type DatedRun = Pick<
  RunOutline,
  'start' | 'end' | 'enrollmentEnd' | 'pacing' | 'weeksToComplete' | 'seats'
>;

/** A self-paced run that began longer ago can be begun any day (peers §5.3). */
export const settledDays = 14;

/** From so many days on the enroll-by date is a warning (peers §5.5). */
export const enrollByWarningDays = 10;

/** The run with the dates of `additional_metadata` where executive education's run has none (peers §5.3). */
export function withExternalDates<Run extends DatedRun>(course: DatedCourse, run: Run): Run {
  const dates = course.externalDates;
  if (!course.isExecutiveEducation || dates === undefined) return run;
  return {
    ...run,
    start: run.start ?? dates.start,
    end: run.end ?? dates.end,
    enrollmentEnd: run.enrollmentEnd ?? dates.registrationDeadline,
  };
}

/**
 * When one can start (peers §5.3): a self-paced run that has begun can be started any time while there is
 * time to complete it or it has run for two weeks; otherwise the real date; without one, nothing is said of
 * an instructor-paced run.
 */
export function startOf(run: DatedRun, now: number): Start | undefined {
  if (run.pacing === 'self-paced' && hasStarted(run, now)) {
    const isSettled = run.start === undefined || now - beginningOf(run.start) > settledDays * dayMs;
    if (isSettled || hasTimeToComplete(run, now)) return { kind: 'any-time' };
  }
  return run.start === undefined ? undefined : { kind: 'date', date: run.start };
}

/**
 * The last day to enroll as it matters to a learner (peers §5.5): of executive education the end of
 * enrollment; else the earlier of that and the best seat's upgrade deadline. Undefined without one, and once
 * it has passed.
 */
export function enrollByOf(course: DatedCourse, run: DatedRun, now: number): EnrollBy | undefined {
  const date = enrollByDate(course, run);
  if (date === undefined || endOf(date) < now) return undefined;
  return { date, daysLeft: Math.floor((endOf(date) - now) / dayMs) };
}

/**
 * Until when the best seat can be had, passed or not (peers §5.5); undefined without a deadline, and of
 * executive education, where only the end of enrollment counts.
 */
export function upgradeByOf(course: DatedCourse, run: DatedRun): DateText | undefined {
  return course.isExecutiveEducation ? undefined : bestSeat(run.seats)?.upgradeDeadline;
}

function enrollByDate(course: DatedCourse, run: DatedRun): DateText | undefined {
  return earlierDate(upgradeByOf(course, run), run.enrollmentEnd);
}

/** Whole weeks from now to the end, signed, so that a run that is over has none (peers §5.3). */
function hasTimeToComplete(run: DatedRun, now: number): boolean {
  if (run.weeksToComplete === undefined || run.end === undefined) return !hasStarted(run, now);
  return run.weeksToComplete <= Math.floor((endOf(run.end) - now) / (7 * dayMs));
}

const seatOrder = [
  'verified',
  'professional',
  'no-id-professional',
  'unpaid-executive-education',
  'audit',
];

function bestSeat(seats: Seat[]): Seat | undefined {
  const rank = (seat: Seat): number => {
    const index = seatOrder.indexOf(seat.type);
    return index === -1 ? seatOrder.length : index;
  };
  return seats.toSorted((one, other) => rank(one) - rank(other))[0];
}
