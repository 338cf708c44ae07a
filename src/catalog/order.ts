import { beginningOf } from './dates.ts';
import type { Availability, CourseCard, ItemCard } from './views.ts';

const rank: Record<Availability, number> = {
  open: 0,
  soon: 1,
  upcoming: 2,
  closed: 3,
  archived: 4,
};

/**
 * The order of lists: what can be started first (open by title, since "any time" has no order; then by
 * start), then closed and archived courses, then those without a run. Total, so that it is always the same.
 */
export function byAvailability(one: CourseCard, other: CourseCard): number {
  return (
    rankOf(one) - rankOf(other) ||
    startTime(one) - startTime(other) ||
    compareText(one.title, other.title) ||
    compareText(one.key, other.key)
  );
}

/** Where an item stands without a query: what can be started first, then programs, then the rest. */
export function searchGroupOf(card: ItemCard): 0 | 1 | 2 {
  if (card.kind === 'program') return 1;
  return ['open', 'soon', 'upcoming'].includes(card.availability ?? '') ? 0 : 2;
}

/**
 * Code-unit order of the texts in small letters without their accents, then with them: "École" stands beside "Eco".
 * Independent of the machine's locale data.
 */
export function compareText(one: string, other: string): number {
  return (
    compareCodeUnits(withoutAccents(one), withoutAccents(other)) ||
    compareCodeUnits(one.toLowerCase(), other.toLowerCase())
  );
}

function compareCodeUnits(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

const ascii = /^[ -~]*$/;

function withoutAccents(text: string): string {
  const small = text.toLowerCase();
  return ascii.test(small) ? small : small.normalize('NFD').replaceAll(/\p{Mn}/gu, '');
}

function rankOf(card: CourseCard): number {
  return card.availability === undefined ? 5 : rank[card.availability];
}

function startTime(card: CourseCard): number {
  if (card.availability !== 'soon' && card.availability !== 'upcoming') return 0;
  return card.start?.kind === 'date' ? beginningOf(card.start.date) : 0;
}
