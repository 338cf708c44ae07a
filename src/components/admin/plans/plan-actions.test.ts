import { expect, it } from 'vitest';
import { createPlan } from '../../../test/admin-builders.ts';
import { obstaclesOf } from './plan-actions.ts';

const now = Date.parse('2026-11-23T06:00:00Z');
const licenses = { activated: 6, assigned: 2, unassigned: 2, revoked: 0, total: 10, allocated: 8 };
const manager = { now, isManager: true };

it('lets a manager do everything with a plan that runs', () => {
  expect(obstaclesOf(createPlan({ licenses }), manager)).toEqual({});
});

it('tells a viewer the same for all actions', () => {
  const { assign, revoke, enroll } = obstaclesOf(createPlan({ licenses }), {
    now,
    isManager: false,
  });
  const texts = [assign, revoke, enroll].map((obstacle) => obstacle?.text);

  expect(new Set(texts)).toEqual(
    new Set(['Your role is viewer. Managers can assign, revoke and enroll.']),
  );
});

it.each([
  ['has ended', { expiration: '2026-11-22T00:00:00.000Z' }],
  ['is switched off', { isActive: false }],
  ['is locked', { isLockedForRenewal: true }],
])('stops everything where a plan %s', (words, overrides) => {
  const { assign, revoke, enroll } = obstaclesOf(createPlan({ licenses, ...overrides }), manager);

  expect(assign?.text).toContain(words);
  expect(revoke).toBe(assign);
  expect(enroll).toBe(assign);
});

it('assigns nothing where no license is left', () => {
  const plan = createPlan({ licenses: { ...licenses, unassigned: 0 } });

  const { assign, revoke, enroll } = obstaclesOf(plan, manager);

  expect(assign?.short).toBe('No license left');
  expect(revoke).toBeUndefined();
  expect(enroll).toBeUndefined();
});

it('revokes nothing where nobody has a license', () => {
  const plan = createPlan({ licenses: { ...licenses, allocated: 0 } });

  expect(obstaclesOf(plan, manager).revoke?.short).toBe('Nothing to revoke');
});

it.each([
  [0, 'No revocation left'],
  [-2, 'No revocation left'],
  [1, undefined],
])('with %i revocations left', (remaining, short) => {
  const revocations = { kind: 'capped', applied: 5, total: 5, remaining } as const;

  expect(obstaclesOf(createPlan({ licenses, revocations }), manager).revoke?.short).toBe(short);
});

it('lets a person revoke where nobody knows what is left', () => {
  const plan = createPlan({ licenses, revocations: { kind: 'unknown' } });

  expect(obstaclesOf(plan, manager).revoke).toBeUndefined();
});
