import type { LearnerReport } from '#admin';
import { formatCount } from '../count.ts';

const month = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
const longMonth = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** `2026-11`: under a column in two lines, and in a table. */
export function nameMonth(name: string): PeriodName {
  const date = new Date(`${name}-01T00:00:00Z`);
  return { lines: [month.format(date), name.slice(0, 4)], long: longMonth.format(date) };
}

/** A week's Monday, `2026-11-23`. */
export function nameWeek(monday: string): PeriodName {
  const date = new Date(`${monday}T00:00:00Z`);
  return {
    lines: [String(date.getUTCDate()), month.format(date)],
    long: `Week of ${longDay.format(date)}`,
  };
}

/** What a chart of periods has no column for; undefined where that is nothing. */
export function describeOutside(
  { before, after, undated }: LearnerReport['otherActivity'],
  what: { one: string; many: string },
): string | undefined {
  const parts = [
    [before, 'earlier'],
    [after, 'later'],
    [undated, 'without a date'],
  ] as const;
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, when]) => `${formatCount(count)} ${when}`);
  if (said.length === 0) return undefined;
  const isOne = before + after + undated === 1;
  return `${isOne ? what.one : what.many} not in the chart: ${said.join(', ')}.`;
}

interface PeriodName {
  lines: [string, string];
  long: string;
}
