import { expect, test } from 'vitest';
import { createSortPlaces } from './sort-places.ts';
import { sortRows } from './browser/sort-rows.ts';

test('what lacks the value of an order has the last place, equals share theirs', () => {
  expect(createSortPlaces([{ length: [6] }, {}, { length: [2] }, { length: [6] }])).toEqual([
    { sort: 'length', places: [1, 2, 0, 1] },
  ]);
});

test('an order that nothing has the value of is none', () => {
  expect(createSortPlaces([{}, {}])).toEqual([]);
});

test('rows that share a place stay as they are given, and none is lost', () => {
  const places = Uint32Array.from([1, 2, 0, 1]);

  expect(sortRows([3, 1, 0, 2], places)).toEqual([2, 3, 0, 1]);
});
