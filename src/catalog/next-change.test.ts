import { describe, expect, test } from 'vitest';
import { createRun, testNow } from '../test/builders.ts';
import { availabilityOf, canEnroll } from './availability.ts';
import { currentRunOf } from './cards.ts';
import { dayMs } from './dates.ts';
import { nextChangeOf } from './next-change.ts';
import { enrollByOf, enrollByWarningDays, startOf, withExternalDates } from './run-dates.ts';
import type { Course, CourseRun } from './types.ts';

type DatedCourse = Pick<Course, 'runs' | 'isExecutiveEducation' | 'externalDates'>;

const undated: Partial<CourseRun> = { start: undefined, end: undefined };

function courseOf(...runs: Partial<CourseRun>[]): DatedCourse {
  return { isExecutiveEducation: false, runs: runs.map((run) => createRun(run)) };
}

function nextOf(course: DatedCourse): string | undefined {
  const next = nextChangeOf(course, testNow);
  return next === undefined ? undefined : new Date(next).toISOString();
}

// now: 2026-11-23T06:00:00Z
const cases: [name: string, run: Partial<CourseRun>, next: string | undefined][] = [
  ['no dates', {}, undefined],
  ['over for long', { start: '2020-01-01', end: '2021-01-01' }, undefined],
  ['it starts', { start: '2026-12-01' }, '2026-12-01T00:00:00.000Z'],
  ['its start comes near', { start: '2027-02-01' }, '2026-12-03T00:00:00.000Z'],
  ['its start is two weeks ago', { start: '2026-11-20' }, '2026-12-04T00:00:00.001Z'],
  ['it ends', { end: '2026-11-24', weeksToComplete: 1 }, '2026-11-25T00:00:00.000Z'],
  [
    'too little time to complete it',
    { end: '2027-02-28T00:00:00.000Z', weeksToComplete: 6 },
    '2027-01-17T00:00:00.001Z',
  ],
  ['too little time to upgrade', { end: '2026-12-10T00:00:00.000Z' }, '2026-11-26T00:00:00.000Z'],
  ['enrollment opens', { enrollmentStart: '2026-12-01' }, '2026-12-01T00:00:00.000Z'],
  ['enrollment opens soon', { enrollmentStart: '2027-02-01' }, '2026-12-03T00:00:00.000Z'],
  ['enrollment ends', { enrollmentEnd: '2026-11-23' }, '2026-11-24T00:00:00.000Z'],
  ['few days are left to enroll', { enrollmentEnd: '2026-12-31' }, '2026-12-21T00:00:00.000Z'],
  [
    'an upgrade deadline passes',
    { seats: [{ type: 'verified', upgradeDeadline: '2026-11-25T12:00:00.000Z' }] },
    '2026-11-25T12:00:00.001Z',
  ],
];

test.each(cases)('the next change: %s', (_, run, next) => {
  expect(nextOf(courseOf({ ...undated, weeksToComplete: undefined, ...run }))).toBe(next);
});

test('of several runs the first', () => {
  const course = courseOf({ ...undated, start: '2026-12-20' }, { ...undated, start: '2026-12-01' });

  expect(nextOf(course)).toBe('2026-12-01T00:00:00.000Z');
});

test('dates that a course of executive education lends its run count too', () => {
  const course = {
    ...courseOf({ ...undated, seats: [] }),
    isExecutiveEducation: true,
    externalDates: { registrationDeadline: '2026-11-30' },
  };

  expect(nextOf(course)).toBe('2026-12-01T00:00:00.000Z');
});

describe('until then nothing changes', () => {
  test.each(Array.from({ length: 300 }, (_, index) => index + 1))('course %i', (seed) => {
    const course = randomCourse(seed);
    const next = nextChangeOf(course, testNow) ?? testNow + 3650 * dayMs;

    for (const share of [0.001, 0.2, 0.5, 0.8, 0.999]) {
      const moment = Math.floor(testNow + (next - 1 - testNow) * share);
      expect(wordsOf(course, moment)).toEqual(wordsOf(course, testNow));
    }
    expect(wordsOf(course, next - 1)).toEqual(wordsOf(course, testNow));
  });
});

/** All that the rules say of a course at a moment. */
function wordsOf(course: DatedCourse, now: number): unknown {
  return {
    chosen: currentRunOf(course, now)?.key,
    runs: course.runs.map((stored) => {
      const run = withExternalDates(course, stored);
      const enrollBy = enrollByOf(course, run, now);
      return {
        availability: availabilityOf(run, now),
        canEnroll: canEnroll(run, now),
        start: startOf(run, now),
        enrollBy: enrollBy && [enrollBy.date, enrollBy.daysLeft <= enrollByWarningDays],
      };
    }),
  };
}

function randomCourse(seed: number): DatedCourse {
  let state = seed;
  const random = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const date = (): string | undefined => {
    if (random(3) === 0) return undefined;
    const iso = new Date(testNow + (random(200) - 80) * dayMs + random(dayMs)).toISOString();
    return random(2) === 0 ? iso.slice(0, 10) : iso;
  };
  return {
    isExecutiveEducation: random(4) === 0,
    externalDates: { start: date(), end: date(), registrationDeadline: date() },
    runs: Array.from({ length: 1 + random(3) }, (_, index) =>
      createRun({
        key: `course-v1:KIT+STAT101x+${index}`,
        uuid: undefined,
        start: date(),
        end: date(),
        enrollmentStart: date(),
        enrollmentEnd: date(),
        pacing: random(2) === 0 ? 'self-paced' : 'instructor-paced',
        weeksToComplete: random(2) === 0 ? random(12) : undefined,
        seats: [
          { type: 'verified', price: { cents: 100, currency: 'USD' }, upgradeDeadline: date() },
        ],
      }),
    ),
  };
}
