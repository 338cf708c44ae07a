import type { Program } from './types.ts';
import type { ProgramLength } from './views.ts';

const weeksInMonth = 4;
const monthsInYear = 12;

/**
 * How long a program takes (peers §5.10): what the API says in words; else the weeks of its courses together,
 * in weeks below a month, in years from twelve months on, and partial where a course does not say its own. The
 * range that the API gives comes last: the reference means the program by it, the service each course.
 */
export function programLengthOf(
  program: Pick<Program, 'courses' | 'durationOverride' | 'weeksToComplete'>,
): ProgramLength | undefined {
  const { courses, durationOverride, weeksToComplete } = program;
  if (durationOverride !== undefined) return { kind: 'stated', words: durationOverride };
  const weeks = courses.flatMap((course) => course.weeks ?? []);
  if (weeks.length > 0) {
    const sum = weeks.reduce((total, next) => total + next, 0);
    return { kind: 'sum', ...sumOf(sum), isPartial: weeks.length < courses.length };
  }
  return weeksToComplete === undefined ? undefined : { kind: 'range', ...weeksToComplete };
}

function sumOf(weeks: number): {
  weeks: number;
  count: number;
  unit: 'weeks' | 'months' | 'years';
} {
  if (weeks < weeksInMonth) return { weeks, count: weeks, unit: 'weeks' };
  const months = Math.round(weeks / weeksInMonth);
  if (months < monthsInYear) return { weeks, count: months, unit: 'months' };
  // Half years: "1.5 years" says more than "2 years".
  return { weeks, count: Math.round((months * 2) / monthsInYear) / 2, unit: 'years' };
}
