import { expect, test } from 'vitest';
import { compareLevels } from './level-order.ts';

test.each([
  {
    name: 'the levels that we know, from the first to the last',
    levels: ['Advanced', 'High School', 'Intermediate', 'Introductory'],
    sorted: ['High School', 'Introductory', 'Intermediate', 'Advanced'],
  },
  {
    name: 'keys like names',
    levels: ['advanced', 'high-school', 'introductory'],
    sorted: ['high-school', 'introductory', 'advanced'],
  },
  {
    name: 'others after them, by name',
    levels: ['Undergraduate', 'Graduate', 'Advanced'],
    sorted: ['Advanced', 'Graduate', 'Undergraduate'],
  },
])('$name', ({ levels, sorted }) => {
  expect(levels.toSorted(compareLevels)).toEqual(sorted);
});
