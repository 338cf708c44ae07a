import { describe, expect, it } from 'vitest';
import { createPlan } from '../../test/admin-builders.ts';
import { readAddresses } from '../addresses/index.ts';
import {
  dryRunAssign,
  dryRunEnroll,
  dryRunRevoke,
  dryRunRevokeByStatus,
  fingerprintOf,
  stopReasonOf,
} from './index.ts';

const now = Date.parse('2026-11-23T06:00:00Z');

function read(count: number, more = '') {
  const list = Array.from({ length: count }, (_, index) => `learner-${index}@company.example`);
  return readAddresses([...list, more].join('\n'), { limit: 5_000 });
}

function keys(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `course-v1:KIT+${index}x+1T2026`);
}

describe('dryRunAssign', () => {
  it('counts classes, seats and requests', () => {
    const dryRun = dryRunAssign(read(5, 'learner-0@company.example, nobody'), {
      plan: createPlan(),
      now,
      chunkSize: 2,
    });

    expect(dryRun).toMatchObject({
      counts: { valid: 5, invalid: 1, duplicate: 1, overLimit: 0 },
      blocks: [],
      warnings: [{ reason: 'left-out' }],
      seats: { before: 40, after: 35 },
      revocations: { before: 3, after: 3 },
      requests: { reads: 1, writes: 3 },
    });
    expect(dryRun.chunks.map(({ emails }) => emails.length)).toEqual([2, 2, 1]);
  });

  it('says how many to remove where seats do not suffice', () => {
    const dryRun = dryRunAssign(read(47), { plan: createPlan(), now });

    expect(dryRun.blocks).toEqual([{ reason: 'too-many-addresses', remove: 7 }]);
    expect(dryRun.chunks).toEqual([]);
    expect(dryRun.requests).toEqual({ reads: 0, writes: 0 });
  });

  it('takes as many as there are seats', () => {
    expect(dryRunAssign(read(40), { plan: createPlan(), now }).blocks).toEqual([]);
  });

  it('keeps Salesforce ids beside their addresses', () => {
    const id = '00Q5e00001AbCdEFGH';
    const text = `email,sfid\na@company.example,\nb@company.example,${id}`;
    const reading = readAddresses(text, { limit: 10 });

    expect(dryRunAssign(reading, { plan: createPlan(), now, chunkSize: 1 }).chunks).toEqual([
      { kind: 'assign', emails: ['a@company.example'], salesforceIds: [''] },
      { kind: 'assign', emails: ['b@company.example'], salesforceIds: [id] },
    ]);
  });

  it.each([
    ['expired', { expiration: '2026-11-22T00:00:00.000Z' }],
    ['locked', { isLockedForRenewal: true }],
    ['inactive', { isActive: false }],
  ] as const)('is blocked by a plan that is %s', (reason, overrides) => {
    const plan = createPlan(overrides);

    expect(dryRunAssign(read(1), { plan, now }).blocks).toEqual([{ reason }]);
    expect(dryRunRevoke(read(1), { plan, now }).blocks).toEqual([{ reason }]);
    expect(dryRunEnroll(read(1), keys(1), { plan, now }).blocks).toEqual([{ reason }]);
  });

  it('is blocked without addresses, and by too many for one operation', () => {
    const plan = createPlan();
    const tooMany = readAddresses('a@company.example b@company.example', { limit: 1 });

    expect(dryRunAssign(read(0, 'nobody'), { plan, now }).blocks).toEqual([
      { reason: 'no-addresses' },
    ]);
    expect(dryRunAssign(tooMany, { plan, now }).blocks).toEqual([
      { reason: 'over-limit', remove: 1 },
    ]);
  });

  it('warns of a plan that has not started', () => {
    const plan = createPlan({ start: '2026-12-01T00:00:00.000Z' });

    expect(dryRunAssign(read(1), { plan, now }).warnings).toEqual([{ reason: 'not-started' }]);
  });
});

