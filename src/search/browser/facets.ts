import type { FacetName } from '#catalog';
import { facetNames } from './facet-names.ts';
import type { FacetColumn } from './search-data.ts';
import { mapFacets, type ChosenValues } from './state.ts';

export interface FilterResult {
  /** Rows that match, in the order given. */
  rows: number[];
  /**
   * For each value of each facet (by its place) the rows that it has, or would have beside the values chosen
   * in the same facet: a facet's own filter does not count, those of the others do.
   */
  counts: Record<FacetName, number[]>;
  /** How many rows would match without the filter of a facet. */
  countsWithout: Record<FacetName, number>;
}

/** Values of one facet are alternatives, facets must all match. A chosen value that no row has matches none. */
export function filterRows(
  facets: Record<FacetName, FacetColumn>,
  rows: readonly number[],
  chosen: ChosenValues,
): FilterResult {
  const filters = mapFacets((facet) => placesOf(facets[facet], chosen[facet]));
  const result: FilterResult = {
    rows: [],
    counts: mapFacets((facet) => facets[facet].values.map(() => 0)),
    countsWithout: mapFacets(() => 0),
  };
  for (const row of rows) countRow(facets, filters, row, result);
  return result;
}

function countRow(
  facets: Record<FacetName, FacetColumn>,
  filters: Record<FacetName, ReadonlySet<number> | undefined>,
  row: number,
  { rows, counts, countsWithout }: FilterResult,
): void {
  const failing = facetNames.filter((facet) => {
    const places = filters[facet];
    return (
      places !== undefined && !placesInRow(facets[facet], row).some((place) => places.has(place))
    );
  });
  if (failing.length === 0) rows.push(row);
  for (const facet of facetNames) {
    if (!failing.every((other) => other === facet)) continue;
    countsWithout[facet] += 1;
    for (const place of placesInRow(facets[facet], row)) {
      counts[facet][place] = (counts[facet][place] ?? 0) + 1;
    }
  }
}

function placesInRow({ rows }: FacetColumn, row: number): readonly number[] {
  const places = rows[row] ?? [];
  return typeof places === 'number' ? [places] : places;
}

function placesOf(
  { values }: FacetColumn,
  chosen: readonly string[],
): ReadonlySet<number> | undefined {
  return chosen.length === 0 ? undefined : new Set(chosen.map((value) => values.indexOf(value)));
}
