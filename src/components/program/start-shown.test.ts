import { expect, test } from 'vitest';
import { startShown } from './start-shown.ts';

const start = { kind: 'date', date: '2027-01-12' } as const;

test.each([
  ['a led run to come', 'soon', 'instructor-paced', { date: start.date, isToCome: true }],
  ['a led run that has begun', 'open', 'instructor-paced', { date: start.date, isToCome: false }],
  ['a self-paced run to come', 'upcoming', 'self-paced', { date: start.date, isToCome: true }],
  ['a self-paced run that has begun', 'open', 'self-paced', undefined],
  ['a led run that is closed', 'closed', 'instructor-paced', undefined],
] as const)('of %s', (_case, availability, pacing, shown) => {
  expect(startShown({ start, availability, pacing })).toEqual(shown);
});

test('a course that can be begun any time has no date', () => {
  expect(startShown({ start: { kind: 'any-time' }, availability: 'open' })).toBeUndefined();
});