describe('dryRunRevoke', () => {
  it.each([
    ['within the cap', 3, 2, [], [2], 1],
    ['up to the cap', 3, 3, [], [3], 0],
    [
      'more than the cap, which counts only what is in use',
      3,
      8,
      [{ reason: 'revocations-may-run-out', left: 3, addresses: 8 }],
      [3, 3, 2],
      0,
    ],
  ])('revokes %s', (_, remaining, count, warnings, sizes, after) => {
    const plan = createPlan({ revocations: { kind: 'capped', applied: 0, remaining, total: 9 } });
    const dryRun = dryRunRevoke(read(count), { plan, now });

    expect(dryRun.blocks).toEqual([]);
    expect(dryRun.warnings).toEqual([{ reason: 'cannot-be-undone' }, ...warnings]);
    expect(dryRun.chunks.map(({ emails }) => emails.length)).toEqual(sizes);
    expect(dryRun.requests).toEqual({ reads: 1 + sizes.length, writes: sizes.length });
    expect(dryRun.revocations).toEqual({ before: remaining, after });
    expect(dryRun.seats).toEqual({ before: 40, after: 40 + count });
  });

  it.each([0, -2])('is blocked where %s revocations are left', (remaining) => {
    const plan = createPlan({ revocations: { kind: 'capped', applied: 5, remaining, total: 5 } });
    const dryRun = dryRunRevoke(read(1), { plan, now });

    expect(dryRun.blocks).toEqual([{ reason: 'no-revocations-left' }]);
    expect(dryRun.revocations).toEqual({ before: remaining, after: remaining });
  });

  it('goes one by one where the cap is not known', () => {
    const plan = createPlan({ revocations: { kind: 'unknown' } });
    const dryRun = dryRunRevoke(read(2), { plan, now });

    expect(dryRun.chunks).toHaveLength(2);
    expect(dryRun.warnings).toContainEqual({ reason: 'cap-unknown' });
    expect(dryRun.revocations).toEqual({ before: undefined, after: undefined });
  });

  it('fills requests where there is no cap, and gives back no more seats than are given out', () => {
    const plan = createPlan({ revocations: { kind: 'unlimited' } });
    const dryRun = dryRunRevoke(read(250), { plan, now });

    expect(dryRun.chunks.map(({ emails }) => emails.length)).toEqual([100, 100, 50]);
    expect(dryRun.seats.after).toBe(100);
    expect(dryRun.revocations).toEqual({ before: Infinity, after: Infinity });
  });
});

describe('dryRunRevokeByStatus', () => {
  const cap = { kind: 'capped', applied: 0, remaining: 25, total: 25 } as const;

  it.each([
    ['pending ones', ['assigned'], [], 60, 25],
    [
      'those in use',
      ['activated'],
      [{ reason: 'too-many-for-cap', left: 25, licenses: 40 }],
      80,
      -15,
    ],
    ['none', [], [{ reason: 'no-licenses' }], 40, 25],
  ] as const)('previews %s by the counts of the plan', (_, statuses, blocks, seats, left) => {
    const dryRun = dryRunRevokeByStatus(statuses, { plan: createPlan({ revocations: cap }), now });

    expect(dryRun.blocks).toEqual(blocks);
    expect(dryRun.seats).toEqual({ before: 40, after: seats });
    expect(dryRun.revocations).toEqual({ before: 25, after: left });
    expect(dryRun.requests.writes).toBe(blocks.length === 0 ? 1 : 0);
  });
});

