import { expect, it } from 'vitest';
import { describeGaps, describeMoment, describeProgress } from './data-words.ts';

it.each([
  [{ requestsDone: 0, requests: undefined, rows: 0 }, 'The first request is under way'],
  [{ requestsDone: 0, requests: 13, rows: 0 }, '0 of 13 requests'],
  [{ requestsDone: 12, requests: 13, rows: 12_000 }, '12 of 13 requests, 12,000 rows'],
  [{ requestsDone: 1, requests: 1, rows: 1 }, '1 of 1 request, 1 row'],
])('says how far the reading is: %o', (state, words) => {
  expect(describeProgress(state)).toBe(words);
});

it.each([
  ['2026-11-23T02:00:00Z', '23 Nov 2026, 02:00 UTC'],
  ['2026-11-23T01:30:00-05:00', '23 Nov 2026, 06:30 UTC'],
  ['2026-11-23', '23 Nov 2026'],
  ['soon', undefined],
  [undefined, undefined],
])('words the moment %s', (moment, words) => {
  expect(describeMoment(moment)).toBe(words);
});

it('says what is missing, and nothing where nothing is', () => {
  const whole = { refused: 0, lostPages: 0, isComplete: true, isSuspect: false };

  expect(describeGaps(whole)).toEqual([]);
  expect(describeGaps({ refused: 1, lostPages: 2, isComplete: false, isSuspect: true })).toEqual([
    '1 row could not be understood and is missing.',
    '2 pages of the summary could not be read: their rows are missing from all lists, numbers and files.',
    'The summary changed while it was read: a few rows may be missing. Read it again.',
  ]);
  expect(describeGaps({ ...whole, lostPages: 1, isComplete: false })).toEqual([
    '1 page of the summary could not be read: its rows are missing from all lists, numbers and files.',
  ]);
  expect(describeGaps({ ...whole, isComplete: false })).toEqual([
    'The summary could not be read to its end: rows are missing from all lists, numbers and files.',
  ]);
});
