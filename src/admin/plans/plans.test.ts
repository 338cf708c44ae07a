import { describe, expect, it } from 'vitest';
import { createPlan, createPlanResource } from '../../test/admin-builders.ts';
import {
  allocationOf,
  comparePlans,
  daysLeftOf,
  expiryWarningOf,
  isRevocationCapNear,
  mapPlan,
  planStatusOf,
  purchaseDateOf,
  renewalTimelineOf,
  revocationsLeftOf,
  seatsLeftOf,
  utilizationNoticeOf,
  writeBlockOf,
} from './index.ts';

const now = Date.parse('2026-11-23T06:00:00Z');
const dayMs = 86_400_000;

function inDays(days: number): string {
  return new Date(now + days * dayMs).toISOString();
}

describe('planStatusOf', () => {
  it.each([
    ['active', 'active', {}],
    ['61 days before its end', 'active', { expiration: inDays(61) }],
    ['60 days before its end', 'expiring-soon', { expiration: inDays(60) }],
    [
      '60 days before an end that is renewed',
      'active',
      { expiration: inDays(60), daysLeft: 60, daysLeftWithRenewals: 425 },
    ],
    ['at its end', 'expiring-soon', { expiration: inDays(0) }],
    ['a millisecond after its end', 'expired', { expiration: new Date(now - 1).toISOString() }],
    [
      'expired, though renewed',
      'expired',
      { expiration: inDays(-1), daysLeft: -1, daysLeftWithRenewals: 364 },
    ],
    ['before its start', 'scheduled', { start: inDays(1) }],
    ['at its start', 'active', { start: inDays(0) }],
    ['locked', 'locked', { isLockedForRenewal: true, expiration: inDays(0.4) }],
    ['locked and expired', 'expired', { isLockedForRenewal: true, expiration: inDays(-1) }],
    ['switched off', 'inactive', { isActive: false }],
    ['of unknown activity', 'active', { isActive: undefined }],
    ['without a start', 'active', { start: undefined }],
    [
      'without an end, by its days',
      'expiring-soon',
      { expiration: undefined, daysLeft: 3, daysLeftWithRenewals: 3 },
    ],
    ['without an end, past its days', 'expired', { expiration: undefined, daysLeft: -1 }],
    ['without an end and days', 'unknown', { expiration: undefined, daysLeft: undefined }],
  ] as const)('calls a plan %s %s', (_, status, overrides) => {
    expect(planStatusOf(createPlan(overrides), now)).toBe(status);
  });

  it('lets time go by between the answer and now', () => {
    const plan = createPlan({ expiration: inDays(10), daysLeft: 12, daysLeftWithRenewals: 377 });

    expect(daysLeftOf(plan, now)).toEqual({ plan: 10, contract: 375 });
  });
});

it.each([
  [undefined, {}],
  [undefined, { start: inDays(1) }],
  ['locked', { isLockedForRenewal: true }],
  ['locked', { isLockedForRenewal: true, start: inDays(1) }],
  ['expired', { expiration: inDays(-3) }],
  ['inactive', { isActive: false }],
] as const)('blocks changes as %s', (block, overrides) => {
  expect(writeBlockOf(createPlan(overrides), now)).toBe(block);
});

describe('expiryWarningOf', () => {
  it.each([
    [121, undefined],
    [120, 'info'],
    [61, 'info'],
    [60, 'warning'],
    [31, 'warning'],
    [30, 'danger'],
    [0, 'danger'],
    [-0.1, 'expired'],
    [-40, 'expired'],
  ])('warns %s days before the end by %s', (days, level) => {
    const warning = expiryWarningOf(createPlan({ expiration: inDays(days) }), now);

    expect(warning?.level).toBe(level);
    expect(warning?.isDismissible ?? true).toBe(days > 30);
  });

  it('goes by the end of the contract', () => {
    const plan = createPlan({ expiration: inDays(10), daysLeft: 10, daysLeftWithRenewals: 100 });

    expect(expiryWarningOf(plan, now)).toEqual({
      level: 'info',
      isDismissible: true,
      planDays: 10,
      contractDays: 100,
      isRenewed: true,
    });
  });

  it.each([{ start: inDays(1), expiration: inDays(20) }, { isActive: false }])(
    'says nothing of what has not begun or is switched off',
    (overrides) => {
      expect(expiryWarningOf(createPlan(overrides), now)).toBeUndefined();
    },
  );
});

it.each([
  [{ unassigned: 26 }, undefined],
  [{ unassigned: 25 }, 'high'],
  [{ unassigned: 1 }, 'high'],
  [{ unassigned: 0 }, 'full'],
  [{ unassigned: 0, total: 0 }, undefined],
] as const)('notices the use of seats: %j is %s', (licenses, notice) => {
  expect(utilizationNoticeOf(createPlan({ licenses }))).toBe(notice);
});

describe('revocations', () => {
  it.each([
    ['no cap', { is_revocation_cap_enabled: false, revocations: null }, Infinity, false],
    ['no cap, though with numbers', { is_revocation_cap_enabled: false }, Infinity, false],
    ['the deployed form', { revocations: { applied: 2, remaining: 3 } }, 3, false],
    ['the form of the reference', { revocations: { total: 5, used: 4, remaining: 1 } }, 1, true],
    ['more used than allowed', { revocations: { applied: 7, remaining: -2 } }, -2, true],
    ['none left', { revocations: { applied: 0, remaining: 0 } }, 0, true],
    ['a cap without numbers', { revocations: true }, undefined, false],
    ['nothing said', { is_revocation_cap_enabled: null, revocations: null }, Infinity, false],
  ])('reads %s', (_, overrides, left, isNear) => {
    const plan = mapPlan(createPlanResource(overrides));

    expect(revocationsLeftOf(plan)).toBe(left);
    expect(isRevocationCapNear(plan)).toBe(isNear);
  });
});

