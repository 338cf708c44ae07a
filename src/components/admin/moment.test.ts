import { expect, test } from 'vitest';
import { formatLongDay, formatMoment, formatTimeOfDay } from './moment.ts';

const moment = Date.parse('2026-11-23T10:04:59+01:00');

test('a time of day says its zone', () => {
  expect(formatTimeOfDay(moment)).toBe('09:04 UTC');
});

test('a moment has its day', () => {
  expect(formatMoment(moment)).toBe('23 Nov 2026, 09:04 UTC');
});

test('a day is that of UTC, in all words', () => {
  expect(formatLongDay(Date.parse('2026-11-23T23:30:00-05:00'))).toMatch(
    /^Tuesday,? 24 November 2026$/,
  );
});
