import { describe, expect, test } from 'vitest';
import { createRun, testNow } from '../test/builders.ts';
import { enrollmentOf } from './enrollment.ts';
import type { CourseRun } from './types.ts';
import type { Offer } from './views.ts';

const offers: Offer[] = [
  { catalog: { name: 'Core', slug: 'core' }, url: 'https://portal.example/enroll?x=1&y=2' },
];

const cases: [name: string, run: Partial<CourseRun>, offers: Offer[], enrollment: object][] = [
  ['over', { end: '2026-01-01' }, offers, { state: 'archived' }],
  [
    'not open yet, with the day it opens',
    { start: '2027-01-12', enrollmentStart: '2026-12-01' },
    offers,
    { state: 'opens', date: '2026-12-01' },
  ],
  [
    'not enrollable, starts later',
    { start: '2027-01-12', isEnrollable: false },
    offers,
    { state: 'opens', date: '2027-01-12' },
  ],
  ['enrollment closed', { enrollmentEnd: '2026-11-01' }, offers, { state: 'closed' }],
  ['not enrollable', { isEnrollable: false }, offers, { state: 'closed' }],
  ['open', {}, offers, { state: 'enroll', offers }],
  ['open before its start', { start: '2027-01-12' }, offers, { state: 'enroll', offers }],
  ['open, but no catalog gives a link', {}, [], { state: 'unavailable' }],
];

describe('the enrollment box', () => {
  test.each(cases)('%s', (_name, overrides, given, enrollment) => {
    expect(enrollmentOf(createRun(overrides), given, testNow)).toEqual(enrollment);
  });

  test('a course without runs says so', () => {
    expect(enrollmentOf(undefined, offers, testNow)).toEqual({ state: 'no-run' });
  });
});
