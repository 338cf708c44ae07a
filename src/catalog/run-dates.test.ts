import { describe, expect, test } from 'vitest';
import { createRun, testNow } from '../test/builders.ts';
import { enrollByOf, startOf, upgradeByOf, withExternalDates } from './run-dates.ts';
import type { CourseRun } from './types.ts';

const course = { isExecutiveEducation: false };
const executive = { isExecutiveEducation: true };

const starts: [name: string, run: Partial<CourseRun>, start: string | undefined][] = [
  ['self-paced, started, time to complete', { start: '2026-11-20' }, 'any-time'],
  [
    'self-paced, started long ago, no time left',
    { start: '2026-01-01', end: '2026-12-01' },
    'any-time',
  ],
  [
    'self-paced, started last week, no time left',
    { start: '2026-11-18', end: '2026-12-01' },
    '2026-11-18',
  ],
  ['self-paced, no start', { start: undefined }, 'any-time'],
  ['self-paced, starts later', { start: '2027-01-12' }, '2027-01-12'],
  ['instructor-paced, started', { pacing: 'instructor-paced', start: '2026-09-01' }, '2026-09-01'],
  ['instructor-paced, no start', { pacing: 'instructor-paced', start: undefined }, undefined],
];

describe('the start that is shown', () => {
  test.each(starts)('%s', (_name, overrides, expected) => {
    const start = startOf(createRun(overrides), testNow);

    expect(start?.kind === 'date' ? start.date : start?.kind).toBe(expected);
  });
});

const seat = (type: string, upgradeDeadline?: string) => ({ type, upgradeDeadline });

const enrollBys: [
  name: string,
  of: Parameters<typeof enrollByOf>[0],
  run: Partial<CourseRun>,
  date: string | undefined,
][] = [
  [
    'the upgrade deadline of the best seat',
    course,
    { seats: [seat('audit'), seat('verified', '2027-01-08')] },
    '2027-01-08',
  ],
  [
    'the end of enrollment where it is earlier',
    course,
    { enrollmentEnd: '2026-12-31', seats: [seat('verified', '2027-01-08')] },
    '2026-12-31',
  ],
  [
    'the deadline of a lesser seat does not count',
    course,
    { seats: [seat('credit', '2026-12-01'), seat('verified', '2027-01-08')] },
    '2027-01-08',
  ],
  [
    'executive education: the end of enrollment only',
    executive,
    { enrollmentEnd: '2027-01-20', seats: [seat('unpaid-executive-education', '2027-01-08')] },
    '2027-01-20',
  ],
  ['none without dates', course, { seats: [seat('audit')] }, undefined],
  ['none once it has passed', course, { enrollmentEnd: '2026-11-22' }, undefined],
];

describe('enroll by', () => {
  test.each(enrollBys)('%s', (_name, of, overrides, date) => {
    expect(enrollByOf(of, createRun({ seats: [], ...overrides }), testNow)?.date).toBe(date);
  });

  test('the days left are whole days, and today has none', () => {
    expect(
      enrollByOf(course, createRun({ seats: [], enrollmentEnd: '2026-11-23' }), testNow)?.daysLeft,
    ).toBe(0);
    expect(
      enrollByOf(course, createRun({ seats: [], enrollmentEnd: '2026-11-30' }), testNow)?.daysLeft,
    ).toBe(7);
  });
});

test('executive education takes dates of its product only where the run has none', () => {
  const dates = { start: '2027-02-01', end: '2027-03-15', registrationDeadline: '2027-01-20' };
  const run = createRun({ start: undefined, end: '2027-04-01', enrollmentEnd: undefined });

  const completed = withExternalDates({ ...executive, externalDates: dates }, run);

  expect([completed.start, completed.end, completed.enrollmentEnd]).toEqual([
    '2027-02-01',
    '2027-04-01',
    '2027-01-20',
  ]);
  expect(withExternalDates({ ...course, externalDates: dates }, run).start).toBeUndefined();
});

test('the upgrade deadline is the best seat’s, also once it has passed; executive education has none', () => {
  const run = createRun({ seats: [seat('audit'), seat('verified', '2026-11-01')] });

  expect(upgradeByOf(course, run)).toBe('2026-11-01');
  expect(upgradeByOf(executive, run)).toBeUndefined();
});
