import { describe, expect, test } from 'vitest';
import { testNow } from '../test/builders.ts';
import { compareSortKeys, sortKeysOf, type ItemDates } from './sort-keys.ts';
import type { CourseCard, SortName } from './views.ts';

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
const dates: ItemDates = { now: testNow, firstSeen: 5, enrollments: 0 };

type Case = Partial<CourseCard> & Partial<ItemDates>;

/** Each order with what follows each other in it; the last one lacks the value. */
const orders: Record<SortName, Case[]> = {
  start: [
    { availability: 'open', start: { kind: 'date', date: '2020-01-01' } },
    { availability: 'soon', start: { kind: 'date', date: '2026-12-01' } },
    { availability: 'upcoming', start: { kind: 'date', date: '2027-03-01' } },
    { availability: 'archived', start: { kind: 'date', date: '2019-01-01' } },
  ],
  enrollBy: [
    { availability: 'open', enrollBy: { date: '2026-11-24', daysLeft: 1 } },
    { availability: 'soon', enrollBy: { date: '2026-12-24', daysLeft: 31 } },
    { availability: 'closed', enrollBy: { date: '2026-11-24', daysLeft: 1 } },
  ],
  newest: [{ firstSeen: 9 }, { firstSeen: 3 }],
  updated: [{ modified: '2026-11-01T00:00:00.000Z' }, { modified: '2020-01-01' }, {}],
  popular: [{ enrollments: 900 }, { enrollments: 20 }, { enrollments: 0 }],
  length: [{ weeks: 2 }, { weeks: 10 }, {}],
  price: [
    { price: { isFree: false, isIncluded: true, amount: usd(900) } },
    { price: { isFree: false, isIncluded: false, amount: usd(20) } },
    { price: { isFree: false, isIncluded: false, amount: usd(149) } },
    {
      price: { isFree: false, isIncluded: false, amount: { cents: 1, currency: 'CHF' } },
    },
    {},
  ],
  title: [{ title: '“Algebra” first' }, { title: 'Économie' }, { title: 'zoology' }],
};

describe.each(Object.entries(orders))('by %s', (name, cases) => {
  const keys = cases.map(
    (overrides) =>
      sortKeysOf({ ...course, ...overrides }, { ...dates, ...overrides })[name as SortName],
  );
  const hasLack = !['newest', 'title'].includes(name);

  test('what comes first has the smaller key', () => {
    const known = keys.flatMap((key) => (key === undefined ? [] : [key]));

    expect(known).toHaveLength(hasLack ? keys.length - 1 : keys.length);
    for (const [place, key] of known.slice(1).entries())
      expect(compareSortKeys(known[place] ?? [], key)).toBeLessThan(0);
  });

  test('what lacks the value has no key', () => {
    expect(keys.at(-1) === undefined).toBe(hasLack);
  });
});

test('what is free costs as much as what is included', () => {
  const [free, included] = [
    { isFree: true, isIncluded: false },
    { isFree: false, isIncluded: true },
  ].map((price) => sortKeysOf({ ...course, price }, dates).price ?? []);

  expect(compareSortKeys(free ?? [], included ?? [])).toBe(0);
});

function usd(dollars: number) {
  return { cents: dollars * 100, currency: 'USD' };
}
