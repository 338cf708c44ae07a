import { expect, test } from 'vitest';
import { decodeNumbers, decodeRowNumbers, encodeNumbers, encodeRowNumbers } from './row-numbers.ts';

const edges = [0, 1, 43, 44, 45, 87, 88, 1935, 1936, 85_183, 85_184, 1_000_000];

test('numbers of any size survive', () => {
  expect([...decodeNumbers(encodeNumbers(edges))]).toEqual(edges);
  expect([...decodeNumbers('')]).toEqual([]);
});

test.each([
  [[[]]],
  [[[], [1, 2], [], [44, 9000], []]],
  [edges.map((edge) => [edge])],
  [[edges, edges]],
])('rows of numbers survive: %j', (rows) => {
  const { starts, numbers } = decodeRowNumbers(encodeRowNumbers(rows), rows.length);

  expect(rows.map((_, row) => [...numbers.slice(starts[row], starts[row + 1])])).toEqual(rows);
});

test('no rows are no rows', () => {
  expect(decodeRowNumbers('', 0).numbers).toHaveLength(0);
});

test.each(['middle of a number', 'end of a row'])(
  'what was cut off in the %s is an error',
  (where) => {
    const text = encodeRowNumbers([[1], [2000], [3]]);
    const cut = where === 'end of a row' ? text.lastIndexOf(' ') : text.lastIndexOf(' ') - 1;

    expect(() => decodeRowNumbers(text.slice(0, cut), 3)).toThrow('not whole');
  },
);
