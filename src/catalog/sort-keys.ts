import { priceOfCard, weeksOf } from './bands.ts';
import { beginningOf, endOf } from './dates.ts';
import type { DateText } from './types.ts';
import type { CourseCard, ItemCard, SortKey, SortName } from './views.ts';

/** What is known of an item besides its card. */
export interface ItemDates {
  /** The moment to sort for, in milliseconds. */
  now: number;
  /** Milliseconds at which it was first in the catalogs. */
  firstSeen: number;
  /** When the source last changed it. */
  modified?: DateText | undefined;
  /** How many have enrolled of late; 0 where that is not known. */
  enrollments: number;
}

/** The key of an item in each order; what lacks the value has none, and stands last. */
export function sortKeysOf(card: ItemCard, dates: ItemDates): Partial<Record<SortName, SortKey>> {
  const { firstSeen, modified, enrollments } = dates;
  const weeks = weeksOf(card);
  const keys: Record<SortName, SortKey | undefined> = {
    start: card.kind === 'course' ? startKey(card, dates.now) : undefined,
    enrollBy: card.kind === 'course' ? enrollByKey(card) : undefined,
    newest: [-firstSeen],
    updated: modified === undefined ? undefined : [-beginningOf(modified)],
    popular: enrollments > 0 ? [-enrollments] : undefined,
    length: weeks === undefined ? undefined : [weeks],
    price: priceKey(card),
    title: [foldTitle(card.title)],
  };
  return Object.fromEntries(Object.entries(keys).filter(([, key]) => key !== undefined));
}

/** Numbers by size, texts by their code units, which is the same on every machine. */
export function compareSortKeys(one: SortKey, other: SortKey): number {
  for (const [place, left] of one.entries()) {
    const right = other[place];
    if (right === undefined || left > right) return 1;
    if (left < right) return -1;
  }
  return one.length - other.length;
}

/** What can be begun at once first, then by date; what is over or closed has no start that one could make. */
function startKey({ availability, start }: CourseCard, now: number): SortKey | undefined {
  if (availability === undefined || isOver(availability)) return undefined;
  if (availability === 'open') return [now];
  return start?.kind === 'date' ? [Math.max(now, beginningOf(start.date))] : undefined;
}

/** The nearest last day first. */
function enrollByKey({ availability, enrollBy }: CourseCard): SortKey | undefined {
  return enrollBy === undefined || isOver(availability) ? undefined : [endOf(enrollBy.date)];
}

/** What is included or free costs nothing; amounts of different currencies don't compare. */
function priceKey(card: ItemCard): SortKey | undefined {
  const price = priceOfCard(card);
  if (price === undefined) return undefined;
  if (price.isIncluded || price.isFree) return [0];
  const { amount } = price;
  if (amount === undefined) return undefined;
  return [1, amount.currency === 'USD' ? '' : amount.currency, amount.cents];
}

function isOver(availability: CourseCard['availability']): boolean {
  return availability === 'closed' || availability === 'archived';
}

/** Without accents, and without the signs that a title begins with. */
function foldTitle(title: string): string {
  return title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '');
}
