import { describe, expect, test } from 'vitest';
import { createInterface } from './index.ts';

const ui = createInterface({ language: 'en', base: '/' });

describe('dates', () => {
  test.each([
    ['2027-01-12', '12 January 2027', '12 Jan 2027'],
    ['2027-01-12T16:00:00.000Z', '12 January 2027', '12 Jan 2027'],
    ['2027-01-12T23:59:59.000Z', '12 January 2027', '12 Jan 2027'],
    ['2026-12-31', '31 December 2026', '31 Dec 2026'],
  ])('%s is %s', (date, long, short) => {
    expect(ui.formatDate(date)).toBe(long);
    expect(ui.formatDate(date, 'short')).toBe(short);
  });

  test('a day without its year', () => {
    expect(ui.formatDay('2027-01-08')).toBe('8 January');
    expect(ui.formatDay('2027-01-08', 'short')).toBe('8 Jan');
  });

  test('a missing or unreadable date has no words', () => {
    expect(ui.formatDate(undefined)).toBeUndefined();
    expect(ui.formatDate('soon')).toBeUndefined();
    expect(ui.formatDay(undefined)).toBeUndefined();
    expect(ui.formatDateRange(undefined, undefined)).toBeUndefined();
  });

  test('a range names what its ends share once', () => {
    expect(ui.formatDateRange('2027-01-12', '2027-02-23', 'short')).toMatch(
      /^12 Jan – 23 Feb 2027$/,
    );
    expect(ui.formatDateRange('2026-12-12', '2027-02-23', 'short')).toMatch(
      /^12 Dec 2026 – 23 Feb 2027$/,
    );
  });

  test('a range with one end, or with its ends the wrong way round, is one date', () => {
    expect(ui.formatDateRange('2027-01-12', undefined)).toBe('12 January 2027');
    expect(ui.formatDateRange(undefined, '2027-02-23')).toBe('23 February 2027');
    expect(ui.formatDateRange('2027-02-23', '2027-01-12')).toBe('23 February 2027');
  });
});

describe('money and numbers', () => {
  test('whole amounts have no decimals', () => {
    expect(ui.formatMoney({ cents: 14_900, currency: 'USD' })).toBe('$149');
    expect(ui.formatMoney({ cents: 245_000, currency: 'USD' })).toBe('$2,450');
    expect(ui.formatMoney({ cents: 4_950, currency: 'USD' })).toBe('$49.50');
    expect(ui.formatMoney({ cents: 4_900, currency: 'EUR' })).toBe('€49');
  });

  test('a range of equal amounts is one amount', () => {
    const amount = { cents: 14_900, currency: 'USD' };
    expect(ui.formatMoneyRange({ min: amount, max: amount })).toBe('$149');
    expect(ui.formatMoneyRange({ min: { cents: 0, currency: 'USD' }, max: amount })).toBe(
      '$0–$149',
    );
  });

  test('a price is included, free, an amount or unknown', () => {
    const amount = { cents: 14_900, currency: 'USD' };
    expect(ui.formatPrice({ amount, isFree: false, isIncluded: true })).toBe('Included');
    expect(ui.formatPrice({ isFree: true, isIncluded: false })).toBe('Free');
    expect(ui.formatPrice({ amount, isFree: false, isIncluded: false })).toBe('$149');
    expect(ui.formatPrice(undefined)).toBeUndefined();
  });

  test('effort names equal ends once and a missing minimum as "up to"', () => {
    expect(ui.formatEffort({ min: 3, max: 5 })).toBe('3–5 h');
    expect(ui.formatEffort({ min: 3, max: 3 })).toBe('3 h');
    expect(ui.formatEffort({ max: 5 })).toBe('up to 5 h');
    expect(ui.formatEffort({ min: 0, max: 5 })).toBe('up to 5 h');
  });

  test('weeks are counted', () => {
    expect(ui.formatWeeks(1)).toBe('1 week');
    expect(ui.formatWeeks(6)).toBe('6 weeks');
    expect(ui.formatWeeks({ min: 6, max: 6 })).toBe('6 weeks');
    expect(ui.formatWeeks({ min: 5, max: 12 })).toBe('5–12 weeks');
  });
});

describe('messages', () => {
  test('plurals follow their number', () => {
    expect(ui.t('count.courses', { count: 1 })).toBe('1 course');
    expect(ui.t('count.courses', { count: 1412 })).toBe('1,412 courses');
  });

  test('a program’s type reads as what it is', () => {
    expect(ui.formatProgramType('MicroMasters')).toBe('MicroMasters program');
    expect(ui.formatProgramType('Masters')).toBe('Master’s degree');
    expect(ui.formatProgramType('Professional Program')).toBe('Professional Program');
    expect(ui.formatProgramType(undefined)).toBe('Program');
  });

  test('markup in a value stays text', () => {
    expect(ui.t('term.website', { name: '<b>R&D</b>' })).toBe('Website of <b>R&D</b>');
  });

  test('a message splits around what the caller renders itself', () => {
    expect(ui.splitMessage('enroll.enrollBy', ['date'])).toEqual([
      { text: 'Enroll by ' },
      { slot: 'date' },
      { text: '.' },
    ]);
  });

  test('unknown keys and missing or wrong arguments are type errors', () => {
    // @ts-expect-error an unknown key
    expect(() => ui.t('no.such.key', { count: 1 })).toThrow();
    // @ts-expect-error a missing argument
    expect(ui.t('count.courses')).toContain('plural');
    // @ts-expect-error an argument of another name
    expect(() => ui.t('count.courses', { number: 1 })).toThrow();
    // @ts-expect-error no arguments expected
    expect(ui.t('site.skip', { count: 1 })).toBe('Skip to the text');
  });
});

describe('languages', () => {
  test('are named in their own words, with a country only where it says something', () => {
    const names = ['en-US', 'en-GB', 'es', 'es-419', 'ja', 'ar', 'zh-Hans'].map(ui.languageName);
    expect(names).toEqual([
      'English',
      'English (United Kingdom)',
      'Español',
      'Español (Latinoamérica)',
      '日本語',
      'العربية',
      '简体中文',
    ]);
  });

  test('foreign content gets its language and direction, the interface’s own language nothing', () => {
    expect(ui.languageOf('ar')).toEqual({ lang: 'ar', dir: 'rtl' });
    expect(ui.languageOf('ja')).toEqual({ lang: 'ja', dir: 'ltr' });
    expect(ui.languageOf('en-GB')).toEqual({});
    expect(ui.languageOf(undefined)).toEqual({ dir: 'auto' });
  });
});
