import {
  compareLevels,
  compareText,
  parseBand,
  type Availability,
  type FacetName,
  type Pacing,
} from '#catalog';
import type { Interface } from '#i18n';

/** How the values of facets are worded and ordered, for the index and for the page that shows the first ones. */

export type LabelOf = (facet: FacetName, value: string) => string;

/** Words for facet values that the data names; a value without one is shown as it is. */
export type FacetLabels = Partial<Record<FacetName, Readonly<Record<string, string>>>>;

/** Labels from the data come first; the interface has words for what is the same everywhere. */
export function createLabeller(labels: FacetLabels, words: Interface): LabelOf {
  const wordings = createWordings(words);
  return (facet, value) => {
    const label = labels[facet]?.[value];
    // Of what the data names, levels are few enough to have words of ours.
    if (label !== undefined) return facet === 'level' ? words.formatLevel(label) : label;
    return wordings[facet]?.(value) ?? value;
  };
}

/** Facets whose labels are words of the interface, and so differ between languages. */
export const wordedFacets: ReadonlySet<FacetName> = new Set([
  'kind',
  'availability',
  'level',
  'length',
  'effort',
  'price',
  'start',
  'pacing',
  'certificate',
]);

/** Facets whose values stand in an order of their own; the others have the most frequent value first. */
export const orderedFacets: ReadonlySet<FacetName> = new Set([
  'kind',
  'availability',
  'level',
  'length',
  'effort',
  'price',
  'start',
  'pacing',
]);

/** The values of a facet in their order, from the number of items that have each. */
export function orderValues(
  facet: FacetName,
  counts: ReadonlyMap<string, number>,
  labelOf: LabelOf,
): string[] {
  const inNaturalOrder = naturalOrder[facet] ?? (() => 0);
  return [...counts.keys()].toSorted(
    (one, other) =>
      inNaturalOrder(one, other) ||
      (counts.get(other) ?? 0) - (counts.get(one) ?? 0) ||
      compareText(labelOf(facet, one), labelOf(facet, other)) ||
      compareText(one, other),
  );
}

const availabilities: readonly string[] = [
  'open',
  'soon',
  'upcoming',
  'closed',
  'archived',
] satisfies Availability[];
const pacings: readonly string[] = ['self-paced', 'instructor-paced', 'mixed'] satisfies (
  Pacing | 'mixed'
)[];

const naturalOrder: Partial<Record<FacetName, (one: string, other: string) => number>> = {
  kind: inOrder(['course', 'program', 'executive-education']),
  availability: inOrder(availabilities),
  level: compareLevels,
  length: compareBands,
  effort: compareBands,
  price: (one, other) => inOrder(['included', 'free'])(one, other) || compareBands(one, other),
  start: (one, other) => inOrder(['any-time', 'started'])(one, other) || compareText(one, other),
  pacing: inOrder(pacings),
};

function createWordings(
  words: Interface,
): Partial<Record<FacetName, (value: string) => string | undefined>> {
  const { t, formatMonth } = words;
  return {
    kind: (value) => kindLabels(words)[value],
    availability: (value) => (isAvailability(value) ? words.formatAvailability(value) : undefined),
    language: words.languageName,
    transcript: words.languageName,
    length: (value) => formatBand(value, words),
    effort: (value) => formatBand(value, words),
    price: (value) => {
      if (value === 'included') return t('search.value.included');
      return value === 'free' ? t('price.free') : formatBand(value, words);
    },
    start: (value) => {
      if (value === 'any-time') return t('start.anyTime');
      return value === 'started' ? t('search.value.started') : formatMonth(value);
    },
    pacing: (value) => (isPacing(value) ? t(`pacing.${value}`) : undefined),
    certificate: () => t('search.value.certificate'),
  };
}

/** "5–8 weeks", "4–6 h/week", "$100–$250"; open ends in words. */
function formatBand(value: string, words: Interface): string | undefined {
  const band = parseBand(value);
  if (band === undefined) return undefined;
  const { min, max, unit } = band;
  const formatAmount = amountFormats[unit] ?? formatMoney;
  if (min !== undefined && max !== undefined) return formatAmount({ min, max, unit }, words);
  const amount = formatAmount({ min: min ?? max ?? 0, max: max ?? min ?? 0, unit }, words);
  return words.t(min === undefined ? 'search.value.upTo' : 'search.value.over', { amount });
}

interface Amount {
  min: number;
  /** The same where it is one amount. */
  max: number;
  unit: string;
}

const amountFormats: Record<string, (amount: Amount, words: Interface) => string> = {
  weeks: (amount, { formatWeeks }) => formatWeeks(amount) ?? '',
  hours: (amount, { t, formatEffort }) =>
    t('effort.perWeek', { effort: formatEffort(amount) ?? '' }),
};

function formatMoney({ min, max, unit }: Amount, { formatMoneyRange }: Interface): string {
  const moneyOf = (amount: number) => ({ cents: amount * 100, currency: unit.toUpperCase() });
  return formatMoneyRange({ min: moneyOf(min), max: moneyOf(max) });
}

function kindLabels({ t }: Interface): Record<string, string> {
  return {
    course: t('kind.course'),
    program: t('programType.none'),
    'executive-education': t('kind.executiveEducation'),
  };
}

/** By their ends; currencies one after the other. */
function compareBands(one: string, other: string): number {
  const [left, right] = [parseBand(one), parseBand(other)];
  if (left === undefined || right === undefined) return 0;
  return compareText(left.unit, right.unit) || (left.min ?? 0) - (right.min ?? 0);
}

/** Values that are not in the list come last. */
function inOrder(order: readonly string[]): (one: string, other: string) => number {
  const placeOf = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  return (one, other) => placeOf(one) - placeOf(other);
}

function isAvailability(value: string): value is Availability {
  return availabilities.includes(value);
}

function isPacing(value: string): value is Pacing | 'mixed' {
  return pacings.includes(value);
}
