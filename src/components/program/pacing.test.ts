import { expect, test } from 'vitest';
import type { CourseCard, Pacing } from '#catalog';
import { pacingOf } from './pacing.ts';

test.each([
  [[], undefined],
  [[undefined], undefined],
  [['self-paced', undefined], { kind: 'self-paced' }],
  [['instructor-paced', 'self-paced', 'self-paced'], { kind: 'mixed', selfPaced: 2 }],
] as const)('of courses that are %j', (pacings, expected) => {
  expect(pacingOf(pacings.map(createCourse))).toEqual(expected);
});

function createCourse(pacing: Pacing | undefined) {
  const card: CourseCard = {
    kind: 'course',
    key: 'A+1',
    slug: 'a-1',
    title: 'A course',
    isExecutiveEducation: false,
    partners: [],
    hue: 'other',
    catalogs: [],
    pacing,
  };
  return { title: card.title, card };
}
