import { expect, it } from 'vitest';
import { parseLearnerFilter } from '#admin';
import { filterNames, partsOf, withoutPart } from './filter-words.ts';

const { filter } = parseLearnerFilter({
  email: 'ada@',
  course: 'ethics',
  statuses: ['Passed', 'Failed'],
  enrolledFrom: '2026-09-01',
  enrollment: 'unenrolled',
  consent: 'given',
});

it('words each part of a filter', () => {
  expect(partsOf(filter).map(({ words }) => words)).toEqual([
    'Address contains “ada@”',
    'Course “ethics”',
    'Status: Passed',
    'Status: Failed',
    'Unenrolled',
    'Consent given',
    'Enrolled from 1 Sept 2026',
  ]);
});

it('takes each part away by itself', () => {
  expect(withoutPart(filter, { name: 'statuses', value: 'Failed' }).statuses).toEqual(['Passed']);
  expect(withoutPart(filter, { name: 'consent' })).not.toHaveProperty('consent');

  const rest = partsOf(filter).reduce(withoutPart, filter);
  expect(rest).toEqual({});
});

it('knows all names of a filter', () => {
  const all = Object.fromEntries(filterNames.map((name) => [name, { no: 'value' }]));

  expect(parseLearnerFilter(all).ignored.toSorted()).toEqual(filterNames.toSorted());
});
