import { expect, test } from 'vitest';
import { programLengthOf } from './program-length.ts';

test.each([
  [[3], { kind: 'sum', weeks: 3, count: 3, unit: 'weeks' }],
  [[4], { kind: 'sum', weeks: 4, count: 1, unit: 'months' }],
  [[6, 5, 5, 10, 7], { kind: 'sum', weeks: 33, count: 8, unit: 'months' }],
  [[46], { kind: 'sum', weeks: 46, count: 1, unit: 'years' }],
  [[36, 36], { kind: 'sum', weeks: 72, count: 1.5, unit: 'years' }],
])('courses of %j weeks', (weeks, length) => {
  expect(programLengthOf({ courses: coursesOf(weeks) })).toEqual({ ...length, isPartial: false });
});

test('a course that does not say its weeks makes the sum partial', () => {
  const courses = coursesOf([6, undefined]);

  expect(programLengthOf({ courses, weeksToComplete: { min: 5, max: 10 } })).toEqual({
    kind: 'sum',
    weeks: 6,
    count: 2,
    unit: 'months',
    isPartial: true,
  });
});

test('where no course says its weeks, the range of the API stands', () => {
  const courses = coursesOf([undefined]);

  expect(programLengthOf({ courses, weeksToComplete: { min: 5, max: 10 } })).toEqual({
    kind: 'range',
    min: 5,
    max: 10,
  });
  expect(programLengthOf({ courses })).toBeUndefined();
});

test('the API’s own words win', () => {
  expect(
    programLengthOf({ courses: coursesOf([6]), durationOverride: '24 months, part time' }),
  ).toEqual({ kind: 'stated', words: '24 months, part time' });
});

test('nothing is known of a program without courses', () => {
  expect(programLengthOf({ courses: [] })).toBeUndefined();
});

function coursesOf(weeks: (number | undefined)[]) {
  return weeks.map((number, index) => ({ key: String(index), weeks: number }));
}
