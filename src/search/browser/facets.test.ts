import { describe, expect, test } from 'vitest';
import { filterRows } from './facets.ts';
import type { FacetColumn } from './search-data.ts';
import { mapFacets, parseState } from './state.ts';

const facets = {
  ...mapFacets((): FacetColumn => ({ values: [], labels: [], rows: [] })),
  subject: column(['art', 'data'], [0, 1, [0, 1], [], 1]),
  level: column(['easy', 'hard'], [0, 0, 1, 1, 1]),
};

describe('filterRows', () => {
  test.each([
    ['nothing chosen', '', [0, 1, 2, 3, 4], [2, 3], [2, 3]],
    ['one value', '?subject=art', [0, 2], [2, 3], [1, 1]],
    [
      'two values of a facet, either of which will do',
      '?subject=art&subject=data',
      [0, 1, 2, 4],
      [2, 3],
      [2, 2],
    ],
    ['two facets, both of which must match', '?subject=art&level=hard', [2], [1, 2], [1, 1]],
    ['a value that no row has', '?subject=gone', [], [2, 3], [0, 0]],
    ['a value that no row has beside one', '?subject=gone&subject=art', [0, 2], [2, 3], [1, 1]],
  ])('counts %s', (_, address, rows, subjects, levels) => {
    const result = filterRows(facets, [0, 1, 2, 3, 4], parseState(address).chosen);

    expect(result.rows).toEqual(rows);
    expect(result.counts.subject).toEqual(subjects);
    expect(result.counts.level).toEqual(levels);
  });

  test('promises with each count what choosing that value alone then gives', () => {
    const chosen = parseState('?level=hard').chosen;
    const { counts } = filterRows(facets, [0, 1, 2, 3, 4], chosen);

    for (const [place, value] of facets.subject.values.entries()) {
      const next = filterRows(facets, [0, 1, 2, 3, 4], { ...chosen, subject: [value] });
      expect(next.rows).toHaveLength(counts.subject[place] ?? -1);
    }
  });

  test('keeps the order of the rows that it is given, and counts those alone', () => {
    const result = filterRows(facets, [4, 2, 1], parseState('?subject=data').chosen);

    expect(result.rows).toEqual([4, 2, 1]);
    expect(result.counts.level).toEqual([1, 2]);
  });

  test('says how many rows would be there without the filter of a facet', () => {
    const { countsWithout } = filterRows(
      facets,
      [0, 1],
      parseState('?subject=art&level=hard').chosen,
    );

    expect(countsWithout).toMatchObject({ subject: 0, level: 1, partner: 0 });
  });
});

function column(values: string[], rows: (number | number[])[]): FacetColumn {
  return { values, labels: values, rows };
}
