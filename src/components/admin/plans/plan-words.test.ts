import { expect, it } from 'vitest';
import { createPlan } from '../../../test/admin-builders.ts';
import { describeDaysLeft } from './plan-words.ts';
import { countRevocationsLeft, describeRevocations } from './revocation-words.ts';

it.each([
  [undefined, undefined],
  [{ plan: 38, contract: 38 }, '38 days left'],
  [{ plan: 1, contract: 1 }, 'one day left'],
  [{ plan: 0, contract: 0 }, 'less than a day left'],
  [{ plan: 10, contract: 375 }, '10 days left, 375 with renewals'],
  [{ plan: -1, contract: -1 }, 'one day ago'],
  [{ plan: -56, contract: 309 }, '56 days ago'],
])('says how long %o is', (days, words) => {
  expect(describeDaysLeft(days)).toBe(words);
});

const capped = (applied: number, remaining: number, total = 20) =>
  createPlan({ revocations: { kind: 'capped', applied, remaining, total } });

it.each([
  ['6 of 20 used, 14 left until the plan ends.', capped(6, 14), '14'],
  ['20 of 20 used, none left until the plan ends.', capped(20, 0), '0'],
  ['23 used, 3 more than the 20 that the plan allows.', capped(23, -3), '0'],
  ['This plan allows no revocations.', capped(0, 0, 0), '0'],
  [
    'This plan has no limit of revocations.',
    createPlan({ revocations: { kind: 'unlimited' } }),
    'No limit',
  ],
  [
    'This plan limits revocations. The Enterprise API does not say how many are left.',
    createPlan({ revocations: { kind: 'unknown' } }),
    '',
  ],
])('says of revocations: %s', (lead, plan, left) => {
  expect(describeRevocations(plan).lead).toBe(lead);
  expect(countRevocationsLeft(plan)).toBe(left);
});

it.each([
  [undefined, capped(6, 14)],
  ['Few are left', capped(12, 8)],
  ['None is left', capped(20, 0)],
  ['None is left', capped(23, -3)],
])('warns of a cap that is nearly reached: %s', (warning, plan) => {
  expect(describeRevocations(plan).warning).toBe(warning);
});

it('draws no more used revocations than there are', () => {
  expect(describeRevocations(capped(23, -3)).boxes).toEqual({ used: 20, total: 20 });
});

it('draws nothing where nothing is allowed', () => {
  expect(describeRevocations(capped(0, 0, 0)).boxes).toBeUndefined();
});
