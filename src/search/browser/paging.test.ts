import { expect, test } from 'vitest';
import { pageCount, pageNumbers, pageOfRows } from './paging.ts';

const rows = Array.from({ length: 50 }, (_, row) => row);

test('a page has 24 rows, the last one the rest', () => {
  expect(pageOfRows(rows, 1)).toHaveLength(24);
  expect(pageOfRows(rows, 3)).toEqual([48, 49]);
  expect(pageOfRows(rows, 9)).toEqual([48, 49]);
  expect(pageOfRows([], 1)).toEqual([]);
});

test('there is always a page', () => {
  expect([0, 24, 25, 48].map(pageCount)).toEqual([1, 1, 2, 2]);
});

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [1, 9, [1, 2, 0, 9]],
  [5, 9, [1, 0, 4, 5, 6, 0, 9]],
  [4, 9, [1, 2, 3, 4, 5, 0, 9]],
  [9, 9, [1, 0, 8, 9]],
])('page %i of %i links to %j', (page, pages, numbers) => {
  expect(pageNumbers(page, pages)).toEqual(numbers);
});
