import { describe, expect, test } from 'vitest';
import { closingSoon } from './closing-soon.ts';
import type { Availability } from './views.ts';

function course(name: string, daysLeft: number | undefined, availability: Availability = 'open') {
  const date = `2027-01-${String(1 + (daysLeft ?? 0)).padStart(2, '0')}`;
  const enrollBy = daysLeft === undefined ? undefined : { date, daysLeft };
  return { name, rank: 0, availability, enrollBy };
}

describe('courses that close soon', () => {
  test.each([
    ['the nearest first', [course('b', 5), course('a', 2)], 0, ['a', 'b']],
    ['up to ten days', [course('a', 10), course('b', 11)], 0, ['a']],
    ['those that follow, up to the number asked for', [course('a', 20), course('b', 15)], 1, ['b']],
    ['none without a last day', [course('a', undefined)], 5, []],
    [
      'none that are closed or over',
      [course('a', 1, 'closed'), course('b', 1, 'archived'), course('c', 1, 'soon')],
      5,
      ['c'],
    ],
    [
      'those of one day in the order of lists',
      [
        { ...course('b', 3), rank: 2 },
        { ...course('a', 3), rank: 1 },
      ],
      0,
      ['a', 'b'],
    ],
  ])('%s', (_, courses, atLeast, names) => {
    expect(closingSoon(courses, atLeast).map(({ name }) => name)).toEqual(names);
  });
});
