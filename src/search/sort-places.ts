import { compareSortKeys, type SortKey, type SortName } from '#catalog';
import { sortNames } from './browser/facet-names.ts';

/** For each order that some row has a key in, the place of every row; those without a key share the last. */
export function createSortPlaces(
  rows: readonly Partial<Record<SortName, SortKey>>[],
): { sort: SortName; places: number[] }[] {
  return sortNames.flatMap((sort) => {
    const keyed = rows.flatMap((keys, row) => {
      const key = keys[sort];
      return key === undefined ? [] : [{ row, key }];
    });
    if (keyed.length === 0) return [];
    keyed.sort((one, other) => compareSortKeys(one.key, other.key));
    const places = new Map<number, number>();
    let [place, last] = [0, keyed[0]?.key ?? []];
    for (const { row, key } of keyed) {
      if (compareSortKeys(last, key) !== 0) place += 1;
      places.set(row, place);
      last = key;
    }
    return [{ sort, places: rows.map((_, row) => places.get(row) ?? place + 1) }];
  });
}
