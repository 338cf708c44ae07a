import { describe, expect, test } from 'vitest';
import { createRun } from '../test/builders.ts';
import { priceOf } from './price.ts';
import type { CourseRun, Entitlement, Money } from './types.ts';

const usd = (dollars: number): Money => ({ cents: dollars * 100, currency: 'USD' });
const seat = (type: string, dollars: number) => ({ type, price: usd(dollars) });
const entitlement = (mode: string, dollars: number): Entitlement => ({ mode, price: usd(dollars) });

const course = { isExecutiveEducation: false, entitlements: [], isInSubscription: undefined };
const executive = { ...course, isExecutiveEducation: true };

const cases: [
  name: string,
  of: Parameters<typeof priceOf>[0],
  run: Partial<CourseRun> | undefined,
  dollars: number | 'free' | undefined,
][] = [
  [
    'the fixed price of the service',
    course,
    { fixedPrice: usd(99), firstPaidSeatPrice: usd(149) },
    99,
  ],
  [
    'the first paid seat that can be had',
    course,
    { firstPaidSeatPrice: usd(100), seats: [seat('verified', 149)] },
    100,
  ],
  [
    'the lowest paid seat',
    course,
    { seats: [seat('credit', 300), seat('verified', 149), seat('audit', 0)] },
    149,
  ],
  [
    'the first entitlement',
    { ...course, entitlements: [entitlement('verified', 79)] },
    { seats: [] },
    79,
  ],
  [
    'the entitlement of executive education',
    {
      ...executive,
      entitlements: [entitlement('verified', 1), entitlement('paid-executive-education', 2450)],
    },
    { seats: [seat('unpaid-executive-education', 0)] },
    2450,
  ],
  [
    'an unpaid seat of executive education is not free',
    executive,
    { seats: [seat('unpaid-executive-education', 0)] },
    undefined,
  ],
  ['an audit seat alone is free', course, { seats: [seat('audit', 0)] }, 'free'],
  ['an honor seat alone is free', course, { seats: [seat('honor', 0)] }, 'free'],
  [
    'an audit seat beside a paid one is not',
    course,
    { seats: [seat('audit', 0), seat('verified', 10)] },
    10,
  ],
  ['a seat without a price says nothing', course, { seats: [{ type: 'audit' }] }, undefined],
  ['nothing known, nothing said', course, undefined, undefined],
];

describe('price', () => {
  test.each(cases)('%s', (_name, of, overrides, dollars) => {
    const run = overrides === undefined ? undefined : createRun({ seats: [], ...overrides });
    const price = priceOf(of, run);

    if (dollars === undefined) expect(price).toBeUndefined();
    else if (dollars === 'free')
      expect(price).toEqual({ amount: undefined, isFree: true, isIncluded: false });
    else expect(price).toEqual({ amount: usd(dollars), isFree: false, isIncluded: false });
  });

  test('a course of the subscription is included even where its price is unknown', () => {
    expect(priceOf({ ...course, isInSubscription: true }, undefined)).toEqual({
      amount: undefined,
      isFree: false,
      isIncluded: true,
    });
  });

  test('the run says whether it is included, before the course', () => {
    expect(
      priceOf({ ...course, isInSubscription: true }, createRun({ isInSubscription: false }))
        ?.isIncluded,
    ).toBe(false);
  });
});
