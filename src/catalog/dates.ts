import type { DateText } from './types.ts';

export const dayMs = 86_400_000;

/**
 * Reads a date as the services write it: `Z`, an offset or none (UTC), a space for the `T`, milliseconds or
 * microseconds, or a day alone (api-ground-truth §11.10). Undefined for anything else; a caller that wants
 * to tell "absent" from "bad" looks at the value.
 */
export function parseDate(value: unknown): DateText | undefined {
  if (typeof value !== 'string') return undefined;
  const match = datePattern.exec(value.trim());
  if (match === null) return undefined;
  const [, day = '', time, seconds = '00', fraction = '', zone = 'Z'] = match;
  if (!isCalendarDay(day)) return undefined;
  if (time === undefined) return day;
  const offset = zone.length === 5 && zone !== 'Z' ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  const instant = Date.parse(`${day}T${time}:${seconds}${fraction.slice(0, 4)}${offset}`);
  // An offset can lead out of the years that are written with four digits.
  if (!(instant >= firstInstant && instant <= lastInstant)) return undefined;
  return new Date(instant).toISOString();
}

/** Milliseconds at which the date begins: of a day alone, its midnight in UTC. */
export function beginningOf(date: DateText): number {
  return Date.parse(date);
}

/** Milliseconds until which the date lasts: of a day alone, the last millisecond of that day in UTC. */
export function endOf(date: DateText): number {
  return isDayAlone(date) ? Date.parse(date) + dayMs - 1 : Date.parse(date);
}

export function isDayAlone(date: DateText): boolean {
  return date.length === 10;
}

/** The earlier of the dates that are known. */
export function earlierDate(
  one: DateText | undefined,
  other: DateText | undefined,
): DateText | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return endOf(one) <= endOf(other) ? one : other;
}

const firstInstant = Date.parse('0000-01-01T00:00:00Z');
const lastInstant = Date.parse('9999-12-31T23:59:59.999Z');

const datePattern =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

function isCalendarDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
