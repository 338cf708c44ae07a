import { expect, test } from 'vitest';
import { pageCount, pageOfRows } from './paging.ts';

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
