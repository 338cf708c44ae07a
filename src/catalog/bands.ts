import type { ItemCard, Price } from './views.ts';
import type { Money } from './types.ts';

/** A part of a scale; each end belongs to it, and one may be open. */
export interface Band {
  min?: number;
  max?: number;
}

const weekLimits = [4, 8, 12];
const hourLimits = [3, 6, 10];
const amountLimits = [100, 250, 1000];

/** "5-to-8-weeks": the band of the whole length, of a program that has a range of its longest. */
export function lengthBandOf(card: ItemCard): string | undefined {
  const weeks = weeksOf(card);
  return weeks === undefined ? undefined : `${bandOf(Math.ceil(weeks), weekLimits, 1)}-weeks`;
}

/** "4-to-6-hours": the band of what a week takes at most. */
export function effortBandOf({ effort }: ItemCard): string | undefined {
  return effort === undefined ? undefined : `${bandOf(Math.ceil(effort.max), hourLimits, 1)}-hours`;
}

/** "included", "free" or "up-to-100-usd", as a card says it; of a program with a range by the least. */
export function priceBandOf(card: ItemCard): string | undefined {
  const price = priceOfCard(card);
  if (price === undefined) return undefined;
  if (price.isIncluded) return 'included';
  if (price.isFree) return 'free';
  return price.amount === undefined ? undefined : amountBandOf(price.amount);
}

/** The ends of a band and what it is a part of, from its name. */
export function parseBand(name: string): (Band & { unit: string }) | undefined {
  const match = /^(?:up-to-(\d+)|over-(\d+)|(\d+)-to-(\d+))-([a-z]+)$/.exec(name);
  if (match === null) return undefined;
  const [, upTo, over, min, max, unit = ''] = match;
  const [from, to] = [over ?? min, upTo ?? max];
  return {
    ...(from !== undefined && { min: Number(from) }),
    ...(to !== undefined && { max: Number(to) }),
    unit,
  };
}

/** How long it takes; of a program that has a range the most. Absent where it is told in words. */
export function weeksOf(card: ItemCard): number | undefined {
  if (card.kind === 'course') return card.weeks;
  if (card.length?.kind === 'range') return card.length.max;
  return card.length?.kind === 'sum' ? card.length.weeks : undefined;
}

/** What one pays at least. */
export function priceOfCard(card: ItemCard): Price | undefined {
  if (card.kind === 'course') return card.price;
  return card.priceRange && { amount: card.priceRange.min, isFree: false, isIncluded: false };
}

function amountBandOf({ cents, currency }: Money): string {
  return `${bandOf(cents / 100, amountLimits, 0)}-${currency.toLowerCase()}`;
}

/** `step` is what lies between the end of a band and the beginning of the next one. */
function bandOf(amount: number, limits: readonly number[], step: number): string {
  const place = limits.findIndex((limit) => amount <= limit);
  if (place === -1) return `over-${limits.at(-1) ?? 0}`;
  const [limit, before] = [limits[place] ?? 0, limits[place - 1]];
  return before === undefined ? `up-to-${limit}` : `${before + step}-to-${limit}`;
}
