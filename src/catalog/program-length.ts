import type { Program } from './types.ts';
import type { ProgramLength } from './views.ts';

const weeksInMonth = 4;
const monthsInYear = 12;

/**
 * How long a program takes (peers §5.10): what the API says in words; else the weeks of its courses together,
 * in weeks below a month, in years from twelve months on; else the range that the API gives. The sum is there
 * only where every course says its weeks.
 */
export function programLengthOf(
  program: Pick<Program, 'courses' | 'durationOverride' | 'weeksToComplete'>,
): ProgramLength | undefined {
  const { courses, durationOverride, weeksToComplete } = program;
  if (durationOverride !== undefined) return { kind: 'stated', words: durationOverride };
  const weeks = courses.flatMap((course) => course.weeks ?? []);
  if (weeks.length > 0 && weeks.length === courses.length) {
    return sumOf(weeks.reduce((sum, next) => sum + next, 0));
  }
  return weeksToComplete === undefined ? undefined : { kind: 'range', ...weeksToComplete };
}

function sumOf(weeks: number): ProgramLength {
  if (weeks < weeksInMonth) return { kind: 'sum', weeks, count: weeks, unit: 'weeks' };
  const months = Math.round(weeks / weeksInMonth);
  if (months < monthsInYear) return { kind: 'sum', weeks, count: months, unit: 'months' };
  // Half years: "1.5 years" says more than "2 years".
  return { kind: 'sum', weeks, count: Math.round((months * 2) / monthsInYear) / 2, unit: 'years' };
}
