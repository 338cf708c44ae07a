import { filterRows, type FacetColumns, type FilterResult } from './facets.ts';
import { findNearSubjects } from './near-subjects.ts';
import type { WaysOut } from './search-answer.ts';
import type { FacetColumn } from './search-data.ts';
import { listChosen, type ChosenValues } from './state.ts';

/** Each single thing without which a search that finds nothing would find something, the most first. */
export function findWaysOut({
  query,
  columns,
  chosen,
  found,
  total,
  countsWithout,
  subjects,
}: {
  query: string;
  columns: FacetColumns;
  chosen: ChosenValues;
  /** What the words alone find. */
  found: readonly number[];
  total: number;
  countsWithout: FilterResult['countsWithout'];
  subjects: FacetColumn | undefined;
}): WaysOut {
  const facets = [...new Set(listChosen(chosen).map(({ facet }) => facet))];
  return {
    withoutFacet: facets
      .map((facet) => ({ facet, count: countsWithout[facet] ?? 0 }))
      .filter(({ count }) => count > 0)
      .toSorted((one, other) => other.count - one.count),
    withoutFilters: facets.length > 1 ? found.length : 0,
    withoutQuery: query === '' ? 0 : filterRows(columns, Array(total).keys(), chosen).rows.length,
    subjects: subjects === undefined ? [] : findNearSubjects(subjects, { query, found, chosen }),
  };
}
