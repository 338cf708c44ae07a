import { expect, test } from 'vitest';
import type { CourseCard, ProgramCard } from '#catalog';
import { createInterface } from './interface.ts';
import { courseCardFacts, programCardFacts } from './card-facts.ts';

const ui = createInterface({ language: 'en', base: '/' });

test('a course’s card has two rows of facts, each in its column', () => {
  const card = createCourseCard({
    availability: 'soon',
    start: { kind: 'date', date: '2027-01-12' },
    weeks: 6,
    effort: { min: 3, max: 5 },
    price: { isFree: false, isIncluded: true },
    level: 'Introductory',
    language: 'es-419',
    pacing: 'self-paced',
  });

  expect(courseCardFacts(card, ui)).toEqual([
    { label: 'Starts', value: '12 Jan 2027', date: '2027-01-12' },
    { label: 'Length', value: '6 weeks' },
    { label: 'Effort', value: '3–5 h/week' },
    { label: 'Price', value: 'Included' },
    { label: 'Language', value: 'Español' },
    { label: 'Level', value: 'Introductory' },
    { label: 'Pacing', value: 'Self-paced' },
  ]);
});

test('what is unknown leaves its column empty', () => {
  expect(courseCardFacts(createCourseCard({ weeks: 6 }), ui)).toEqual([
    undefined,
    { label: 'Length', value: '6 weeks' },
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a run that has begun "started"', () => {
  const card = createCourseCard({
    availability: 'open',
    start: { kind: 'date', date: '2026-11-01' },
  });

  expect(courseCardFacts(card, ui)[0]?.label).toBe('Started');
});

test('a program without courses of its own counts none', () => {
  const card: ProgramCard = {
    kind: 'program',
    key: '4a2b',
    slug: '4a2b',
    title: 'A degree',
    partners: [],
    partnerKeys: [],
    catalogs: [],
    hue: 'other',
    courseCount: 0,
  };

  expect(programCardFacts(card, ui)).toEqual(Array(6).fill(undefined));
});

function createCourseCard(overrides: Partial<CourseCard>): CourseCard {
  return {
    kind: 'course',
    key: 'KIT+STAT101x',
    slug: 'kit-stat101x',
    title: 'Statistics',
    isExecutiveEducation: false,
    partners: [],
    catalogs: [],
    hue: 'data',
    ...overrides,
  };
}
