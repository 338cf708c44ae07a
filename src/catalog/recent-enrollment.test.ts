import { expect, test } from 'vitest';
import { recentEnrollmentOf } from './recent-enrollment.ts';

test.each([
  ['of the run', { recentEnrollmentCount: 12 }, { recentEnrollmentCount: 40 }, recent(12)],
  [
    'of the course where the run has none',
    { recentEnrollmentCount: 0 },
    recentCourse(),
    recent(40),
  ],
  ['of the course where there is no run', undefined, recentCourse(), recent(40)],
  ['none of a page of a run', { recentEnrollmentCount: 0 }, undefined, undefined],
  ['none, ever', { enrollmentCount: 0, recentEnrollmentCount: 0 }, undefined, { kind: 'first' }],
  ['unknown', {}, {}, undefined],
] as const)('people who enrolled lately: %s', (_case, run, course, expected) => {
  expect(recentEnrollmentOf(run, course)).toEqual(expected);
});

function recent(count: number) {
  return { kind: 'recent', count };
}

function recentCourse() {
  return { recentEnrollmentCount: 40 };
}
