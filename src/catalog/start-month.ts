import { beginningOf } from './dates.ts';
import type { CourseCard } from './views.ts';

/**
 * When one can begin with what is to be had: "any-time", "started" for a run that has begun and still takes
 * learners, else the month: "2027-01". Nothing for what is over or closed.
 */
export function startMonthOf(
  { availability, start }: Pick<CourseCard, 'availability' | 'start'>,
  now: number,
): string | undefined {
  if (start === undefined || availability === 'closed' || availability === 'archived')
    return undefined;
  if (start.kind === 'any-time') return 'any-time';
  return beginningOf(start.date) <= now ? 'started' : start.date.slice(0, 'yyyy-mm'.length);
}
