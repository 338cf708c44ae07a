import { describe, expect, test } from 'vitest';
import { createRun, testNow } from '../test/builders.ts';
import { availabilityOf, canEnroll } from './availability.ts';
import type { CourseRun } from './types.ts';

const cases: [name: string, run: Partial<CourseRun>, availability: string, canEnroll: boolean][] = [
  ['started, no limits', {}, 'open', true],
  ['no start, no end', { start: undefined, end: undefined }, 'open', true],
  ['no end, started years ago', { start: '2015-01-01', end: undefined }, 'open', true],
  ['over since yesterday', { end: '2026-11-22T00:00:00.000Z' }, 'archived', false],
  ['ends on the day of now', { end: '2026-11-23' }, 'open', true],
  [
    'over, though stored as current and enrollable',
    { end: '2026-01-01', storedAvailability: 'Current' },
    'archived',
    false,
  ],
  [
    'archived by the API, dates still running',
    { storedAvailability: 'Archived' },
    'archived',
    false,
  ],
  ['starts in 50 days', { start: '2027-01-12', storedAvailability: 'Upcoming' }, 'soon', true],
  ['starts in exactly 60 days', { start: '2027-01-22T06:00:00.000Z' }, 'soon', true],
  ['starts in 61 days', { start: '2027-01-23T06:00:00.000Z' }, 'upcoming', true],
  [
    'stored as starting soon, has started since',
    { start: '2026-11-20', storedAvailability: 'Starting Soon' },
    'open',
    true,
  ],
  ['far date', { start: '2056-01-01', end: undefined }, 'upcoming', true],
  ['enrollment over', { enrollmentEnd: '2026-11-01' }, 'closed', false],
  [
    'enrollment over, starts later',
    { start: '2027-01-12', enrollmentEnd: '2026-11-01' },
    'closed',
    false,
  ],
  [
    'enrollment opens later, starts later',
    { start: '2027-01-12', enrollmentStart: '2026-12-01', isEnrollable: false },
    'soon',
    false,
  ],
  [
    'enrollment has opened since the sync',
    { enrollmentStart: '2026-11-20', isEnrollable: false },
    'open',
    true,
  ],
  ['not enrollable for a reason that no date tells', { isEnrollable: false }, 'closed', false],
  ['not enrollable yet, starts later', { start: '2027-01-12', isEnrollable: false }, 'soon', false],
  ['started, enrollment opens later', { enrollmentStart: '2027-01-12' }, 'soon', false],
];

describe('availability', () => {
  test.each(cases)('%s', (_name, overrides, availability, enrollable) => {
    const run = createRun(overrides);

    expect(availabilityOf(run, testNow)).toBe(availability);
    expect(canEnroll(run, testNow)).toBe(enrollable);
  });
});
