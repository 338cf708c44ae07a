import type { CourseCard, DateText } from '#catalog';

/** When one can begin a program: any time, from a day on, or unknown. */
export type Beginning =
  { kind: 'any-time' } | { kind: 'date'; date: DateText } | { kind: 'unknown' };

/** The earliest start among the courses that can be, or soon can be, enrolled in. */
export function beginningOfProgram(cards: readonly CourseCard[]): Beginning {
  const isAnyTime = cards.some(
    ({ availability, start }) => availability === 'open' && start?.kind === 'any-time',
  );
  if (isAnyTime) return { kind: 'any-time' };
  const dates = cards
    .filter(({ availability }) => availability === 'soon' || availability === 'upcoming')
    .flatMap(({ start }) => (start?.kind === 'date' ? [start.date] : []));
  const date = dates.toSorted((one, other) => Date.parse(one) - Date.parse(other))[0];
  return date === undefined ? { kind: 'unknown' } : { kind: 'date', date };
}
