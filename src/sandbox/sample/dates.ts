const dayMs = 24 * 60 * 60 * 1000;

/** The beginning of the day (UTC) that all dates of a sample count from. */
export function floorToDay(now: Date): Date {
  return new Date(Math.floor(now.getTime() / dayMs) * dayMs);
}

/** `days` after `today`, at a time such as `15:00:00`, in the API's form without fractions. */
export function formatDay(today: Date, days: number, time = '00:00:00'): string {
  const day = new Date(today.getTime() + days * dayMs).toISOString().slice(0, 10);
  return `${day}T${time}Z`;
}

/** A moment as the service stamps its changes: with microseconds. */
export function formatTimestamp(today: Date, days: number, fraction: number): string {
  return formatDay(today, days, '07:12:45').replace('Z', `.${String(fraction).padStart(6, '0')}Z`);
}
