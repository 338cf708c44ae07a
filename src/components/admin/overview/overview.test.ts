import { describe, expect, it } from 'vitest';
import { createPlan } from '../../../test/admin-builders.ts';
import { addDismissed, readDismissed } from './dismissed-notices.ts';
import { endedPlansOf, planNoticesOf } from './plan-notices.ts';

const now = Date.parse('2026-11-23T06:00:00Z');
const endsIn = (days: number): string => new Date(now + days * 86_400_000).toISOString();
const noticesOf = (plans: Parameters<typeof planNoticesOf>[0], dismissed: string[] = []) =>
  planNoticesOf(plans, { now, dismissed });

describe('planNoticesOf', () => {
  it('is silent about a plan that is far from its end and its last seats', () => {
    expect(noticesOf([createPlan()])).toEqual([]);
  });

  it.each([
    [120, 'info', true],
    [60, 'warning', true],
    [30, 'danger', false],
  ])('says %i days before the end with level %s', (days, level, isDismissible) => {
    const [notice] = noticesOf([createPlan({ expiration: endsIn(days) })]);

    expect(notice?.level).toBe(level);
    expect(notice?.event).toBe(`ends in ${String(days)} days`);
    expect(notice?.text).toBe('40 of its 100 licenses are not assigned. No renewal is agreed.');
    expect(notice?.key !== undefined).toBe(isDismissible);
  });

  it('says when the renewal ends too', () => {
    const plan = createPlan({ expiration: endsIn(10), daysLeft: 10, daysLeftWithRenewals: 100 });

    const [notice] = noticesOf([plan]);

    expect(notice?.event).toBe('ends in 10 days, with its renewal in 100 days');
    expect(notice?.text).toBe('40 of its 100 licenses are not assigned.');
  });

  it.each([
    [0, 'ends today'],
    [1, 'ends tomorrow'],
  ])('says %i days before the end: %s', (days, event) => {
    expect(noticesOf([createPlan({ expiration: endsIn(days) })])[0]?.event).toBe(event);
  });

  it.each([
    [25, 'high', 'has 25 of 100 licenses left'],
    [0, 'full', 'has no license left of 100'],
  ])('says that of 100 seats %i are left', (unassigned, level, event) => {
    const [notice] = noticesOf([createPlan({ licenses: { unassigned } })]);

    expect([notice?.level, notice?.event]).toEqual([level, event]);
  });

  it('says nothing of seats of a plan that has not begun or is switched off', () => {
    const licenses = { unassigned: 0 };

    expect(
      noticesOf([
        createPlan({ licenses, start: endsIn(5) }),
        createPlan({ licenses, isActive: false }),
      ]),
    ).toEqual([]);
  });

  it('puts the loudest first', () => {
    const levels = noticesOf([
      createPlan({ licenses: { unassigned: 3 } }),
      createPlan({ expiration: endsIn(100) }),
      createPlan({ expiration: endsIn(3) }),
    ]).map(({ level }) => level);

    expect(levels).toEqual(['danger', 'info', 'high']);
  });

  it('leaves out what was dismissed until it gets louder', () => {
    const [notice] = noticesOf([createPlan({ expiration: endsIn(61) })]);
    const dismissed = [notice?.key ?? ''];

    expect(noticesOf([createPlan({ expiration: endsIn(61) })], dismissed)).toEqual([]);
    expect(noticesOf([createPlan({ expiration: endsIn(60) })], dismissed)).toHaveLength(1);
  });

  it('names ended plans apart', () => {
    const ended = createPlan({ expiration: endsIn(-1) });

    expect(noticesOf([ended])).toEqual([]);
    expect(endedPlansOf([ended, createPlan()], now)).toEqual([ended]);
  });
});

describe('dismissed notices', () => {
  it('are kept once each', () => {
    expect(addDismissed(['one', 'two'], 'one')).toEqual(['two', 'one']);
  });

  it.each([['', null, 'x'.repeat(201)].map((key) => [key])].flat())('refuse %o', (key) => {
    expect(addDismissed(['one'], key)).toEqual(['one']);
  });

  it('forget the oldest', () => {
    const many = Array.from({ length: 100 }, (_, index) => String(index));

    expect(addDismissed(many, 'new')).toEqual([...many.slice(1), 'new']);
  });

  it.each([[{}], [{ dismissedNotices: 'one' }], [{ dismissedNotices: [1] }]])(
    'are none in %o',
    (choices) => {
      expect(readDismissed(choices)).toEqual([]);
    },
  );
});
