import { expect, it } from 'vitest';
import { createPlan } from '../../../test/admin-builders.ts';
import { groupPlans, totalSeats } from './plan-groups.ts';

const now = Date.parse('2026-11-23T06:00:00Z');
const licenses = { activated: 6, assigned: 2, unassigned: 2, revoked: 3, total: 10, allocated: 8 };
const running = createPlan({ uuid: 'running', licenses });
const locked = createPlan({ uuid: 'locked', isLockedForRenewal: true, licenses });
const scheduled = createPlan({ uuid: 'scheduled', start: '2027-01-01', licenses });
const ended = createPlan({ uuid: 'ended', expiration: '2026-11-01', licenses });
const off = createPlan({ uuid: 'off', isActive: false, licenses });

it('groups plans in the order in which they came, without empty groups', () => {
  const groups = groupPlans([locked, running, scheduled, ended, off], now);

  expect(groups.map(({ group, plans }) => [group, plans.map(({ uuid }) => uuid)])).toEqual([
    ['running', ['locked', 'running']],
    ['scheduled', ['scheduled']],
    ['ended', ['ended', 'off']],
  ]);
});

it('counts the licenses of plans that run', () => {
  expect(totalSeats([locked, running, scheduled, ended, off], now)).toEqual({
    plans: 2,
    total: 20,
    left: 4,
    assigned: 4,
    activated: 12,
  });
});

it('counts no license that is not there', () => {
  const overdrawn = createPlan({ licenses: { ...licenses, unassigned: -3 } });

  expect(totalSeats([running, overdrawn], now).left).toBe(2);
});
