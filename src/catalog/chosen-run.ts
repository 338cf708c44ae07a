import { canEnroll, hasStarted, isArchived } from './availability.ts';
import { beginningOf, dayMs, endOf } from './dates.ts';
import type { RunOutline } from './outline.ts';
import { isPaidSeat } from './price.ts';

interface RunChoice<Run extends RunOutline> {
  runs: readonly Run[];
  advertisedRunUuid?: string | undefined;
  canonicalRunKey?: string | undefined;
}

/** A run that ends sooner leaves no time to upgrade (peers §5.1). */
export const upgradeMarginDays = 14;

/**
 * The run that stands for its course at `now` (peers §5.1): the advertised one; else, among those that can be
 * enrolled in, discovery's own rule: started and upgradeable, latest start; not started and upgradeable,
 * earliest start; the rest, latest start. Else the canonical run; else the newest; else none.
 *
 * An advertised run that is over gives way to one that is not: the choice was the API's at the time of the
 * sync, and a page lives longer than that.
 */
export function chooseRun<Run extends RunOutline>(
  course: RunChoice<Run>,
  now: number,
): Run | undefined {
  const advertised = course.runs.find(
    (run) => run.uuid !== undefined && run.uuid === course.advertisedRunUuid,
  );
  if (advertised !== undefined && !isArchived(advertised, now)) return advertised;
  const available = course.runs.filter((run) => isListedAsAvailable(run, now));
  return (
    bestOf(available, now) ??
    bestOf(
      course.runs.filter((run) => run.isMarketable && !isArchived(run, now)),
      now,
    ) ??
    advertised ??
    course.runs.find((run) => run.key === course.canonicalRunKey) ??
    latestStart(course.runs)
  );
}

/** Marketable, not over, and open for enrollment (peers §5.1). */
export function isListedAsAvailable(run: RunOutline, now: number): boolean {
  return run.isMarketable && canEnroll(run, now);
}

function bestOf<Run extends RunOutline>(runs: readonly Run[], now: number): Run | undefined {
  const upgradeable = runs.filter((run) => isUpgradeable(run, now));
  return (
    latestStart(upgradeable.filter((run) => hasStarted(run, now))) ??
    earliestStart(upgradeable.filter((run) => !hasStarted(run, now))) ??
    latestStart(runs)
  );
}

function isUpgradeable(run: RunOutline, now: number): boolean {
  if (run.end !== undefined && endOf(run.end) <= now + upgradeMarginDays * dayMs) return false;
  return run.seats.some(
    (seat) =>
      isPaidSeat(seat) &&
      (seat.upgradeDeadline === undefined || endOf(seat.upgradeDeadline) >= now),
  );
}

/** A run without a start counts as started and as the oldest; of equal starts the smaller key wins. */
function latestStart<Run extends RunOutline>(runs: readonly Run[]): Run | undefined {
  return runs.toSorted((one, other) => startTime(other) - startTime(one) || byKey(one, other))[0];
}

function earliestStart<Run extends RunOutline>(runs: readonly Run[]): Run | undefined {
  return runs.toSorted((one, other) => startTime(one) - startTime(other) || byKey(one, other))[0];
}

function startTime(run: RunOutline): number {
  return run.start === undefined ? 0 : beginningOf(run.start);
}

function byKey(one: RunOutline, other: RunOutline): number {
  return one.key < other.key ? -1 : 1;
}