describe('dryRunEnroll', () => {
  it.each([
    [1, 1, 100, 1],
    [100, 5, 100, 1],
    [101, 5, 1_000, 2],
    [501, 1, 1_000, 2],
    [1_000, 1, 100, 10],
    [3, 7, 2, 2],
    [2, 300, 100, 2],
    [1, 501, 100, 2],
    [3, 1_200, 100, 9],
  ])(
    'enrolls %s learners in %s courses, %s at once: %s requests',
    (people, courses, size, writes) => {
      const plan = createPlan();
      const { chunks, requests } = dryRunEnroll(read(people), keys(courses), {
        plan,
        now,
        chunkSize: size,
      });
      const pairs = chunks.flatMap((chunk) =>
        chunk.kind === 'enroll'
          ? chunk.emails.flatMap((email) => chunk.courseRunKeys.map((key) => `${email} ${key}`))
          : [],
      );

      expect(requests).toEqual({ reads: 1, writes });
      expect(chunks).toHaveLength(writes);
      expect(pairs).toHaveLength(people * courses);
      expect(new Set(pairs).size).toBe(people * courses);
      for (const chunk of chunks) {
        if (chunk.kind !== 'enroll') throw new Error('Not an enrollment.');
        expect(chunk.emails.length * chunk.courseRunKeys.length).toBeLessThanOrEqual(500);
        expect(chunk.emails.length + chunk.courseRunKeys.length).toBeLessThanOrEqual(1_000);
        expect(chunk.emails.length).toBeLessThanOrEqual(size);
      }
    },
  );

  it.each([
    [7, []],
    [8, [{ reason: 'many-courses', count: 8, limit: 7 }]],
  ])('warns of %s courses: %j', (count, warnings) => {
    const dryRun = dryRunEnroll(read(1), [...keys(count), ...keys(1)], { plan: createPlan(), now });

    expect(dryRun.warnings).toEqual([{ reason: 'queued-only' }, ...warnings]);
    expect(dryRun.seats).toEqual({ before: 40, after: 40 });
  });

  it('is blocked without courses', () => {
    const dryRun = dryRunEnroll(read(1), [], { plan: createPlan(), now });

    expect(dryRun.blocks).toEqual([{ reason: 'no-courses' }]);
  });
});

describe('fingerprintOf', () => {
  const kinds = ['assign', 'revoke', 'enroll'] as const;

  it.each([
    ['the same', {}, []],
    ['another title', { title: 'All' }, []],
    ['a day later', { daysLeft: 188, daysLeftWithRenewals: 188 }, []],
    ['a learner who begins', { licenses: { activated: 41, assigned: 19 } }, ['revoke']],
    ['a seat less', { licenses: { unassigned: 39, assigned: 21, allocated: 61 } }, kinds],
    ['a seat more', { licenses: { unassigned: 41, total: 101 } }, ['assign']],
    [
      'a revocation less',
      { revocations: { kind: 'capped', applied: 3, remaining: 2, total: 5 } },
      ['revoke'],
    ],
    ['no cap any more', { revocations: { kind: 'unlimited' } }, kinds],
    ['another end', { expiration: '2028-01-01T00:00:00.000Z' }, kinds],
    ['a lock', { isLockedForRenewal: true }, kinds],
    ['switched off', { isActive: false }, kinds],
    ['another plan', { uuid: 'plan-2' }, kinds],
  ] as const)('tells %s', (_, overrides, changed) => {
    const before = createPlan();
    const after = createPlan(overrides);

    expect(
      kinds.filter((kind) => fingerprintOf(before, kind) !== fingerprintOf(after, kind)),
    ).toEqual(changed);
  });
});

describe('stopReasonOf', () => {
  it.each([
    ['the same plan', createPlan(), undefined],
    ['one seat less', createPlan({ licenses: { unassigned: 39 } }), 'changed'],
    ['a lock, which is a change as well', createPlan({ isLockedForRenewal: true }), 'locked'],
    ['a plan that ended', createPlan({ expiration: '2026-11-01T00:00:00.000Z' }), 'expired'],
    ['a plan that is switched off', createPlan({ isActive: false }), 'inactive'],
    ['no plan', undefined, 'plan-gone'],
  ])('says of %s', (_, plan, reason) => {
    const review = dryRunAssign(read(1), { plan: createPlan(), now });

    expect(stopReasonOf(review, plan, now)).toBe(reason);
  });
});
