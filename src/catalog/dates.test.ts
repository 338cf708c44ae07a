import { describe, expect, test } from 'vitest';
import { earlierDate, endOf, parseDate } from './dates.ts';

describe('reading a date', () => {
  test.each([
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000Z'],
    ['2026-07-01T10:11:12.345Z', '2026-07-01T10:11:12.345Z'],
    ['2021-04-22T16:19:27.987040Z', '2021-04-22T16:19:27.987Z'],
    ['2021-01-01 00:00:00+00:00', '2021-01-01T00:00:00.000Z'],
    ['2021-01-01T02:00:00+0200', '2021-01-01T00:00:00.000Z'],
    ['2021-01-01T00:30', '2021-01-01T00:30:00.000Z'],
    ['2090-09-15T16:00:00Z', '2090-09-15T16:00:00.000Z'],
    ['2026-01-31', '2026-01-31'],
  ])('%s is %s', (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  test.each([
    [null],
    [undefined],
    [''],
    ['soon'],
    ['2026-02-30'],
    ['2026-13-01T00:00:00Z'],
    ['9999-12-31T23:59:59-05:00'],
    [1_767_225_600],
    [{}],
  ])('%s is no date', (value) => {
    expect(parseDate(value)).toBeUndefined();
  });
});

test('a day alone lasts until its end', () => {
  expect(new Date(endOf('2026-01-31')).toISOString()).toBe('2026-01-31T23:59:59.999Z');
});

test('of two dates the earlier one counts, and a missing one never does', () => {
  expect(earlierDate('2026-02-01', '2026-01-31T10:00:00.000Z')).toBe('2026-01-31T10:00:00.000Z');
  expect(earlierDate(undefined, '2026-01-31')).toBe('2026-01-31');
  expect(earlierDate(undefined, undefined)).toBeUndefined();
});
