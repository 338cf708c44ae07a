import { expect, test } from 'vitest';
import type { Availability, CourseCard, Start } from '#catalog';
import { beginningOfProgram } from './beginning.ts';

test('a course that can be started any time lets the program begin any time', () => {
  const cards = [createCard('soon', date('2027-01-12')), createCard('open', { kind: 'any-time' })];

  expect(beginningOfProgram(cards)).toEqual({ kind: 'any-time' });
});

test('otherwise the earliest start to come counts, instants and days alike', () => {
  const cards = [
    createCard('upcoming', date('2027-03-01')),
    createCard('soon', date('2027-01-12T08:00:00.000Z')),
    createCard('closed', date('2026-12-01')),
  ];

  expect(beginningOfProgram(cards)).toEqual(date('2027-01-12T08:00:00.000Z'));
});

test('nothing is known of a program without courses to come', () => {
  expect(beginningOfProgram([createCard('archived', date('2026-01-01'))])).toEqual({
    kind: 'unknown',
  });
  expect(beginningOfProgram([])).toEqual({ kind: 'unknown' });
});

function date(day: string): Start & { kind: 'date' } {
  return { kind: 'date', date: day };
}

function createCard(availability: Availability, start: Start): CourseCard {
  return {
    kind: 'course',
    key: 'KIT+STAT101x',
    slug: 'kit-stat101x',
    title: 'Statistics',
    isExecutiveEducation: false,
    partners: [],
    hue: 'data',
    catalogs: [],
    availability,
    start,
  };
}
