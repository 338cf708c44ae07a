import { compareLevels, compareText, type FacetName } from '#catalog';
import type { Interface } from '#i18n';
import { facetNames } from './browser/facet-names.ts';
import type { FacetColumn } from './browser/search-data.ts';
import type { FacetLabels } from './record.ts';

const availabilities = ['open', 'soon', 'upcoming', 'closed', 'archived'] as const;

/** Facets whose values have an order of their own; the others have the most frequent value first. */
const naturalOrder: Partial<Record<FacetName, (one: string, other: string) => number>> = {
  kind: inOrder(['course', 'program', 'executive-education']),
  availability: inOrder(availabilities),
  level: compareLevels,
};

/** The columns of all facets, of the values that each row has in each facet. */
export function createFacetColumns(
  rows: readonly Record<FacetName, string[]>[],
  labelOf: (facet: FacetName, value: string) => string,
): Record<FacetName, FacetColumn> {
  const columns = facetNames.map((facet) => {
    const valuesOfRows = rows.map((row) => row[facet]);
    return [facet, createColumn(facet, valuesOfRows, (value) => labelOf(facet, value))] as const;
  });
  return Object.fromEntries(columns) as Record<FacetName, FacetColumn>;
}

/** Labels from the data come first; the interface has words for what is the same everywhere. */
export function createLabeller(
  labels: FacetLabels,
  words: Interface,
): (facet: FacetName, value: string) => string {
  const wordings: Partial<Record<FacetName, (value: string) => string>> = {
    kind: (value) => kindLabels(words)[value] ?? value,
    availability: (value) => (isAvailability(value) ? words.formatAvailability(value) : value),
    language: words.languageName,
    transcript: words.languageName,
  };
  return (facet, value) => {
    const label = labels[facet]?.[value];
    // Of what the data names, levels are few enough to have words of ours.
    if (label !== undefined) return facet === 'level' ? words.formatLevel(label) : label;
    return wordings[facet]?.(value) ?? value;
  };
}

function createColumn(
  facet: FacetName,
  valuesOfRows: readonly string[][],
  labelOf: (value: string) => string,
): FacetColumn {
  const counts = new Map<string, number>();
  for (const value of valuesOfRows.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  const inNaturalOrder = naturalOrder[facet] ?? (() => 0);
  const values = [...counts.keys()].toSorted(
    (one, other) =>
      inNaturalOrder(one, other) ||
      (counts.get(other) ?? 0) - (counts.get(one) ?? 0) ||
      compareText(labelOf(one), labelOf(other)) ||
      compareText(one, other),
  );
  const places = new Map(values.map((value, place) => [value, place]));
  const rows = valuesOfRows.map((valuesOfRow) => {
    const own = valuesOfRow.flatMap((value) => places.get(value) ?? []);
    const [first] = own;
    return own.length === 1 && first !== undefined ? first : own;
  });
  return { values, labels: values.map(labelOf), rows };
}

/** Values that are not in the list come last. */
function inOrder(order: readonly string[]): (one: string, other: string) => number {
  const placeOf = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  return (one, other) => placeOf(one) - placeOf(other);
}

function kindLabels({ t }: Interface): Record<string, string> {
  return {
    course: t('kind.course'),
    program: t('programType.none'),
    'executive-education': t('kind.executiveEducation'),
  };
}

function isAvailability(value: string): value is (typeof availabilities)[number] {
  return availabilities.some((availability) => availability === value);
}
