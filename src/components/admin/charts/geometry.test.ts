import { describe, expect, it, test } from 'vitest';
import { barsOfCourses, barsOfStatuses, barsOfSubjects, layOutBars } from './bars.ts';
import { layOutColumns, placeLabels } from './columns.ts';
import { percentOf, ticksTo } from './scale.ts';

describe('ticks', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [96, [0, 25, 50, 75, 100]],
    [101, [0, 50, 100, 150]],
    [2318, [0, 1000, 2000, 3000]],
    [50_000, [0, 20_000, 40_000, 60_000]],
  ])('up to %s are round, whole and high enough', (max, ticks) => {
    expect(ticksTo(max)).toEqual(ticks);
  });

  it('are few and high enough for any count', () => {
    for (let max = 0; max < 3000; max += 1) {
      const ticks = ticksTo(max);
      expect(ticks.at(-1), String(max)).toBeGreaterThanOrEqual(max);
      expect(ticks.length, String(max)).toBeLessThanOrEqual(5);
      expect(ticks.every(Number.isInteger), String(max)).toBe(true);
    }
  });
});

test('a share of nothing is nothing', () => {
  expect([percentOf(0, 0), percentOf(1, 3), percentOf(3, 3)]).toEqual([0, 33.33, 100]);
});

describe('labels', () => {
  it.each([
    [1, 'A'],
    [8, 'AAAAAAAA'],
    [12, 'wAwAwAwAwAwA'],
    [24, '-w-A-w-A-w-A-w-A-w-A-w-A'],
  ])('of %s periods are as many as there is room for, the last one always', (count, shown) => {
    const letters = { always: 'A', wide: 'w', hidden: '-' };

    expect(
      placeLabels(count)
        .map((place) => letters[place])
        .join(''),
    ).toBe(shown);
  });

  it.each([24, 26, 60])('of %s periods never touch on a phone', (count) => {
    const shown = placeLabels(count).filter((place) => place === 'always');

    expect(shown.length * 36).toBeLessThanOrEqual(300 + 36);
  });
});

describe('columns', () => {
  const { base, ticks, periods } = layOutColumns([
    [50, 0],
    [100, 25],
  ]);

  it('are as high as their values, from the base on', () => {
    expect(ticks.map(({ value }) => value)).toEqual([0, 25, 50, 75, 100]);
    expect(ticks[0]?.y).toBe(base);
    const heights = periods.flatMap(({ columns }) => columns.map(({ height }) => height));
    expect(heights).toEqual([90, 0, 180, 45]);
    for (const { y, height } of periods.flatMap(({ columns }) => columns))
      expect(y + height).toBe(base);
  });

  it('stand beside one another in the place of their period', () => {
    expect(periods.map(({ middle }) => middle)).toEqual([25, 75]);
    const edges = periods.flatMap(({ columns }) =>
      columns.flatMap(({ x, width }) => [x, x + width]),
    );
    expect(edges).toEqual(edges.toSorted((one, other) => one - other));
    expect([edges[0]! > 0, edges[3]! < 50, edges[4]! > 50, edges[7]! < 100]).not.toContain(false);
  });

  it('have a line at 1 where there is nothing', () => {
    expect(layOutColumns([[0]]).ticks).toHaveLength(2);
  });
});

describe('bars', () => {
  it('are as long as known and unknown together, the known part first', () => {
    const bars = layOutBars([
      { name: 'Art', enrollments: 150, withoutConsent: 50 },
      { name: 'Law', enrollments: 50, withoutConsent: 0 },
      { name: 'Consent not given', enrollments: undefined, withoutConsent: 100 },
    ]);

    expect(bars.map(({ known, all }) => [known, all])).toEqual([
      [75, 100],
      [25, 25],
      [0, 50],
    ]);
  });

  it('of statuses say at the end how many have none, never zero', () => {
    const statuses = [
      { value: 'In Progress', rows: 3 },
      { value: undefined, rows: 1 },
    ];

    expect(barsOfStatuses({ statuses, withoutConsent: 2 })).toEqual([
      { name: 'In Progress', enrollments: 3, withoutConsent: 0 },
      { name: 'Not said', enrollments: 1, withoutConsent: 0 },
      { name: 'Consent not given', enrollments: undefined, withoutConsent: 2 },
    ]);
    expect(barsOfStatuses({ statuses: [], withoutConsent: 0 })).toEqual([]);
  });

  it('of subjects and courses have names, whatever is missing', () => {
    const tally = { enrollments: 3, completions: 1, withoutConsent: 2 };

    expect(barsOfSubjects({ subjects: [{ value: undefined, ...tally }] })).toEqual([
      { name: 'Not said', ...tally },
    ]);
    expect(
      barsOfCourses({
        courses: [
          { key: 'A+B', title: 'Art', ...tally },
          { key: 'A+C', title: undefined, ...tally },
          { key: undefined, title: undefined, ...tally },
        ],
      }),
    ).toEqual([
      { name: 'Art', key: 'A+B', ...tally },
      { name: 'A+C', key: undefined, ...tally },
      { name: 'Not said', key: undefined, ...tally },
    ]);
  });
});
