import { expect, test } from 'vitest';
import { formatMoment, formatTimeOfDay } from './moment.ts';

const moment = Date.parse('2026-11-23T10:04:59+01:00');

test('a time of day says its zone', () => {
  expect(formatTimeOfDay(moment)).toBe('09:04 UTC');
});

test('a moment has its day', () => {
  expect(formatMoment(moment)).toBe('23 Nov 2026, 09:04 UTC');
});
