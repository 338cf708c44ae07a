import { describe, expect, test } from 'vitest';
import { countValues, filterRows, type FacetColumns } from './facets.ts';
import { decodeRowNumbers, encodeRowNumbers } from './row-numbers.ts';
import type { FacetColumn } from './search-data.ts';
import { parseState } from './state.ts';

const columns: FacetColumns = {
  subject: column(['art', 'data'], [[0], [1], [0, 1], [], [1]]),
  level: column(['easy', 'hard'], [[0], [0], [1], [1], [1]]),
};
const all = [0, 1, 2, 3, 4];

describe('filters', () => {
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
  ])('count %s', (_, address, rows, subjects, levels) => {
    const { chosen } = parseState(address);

    expect(filterRows(columns, all, chosen).rows).toEqual(rows);
    expect(countValues(columns, all, chosen, ['subject', 'level'])).toEqual({
      subject: subjects,
      level: levels,
    });
  });

  test('promise with each count what choosing that value alone then gives', () => {
    const { chosen } = parseState('?level=hard');
    const counts = countValues(columns, all, chosen, ['subject']).subject ?? [];

    for (const [place, value] of ['art', 'data'].entries()) {
      const next = filterRows(columns, all, { ...chosen, subject: [value] });
      expect(next.rows).toHaveLength(counts[place] ?? -1);
    }
  });

  test('keep the order of the rows that they are given, and count those alone', () => {
    const { chosen } = parseState('?subject=data');

    expect(filterRows(columns, [4, 2, 1], chosen).rows).toEqual([4, 2, 1]);
    expect(countValues(columns, [4, 2, 1], chosen, ['level'])).toEqual({ level: [1, 2] });
  });

  test('say how many rows would be there without the filter of a facet', () => {
    const { chosen } = parseState('?subject=art&level=hard');

    expect(filterRows(columns, [0, 1], chosen).countsWithout).toEqual({ subject: 0, level: 1 });
    expect(filterRows(columns, all, chosen).countsWithout).toEqual({ subject: 3, level: 2 });
  });

  test('need their facets', () => {
    expect(() => filterRows({}, all, parseState('?subject=art').chosen)).toThrow('subject');
  });
});

function column(values: string[], rows: number[][]): FacetColumn {
  return {
    values,
    labels: values,
    rows: decodeRowNumbers(encodeRowNumbers(rows), rows.length),
  };
}
