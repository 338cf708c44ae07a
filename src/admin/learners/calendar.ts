import { dayMs, parseDate } from '#catalog';

/** `2026-11-23`, in UTC; undefined for what is no date. */
export function dayOf(date: string | null): string | undefined {
  return parseDate(date)?.slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** The same day a month before, or the last of that month. */
export function monthBefore(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 2, Math.min(date, lastOfMonth)))
    .toISOString()
    .slice(0, 10);
}

/** Weeks are named by their Monday. */
export function weekOf(day: string): string {
  const dayNumber = Date.parse(day) / dayMs;
  // 1970-01-01 was a Thursday.
  return addDays(day, -((((dayNumber + 3) % 7) + 7) % 7));
}

/** `count` months up to and with that of `day`, the oldest first: `2026-11`. */
export function lastMonths(day: string, count: number): string[] {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - count + index, 1)).toISOString().slice(0, 7),
  );
}

export function lastWeeks(day: string, count: number): string[] {
  const last = weekOf(day);
  return Array.from({ length: count }, (_, index) => addDays(last, (index - count + 1) * 7));
}
