import { soonDays } from './availability.ts';
import { upgradeMarginDays } from './chosen-run.ts';
import { beginningOf, dayMs, endOf } from './dates.ts';
import type { CourseOutline, RunOutline } from './outline.ts';
import { enrollByWarningDays, settledDays, withExternalDates } from './run-dates.ts';

const weekMs = 7 * dayMs;

/**
 * The next moment after `now`, in milliseconds, at which a date of the course changes a word or its place in a
 * list; undefined where none will. Until then everything that the rules of this module say of it stays. It may
 * name a moment that changes nothing after all: each rule's own, whether another one overrules it or not. A new
 * rule with a date in it adds its moments here.
 */
export function nextChangeOf(
  course: Pick<CourseOutline, 'runs' | 'isExecutiveEducation' | 'externalDates'>,
  now: number,
): number | undefined {
  const moments = course.runs
    .flatMap((run) => momentsOf(withExternalDates(course, run)))
    .filter((moment) => moment > now);
  return moments.length === 0 ? undefined : moments.reduce((one, other) => Math.min(one, other));
}

function momentsOf(run: RunOutline): number[] {
  const { start, end, enrollmentStart, enrollmentEnd, weeksToComplete = 0, seats } = run;
  const upgradeDeadlines = seats.map(({ upgradeDeadline }) => upgradeDeadline);
  return [
    ...[start, enrollmentStart].flatMap((date) => {
      if (date === undefined) return [];
      const begin = beginningOf(date);
      return [begin - soonDays * dayMs, begin];
    }),
    ...(start === undefined ? [] : [beginningOf(start) + settledDays * dayMs + 1]),
    ...[end, enrollmentEnd, ...upgradeDeadlines].flatMap((date) => {
      if (date === undefined) return [];
      const last = endOf(date);
      return [last + 1, last - (enrollByWarningDays + 1) * dayMs + 1];
    }),
    ...(end === undefined
      ? []
      : [endOf(end) - upgradeMarginDays * dayMs, endOf(end) - weeksToComplete * weekMs + 1]),
  ];
}
