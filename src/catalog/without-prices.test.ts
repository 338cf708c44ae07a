import { describe, expect, test } from 'vitest';
import { createCourseResource, createProgramResource, createRun } from '../test/builders.ts';
import { mapCourse } from './map-course.ts';
import { mapProgram } from './map-program.ts';
import { priceOf } from './price.ts';
import { withoutPrices } from './without-prices.ts';

const mapped = mapCourse(createCourseResource(), () => undefined);
const amount = { cents: 14_900, currency: 'USD' };

describe('a course without prices', () => {
  test.each([
    ['a fixed price', { fixedPrice: amount }, {}],
    ['a first paid seat', { firstPaidSeatPrice: amount }, {}],
    ['a paid seat', { seats: [{ type: 'verified', price: amount }] }, {}],
    ['a free seat', { seats: [{ type: 'audit', price: { ...amount, cents: 0 } }] }, {}],
    ['an entitlement', {}, { entitlements: [{ mode: 'verified', price: amount }] }],
  ])('says nothing of %s', (_what, ofRun, ofCourse) => {
    const run = createRun({ seats: [], ...ofRun });
    const course = { ...mapped, entitlements: [], runs: [run], ...ofCourse };
    const hidden = withoutPrices(course);

    expect(priceOf(course, course.runs[0])).toBeDefined();
    expect(priceOf(hidden, hidden.runs[0])).toBeUndefined();
    expect(JSON.stringify(hidden)).not.toContain('cents');
  });

  test('is still included in a subscription', () => {
    const run = createRun({ isInSubscription: true, firstPaidSeatPrice: amount });
    const { runs, ...course } = withoutPrices({ ...mapped, runs: [run] });

    expect(priceOf(course, runs[0])).toEqual({ isFree: false, isIncluded: true });
  });
});

test('a degree without prices says nothing of its costs, their fine print included', () => {
  const degree = {
    costs: [{ description: 'Whole program', amount: '14,800 USD' }],
    costs_fine_print: '<p>Books are extra.</p>',
  };
  const program = mapProgram(createProgramResource({ degree }), () => undefined);

  expect(program.degree?.costsFinePrint).toBeDefined();
  expect(withoutPrices(program).degree).toMatchObject({ costs: [], costsFinePrint: undefined });
});
