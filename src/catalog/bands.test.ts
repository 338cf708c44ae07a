import { describe, expect, test } from 'vitest';
import { effortBandOf, lengthBandOf, parseBand, priceBandOf } from './bands.ts';
import type { CourseCard, ProgramCard } from './views.ts';

const course: CourseCard = {
  kind: 'course',
  key: 'KIT+A1',
  slug: 'kit-a1',
  title: 'A',
  isExecutiveEducation: false,
  partners: [],
  hue: 'data',
  catalogs: [],
};
const program: ProgramCard = {
  kind: 'program',
  key: 'p',
  slug: 'p',
  title: 'P',
  partners: [],
  partnerKeys: [],
  hue: 'data',
  catalogs: [],
  courseCount: 2,
};

describe('length', () => {
  test.each([
    [1, 'up-to-4-weeks'],
    [4, 'up-to-4-weeks'],
    [4.5, '5-to-8-weeks'],
    [8, '5-to-8-weeks'],
    [12, '9-to-12-weeks'],
    [13, 'over-12-weeks'],
    [undefined, undefined],
  ])('of %s weeks is %s', (weeks, band) => {
    expect(lengthBandOf({ ...course, weeks })).toBe(band);
  });

  test.each([
    [{ kind: 'range', min: 4, max: 9 } as const, '9-to-12-weeks'],
    [
      { kind: 'sum', weeks: 30, count: 8, unit: 'months', isPartial: false } as const,
      'over-12-weeks',
    ],
    [{ kind: 'stated', words: 'one year' } as const, undefined],
  ])('of a program that takes %j is %s', (length, band) => {
    expect(lengthBandOf({ ...program, length })).toBe(band);
  });
});

describe('effort', () => {
  test.each([
    [{ min: 1, max: 3 }, 'up-to-3-hours'],
    [{ min: 3, max: 3.5 }, '4-to-6-hours'],
    [{ max: 10 }, '7-to-10-hours'],
    [{ min: 2, max: 11 }, 'over-10-hours'],
    [undefined, undefined],
  ])('of %j is %s', (effort, band) => {
    expect(effortBandOf({ ...course, effort })).toBe(band);
  });
});

describe('price', () => {
  test.each([
    [
      'what is included, whatever its list price',
      { isIncluded: true, amount: usd(200) },
      'included',
    ],
    ['what is free', { isFree: true }, 'free'],
    ['what costs as much as a band ends with', { amount: usd(100) }, 'up-to-100-usd'],
    ['what costs a cent more', { amount: usd(100.01) }, '100-to-250-usd'],
    ['what costs most', { amount: usd(1001) }, 'over-1000-usd'],
    ['another currency', { amount: { cents: 4900, currency: 'EUR' } }, 'up-to-100-eur'],
    ['an unknown price', {}, undefined],
  ])('of %s', (_, price, band) => {
    expect(priceBandOf({ ...course, price: { isFree: false, isIncluded: false, ...price } })).toBe(
      band,
    );
  });

  test('of a program is that of the least', () => {
    expect(priceBandOf({ ...program, priceRange: { min: usd(90), max: usd(900) } })).toBe(
      'up-to-100-usd',
    );
    expect(priceBandOf(program)).toBeUndefined();
  });
});

test.each([
  ['up-to-4-weeks', { max: 4, unit: 'weeks' }],
  ['5-to-8-weeks', { min: 5, max: 8, unit: 'weeks' }],
  ['over-1000-usd', { min: 1000, unit: 'usd' }],
  ['included', undefined],
])('%s is %j', (name, band) => {
  expect(parseBand(name)).toEqual(band);
});

function usd(dollars: number) {
  return { cents: Math.round(dollars * 100), currency: 'USD' };
}
