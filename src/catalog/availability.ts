import { beginningOf, dayMs, endOf } from './dates.ts';
import type { RunOutline } from './outline.ts';
import type { DateText } from './types.ts';
import type { Availability } from './views.ts';

type RunDates = Pick<
  RunOutline,
  'start' | 'end' | 'enrollmentStart' | 'enrollmentEnd' | 'isEnrollable' | 'storedAvailability'
>;

/** A start within so many days is "starting soon" (peers §5.6). */
export const soonDays = 60;

/**
 * State of a run at `now` (milliseconds), peers §5.6: the API's "Archived" stands, otherwise the dates decide
 * and not the stored word, which goes stale.
 */
export function availabilityOf(run: RunDates, now: number): Availability {
  if (isArchived(run, now)) return 'archived';
  if (isEnrollmentOver(run, now)) return 'closed';
  const hasBegun = hasStarted(run, now);
  if (hasBegun && canEnroll(run, now)) return 'open';
  if (hasBegun && !opensLater(run, now)) return 'closed';
  const begins = hasBegun ? run.enrollmentStart : run.start;
  const isSoon = begins !== undefined && beginningOf(begins) - now <= soonDays * dayMs;
  return isSoon ? 'soon' : 'upcoming';
}

/** Over: the API says so, or its end has passed. A run without an end is not over (peers §5.6). */
export function isArchived(run: RunDates, now: number): boolean {
  return (
    run.storedAvailability?.toLowerCase() === 'archived' ||
    (run.end !== undefined && endOf(run.end) < now)
  );
}

/**
 * Whether a learner can enroll at `now`: between the enrollment dates (peers §5.1). The stored
 * `is_enrollable` is the same rule at the time of the sync; it counts only where no date explains it.
 */
export function canEnroll(run: RunDates, now: number): boolean {
  if (isArchived(run, now) || isEnrollmentOver(run, now) || opensLater(run, now)) return false;
  return run.isEnrollable !== false || run.enrollmentStart !== undefined;
}

export function hasStarted(run: Pick<RunDates, 'start'>, now: number): boolean {
  return run.start === undefined || beginningOf(run.start) <= now;
}

/** The day on which enrollment opens, while that is to come. */
export function opensOnOf(run: RunDates, now: number): DateText | undefined {
  return opensLater(run, now) && !isArchived(run, now) ? run.enrollmentStart : undefined;
}

/** Whether enrollment is known to open at a later date. */
function opensLater(run: Pick<RunDates, 'enrollmentStart'>, now: number): boolean {
  return run.enrollmentStart !== undefined && beginningOf(run.enrollmentStart) > now;
}

function isEnrollmentOver(run: RunDates, now: number): boolean {
  return run.enrollmentEnd !== undefined && endOf(run.enrollmentEnd) < now;
}
