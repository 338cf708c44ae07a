import { describe, expect, it, test } from 'vitest';
import { describeOutside, nameMonth, nameWeek } from './words.ts';

test('months and weeks have a short name in two lines, and a long one', () => {
  expect(nameMonth('2026-11')).toEqual({ lines: ['Nov', '2026'], long: 'November 2026' });
  expect(nameWeek('2026-11-23')).toEqual({ lines: ['23', 'Nov'], long: 'Week of 23 Nov 2026' });
});

describe('what a chart has no column for', () => {
  const what = { one: 'Enrollment', many: 'Enrollments' };

  it.each([
    [{ before: 0, after: 0, undated: 0 }, undefined],
    [{ before: 1, after: 0, undated: 0 }, 'Enrollment not in the chart: 1 earlier.'],
    [
      { before: 1200, after: 2, undated: 3 },
      'Enrollments not in the chart: 1,200 earlier, 2 later, 3 without a date.',
    ],
  ])('%j', (other, text) => {
    expect(describeOutside(other, what)).toBe(text);
  });
});
