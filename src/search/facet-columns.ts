import type { FacetName } from '#catalog';
import { facetNames } from './browser/facet-names.ts';
import { orderValues, wordedFacets, type LabelOf } from './browser/facet-values.ts';
import { encodeRowNumbers } from './browser/row-numbers.ts';
import type { FacetHead } from './browser/search-data.ts';

/** The column of a facet: a file that all languages share. */
export interface WrittenFacet {
  facet: FacetName;
  values: string[];
  text: string;
}

/**
 * The columns of the facets, of the values that each row has in each facet. One that no row has a value of is
 * left out; one that all rows have the same value of is there for addresses that ask for it.
 */
export function createFacetColumns(
  rows: readonly Record<FacetName, string[]>[],
  labelOf: LabelOf,
): WrittenFacet[] {
  return facetNames.flatMap((facet) => {
    const valuesOfRows = rows.map((row) => row[facet]);
    const counts = new Map<string, number>();
    for (const value of valuesOfRows.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size === 0) return [];
    const values = orderValues(facet, counts, labelOf);
    const places = new Map(values.map((value, place) => [value, place]));
    const numbers = valuesOfRows.map((own) => own.map((value) => places.get(value) ?? 0));
    const head = { values, ...labelsOf(facet, values, labelOf) } satisfies FacetHead;
    return [{ facet, values, text: `${JSON.stringify(head)}\n${encodeRowNumbers(numbers)}` }];
  });
}

function labelsOf(
  facet: FacetName,
  values: readonly string[],
  labelOf: LabelOf,
): Pick<FacetHead, 'labels'> {
  if (wordedFacets.has(facet)) return {};
  const labels = values.map((value) => labelOf(facet, value));
  return labels.every((label, place) => label === values[place]) ? {} : { labels };
}
