import type { FacetName } from '#catalog';
import { facetNames } from './facet-names.ts';
import type { FacetColumn } from './search-data.ts';
import type { ChosenValues } from './state.ts';

/** Facets by name, as many as are needed. */
export type FacetColumns = Partial<Record<FacetName, FacetColumn>>;

export interface FilterResult {
  /** Rows that match, in the order given. */
  rows: number[];
  /** How many rows would match without the filter of a facet, for each that has one. */
  countsWithout: Partial<Record<FacetName, number>>;
}

/** Values of one facet are alternatives, facets must all match. Chosen facets must be among the columns. */
export function filterRows(
  columns: FacetColumns,
  rows: Iterable<number>,
  chosen: ChosenValues,
): FilterResult {
  const filters = createFilters(columns, chosen);
  const result: FilterResult = {
    rows: [],
    countsWithout: Object.fromEntries(filters.map(({ facet }) => [facet, 0])),
  };
  const { countsWithout } = result;
  for (const row of rows) {
    const failing = filters.filter((filter) => !matches(filter, row));
    if (failing.length === 0) result.rows.push(row);
    for (const { facet } of failing.length === 0 ? filters : failing.slice(0, 1)) {
      if (failing.length <= 1) countsWithout[facet] = (countsWithout[facet] ?? 0) + 1;
    }
  }
  return result;
}

/**
 * For each value of a facet (by its place) the rows that it has, or would have beside the values chosen in the
 * same facet: a facet's own filter does not count, those of the others do.
 */
export function countValues(
  columns: FacetColumns,
  rows: Iterable<number>,
  chosen: ChosenValues,
  facets: readonly FacetName[],
): Partial<Record<FacetName, number[]>> {
  const filters = createFilters(columns, chosen);
  const counted = facets.flatMap((facet) => {
    const column = columns[facet];
    return column === undefined ? [] : { facet, column, counts: column.values.map(() => 0) };
  });
  for (const row of rows) {
    const failing = filters.filter((filter) => !matches(filter, row));
    if (failing.length > 1) continue;
    for (const { facet, column, counts } of counted) {
      if (failing.length === 1 && failing[0]?.facet !== facet) continue;
      const { starts, numbers } = column.rows;
      const end = starts[row + 1] ?? 0;
      for (let at = starts[row] ?? 0; at < end; at += 1) {
        const place = numbers[at] ?? 0;
        counts[place] = (counts[place] ?? 0) + 1;
      }
    }
  }
  return Object.fromEntries(counted.map(({ facet, counts }) => [facet, counts]));
}

interface Filter {
  facet: FacetName;
  column: FacetColumn;
  places: ReadonlySet<number>;
}

function createFilters(columns: FacetColumns, chosen: ChosenValues): Filter[] {
  return facetNames.flatMap((facet) => {
    if (chosen[facet].length === 0) return [];
    const column = columns[facet];
    if (column === undefined) throw new Error(`The facet ${facet} has not been fetched.`);
    return { facet, column, places: new Set(chosen[facet].map((v) => column.values.indexOf(v))) };
  });
}

function matches({ column: { rows }, places }: Filter, row: number): boolean {
  const end = rows.starts[row + 1] ?? 0;
  for (let at = rows.starts[row] ?? 0; at < end; at += 1) {
    if (places.has(rows.numbers[at] ?? -1)) return true;
  }
  return false;
}
