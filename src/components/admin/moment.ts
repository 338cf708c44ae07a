const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });

/** "10:14 UTC", of milliseconds since 1970. */
export function formatTimeOfDay(time: number): string {
  return `${new Date(time).toISOString().slice(11, 16)} UTC`;
}

/** "23 Nov 2026", in UTC. */
export function formatShortDay(time: number): string {
  return day.format(time);
}

/** "23 Nov 2026, 10:14 UTC". */
export function formatMoment(time: number): string {
  return `${formatShortDay(time)}, ${formatTimeOfDay(time)}`;
}

/** "Monday, 23 November 2026", in UTC. */
export function formatLongDay(time: number): string {
  return longDay.format(time);
}
