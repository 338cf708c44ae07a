import { priceOfCard, weeksOf, type FacetName, type ItemCard } from '#catalog';
import { formatCsvText } from '#csv';
import type { Interface } from '#i18n';
import type { LabelOf } from './browser/facet-values.ts';
import type { SearchRecord } from './record.ts';

/** What the lines of a list are written with. */
export interface ListWriter {
  /** The names of the columns. */
  head: string;
  /** A record as one line, whatever its texts hold. */
  format: (record: SearchRecord) => string;
}

// Several values in one cell.
const separator = '; ';

/**
 * Lines of CSV (RFC 4180, guarded against formulas) without their ends, in words of a language: what pages show of
 * an item, dates by ISO 8601, amounts as plain numbers, nothing for what is missing. `siteUrl` is where the
 * addresses of the pages begin.
 */
export function createListWriter(ui: Interface, labelOf: LabelOf, siteUrl: string): ListWriter {
  const columns = listColumns(ui, labelOf, siteUrl);
  const join = (cells: readonly string[]): string =>
    cells.map((cell) => formatCsvText(cell.replaceAll(/\s+/g, ' ').trim())).join(',');
  return {
    head: join(columns.map(([name]) => name)),
    format: (record) => join(columns.map(([, cellOf]) => String(cellOf(record) ?? ''))),
  };
}

type Column = [name: string, cellOf: (record: SearchRecord) => string | number | undefined];

function listColumns(ui: Interface, labelOf: LabelOf, siteUrl: string): Column[] {
  const { t, path } = ui;
  const facet = (name: FacetName): Column => [
    t(`search.facet.${name}`),
    ({ facets }) => facets[name].map((value) => labelOf(name, value)).join(separator),
  ];
  return [
    [t('search.column.title'), ({ card }) => card.title],
    facet('kind'),
    [t('about.refusedKey'), ({ card }) => (card.kind === 'course' ? card.key : undefined)],
    [t('search.facet.partner'), ({ card }) => card.partners.join(separator)],
    [t('search.facet.subject'), ({ text }) => text.subjects.join(separator)],
    facet('level'),
    facet('program'),
    facet('programType'),
    facet('availability'),
    [t('fact.start'), ({ card }) => startOf(card, t('start.anyTime'))],
    [t('fact.ends'), ({ endsOn }) => dayOf(endsOn)],
    [t('fact.enrollBy'), ({ card }) => (card.kind === 'course' ? dayOf(card.enrollBy?.date) : '')],
    [t('search.column.weeks'), ({ card }) => weeksOf(card)],
    [t('search.column.hoursAtLeast'), ({ card: { effort } }) => effort?.min ?? effort?.max],
    [t('search.column.hoursAtMost'), ({ card: { effort } }) => effort?.max],
    facet('pacing'),
    [t('search.facet.price'), (record) => amountOf(record, t('search.value.included'))],
    [t('search.column.currency'), (record) => currencyOf(record)],
    facet('language'),
    facet('transcript'),
    [t('search.facet.skill'), ({ text }) => text.skills.join(separator)],
    facet('catalog'),
    [t('search.column.summary'), ({ card }) => card.summary],
    [
      t('search.column.address'),
      ({ card: { kind, slug } }) =>
        new URL(kind === 'course' ? path.course(slug) : path.program(slug), siteUrl).href,
    ],
  ];
}

function startOf(card: ItemCard, anyTime: string): string | undefined {
  if (card.kind === 'program' || card.start === undefined) return undefined;
  return card.start.kind === 'any-time' ? anyTime : dayOf(card.start.date);
}

/** The calendar day in UTC, as everywhere on a static page. */
function dayOf(date: string | undefined): string | undefined {
  return date?.slice(0, 'yyyy-mm-dd'.length);
}

/** As the facet says it, which is empty where prices are hidden; of a program what one pays at least. */
function amountOf(
  { card, facets: { price: bands } }: SearchRecord,
  included: string,
): string | number | undefined {
  const [band] = bands;
  if (band === 'included') return included;
  if (band === 'free') return 0;
  const amount = band === undefined ? undefined : priceOfCard(card)?.amount;
  return amount && amount.cents / 100;
}

function currencyOf({ card, facets }: SearchRecord): string | undefined {
  const [band] = facets.price;
  const hasAmount = band !== undefined && band !== 'included' && band !== 'free';
  return hasAmount ? priceOfCard(card)?.amount?.currency : undefined;
}