it('maps a plan as it is sent, with its odd dates', () => {
  const plan = mapPlan(
    createPlanResource({
      title: '',
      start_date: '2026-01-01 00:00:00+00:00',
      expiration_date: 'soon',
      prior_renewals: [
        {
          prior_subscription_plan_id: 'plan-0',
          prior_subscription_plan_start_date: '2025-01-01 00:00:00+00:00',
          renewed_subscription_plan_id: 'plan-1',
          renewed_subscription_plan_start_date: '2026-01-01 00:00:00+00:00',
        },
      ],
    }),
  );

  expect(plan).toMatchObject({
    title: undefined,
    start: '2026-01-01T00:00:00.000Z',
    expiration: undefined,
    licenses: { activated: 40, total: 100 },
    priorRenewals: [{ fromPlan: 'plan-0', fromStart: '2025-01-01T00:00:00.000Z' }],
  });
});

describe('allocationOf', () => {
  it.each([
    ['as they are', {}, 100, [40, 20, 40], [40, 20, 40]],
    [
      'in thirds',
      { activated: 1, assigned: 1, unassigned: 1, total: 3 },
      3,
      [1, 1, 1],
      [34, 33, 33],
    ],
    [
      'small ones',
      { activated: 997, assigned: 2, unassigned: 1, total: 1000 },
      1000,
      [997, 2, 1],
      [100, 0, 0],
    ],
    ['with some unaccounted for', { total: 110 }, 110, [40, 20, 40, 10], [37, 18, 36, 9]],
    ['with more than the total', { total: 90 }, 100, [40, 20, 40], [40, 20, 40]],
    [
      'of an empty plan',
      { activated: 0, assigned: 0, unassigned: 0, total: 0 },
      0,
      [0, 0, 0],
      [0, 0, 0],
    ],
    ['below zero', { unassigned: -5, total: 60 }, 60, [40, 20, 0], [67, 33, 0]],
  ])('gives parts that add up: %s', (_, licenses, whole, counts, percents) => {
    const allocation = allocationOf(createPlan({ licenses }));

    expect(allocation.whole).toBe(whole);
    expect(allocation.parts.map(({ count }) => count)).toEqual(counts);
    expect(allocation.parts.map(({ percent }) => percent)).toEqual(percents);
  });

  it('never counts seats below zero', () => {
    expect(seatsLeftOf(createPlan({ licenses: { unassigned: -5 } }))).toBe(0);
  });
});

describe('renewalTimelineOf', () => {
  const priorRenewals = [
    {
      fromPlan: 'plan-0',
      fromStart: '2025-01-01T00:00:00.000Z',
      toPlan: 'plan-1',
      toStart: '2026-01-01T00:00:00.000Z',
    },
    {
      fromPlan: 'plan-a',
      fromStart: '2024-01-01T00:00:00.000Z',
      toPlan: 'plan-0',
      toStart: '2025-01-01T00:00:00.000Z',
    },
  ];

  it('orders the plans from the first to what is agreed', () => {
    const plan = createPlan({ priorRenewals, daysLeft: 189, daysLeftWithRenewals: 554 });

    expect(
      renewalTimelineOf(plan, now).map(({ kind, planUuid, start, end }) => [
        kind,
        planUuid,
        start?.slice(0, 10),
        end?.slice(0, 10),
      ]),
    ).toEqual([
      ['before', 'plan-a', '2024-01-01', '2025-01-01'],
      ['before', 'plan-0', '2025-01-01', '2026-01-01'],
      ['this', 'plan-1', '2026-01-01', '2027-06-01'],
      ['agreed', undefined, '2027-06-01', '2028-05-31'],
    ]);
    expect(purchaseDateOf(plan, now)).toBe('2024-01-01T00:00:00.000Z');
  });

  it('has this plan alone where there was none before', () => {
    expect(renewalTimelineOf(createPlan(), now)).toMatchObject([{ kind: 'this' }]);
    expect(purchaseDateOf(createPlan(), now)).toBe('2026-01-01T00:00:00.000Z');
  });

  it('puts what has no date first', () => {
    const plan = createPlan({
      priorRenewals: [
        { fromPlan: 'plan-x', fromStart: undefined, toPlan: undefined, toStart: undefined },
      ],
    });

    expect(renewalTimelineOf(plan, now).map(({ planUuid }) => planUuid)).toEqual([
      'plan-x',
      'plan-1',
    ]);
    expect(purchaseDateOf(plan, now)).toBe('2026-01-01T00:00:00.000Z');
  });
});

it('orders plans: running, scheduled, ended; by end; by title', () => {
  const plans = [
    createPlan({ title: 'ended', expiration: inDays(-1) }),
    createPlan({ title: 'scheduled', start: inDays(1) }),
    createPlan({ title: 'running late' }),
    createPlan({ title: 'running soon', expiration: inDays(5) }),
    createPlan({ title: 'locked', expiration: inDays(7), isLockedForRenewal: true }),
    createPlan({ title: 'also running late' }),
  ];

  expect(
    plans.sort((one, other) => comparePlans(one, other, now)).map(({ title }) => title),
  ).toEqual(['running soon', 'locked', 'also running late', 'running late', 'scheduled', 'ended']);
});
