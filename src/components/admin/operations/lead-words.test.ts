import { describe, expect, it } from 'vitest';
import type { OperationProblem, WaitReason } from '#admin/operations';
import { createOperationState } from '../../../test/admin-builders.ts';
import { describeLead, describeProgress, describeWait } from './lead-words.ts';

const lead = (
  state: Parameters<typeof createOperationState>[0],
  codes?: Parameters<typeof describeLead>[1],
) => describeLead(createOperationState(state), codes);

describe('describeLead', () => {
  it('counts what came of it, by what was found for each address', () => {
    const counts = { succeeded: 63, failed: 1 };

    expect(
      lead({ state: 'partly', counts }, { assigned: 61, 'already-associated': 2, refused: 1 }),
    ).toBe('61 assigned, 2 held one already, 1 failed.');
    expect(lead({ state: 'partly', counts })).toBe('63 done, 1 failed.');
  });

  it('counts what is not known and what was not sent', () => {
    const counts = { succeeded: 1, unknown: 2, skipped: 3 };

    expect(lead({ kind: 'enroll', state: 'stopped', counts }, { accepted: 1, 'given-up': 2 })).toBe(
      '1 accepted, 2 unknown, 3 not sent.',
    );
  });

  it('says so where the service names nobody', () => {
    expect(lead({ kind: 'revoke', state: 'done', counts: {}, size: 18 })).toBe(
      'The service says that it is done. It was asked for 18 licenses and names nobody.',
    );
    expect(lead({ kind: 'revoke', state: 'stopped', counts: {} })).toBe('Nothing was done.');
  });

  it('says what goes on', () => {
    const chunk = { position: 0, addresses: 1, courseRuns: 1, sentAt: 1 };

    expect(lead({ state: 'waiting' })).toContain('until another operation');
    expect(lead({ state: 'running' })).toContain('being sent');
    expect(lead({ state: 'running', isStopping: true })).toContain('stops');
    expect(lead({ state: 'asking', asking: [chunk, chunk] })).toContain('2 requests');
  });

  const problems: Record<Exclude<OperationProblem['code'], 'assigned' | 'accepted'>, string> = {
    'by-person': 'Somebody stopped it.',
    changed: 'changed after the review',
    'plan-gone': 'does not list this plan',
    expired: 'has ended',
    inactive: 'switched off',
    locked: 'locked while it is renewed',
    refused: 'The service refused. It says: “No”.',
    'not-revoked': 'It says: “No”.',
    'not-named': 'said nothing of it',
    'no-revocations-left': 'no revocations left',
    'given-up': 'left it open',
    'already-associated': 'already',
    revoked: 'taken back',
    'nothing-to-revoke': 'no license',
    'found-done': 'was done',
  };
  it.each(Object.entries(problems))('says why it ended early: %s', (code, words) => {
    const problem = { code, reason: 'No' } as OperationProblem;

    expect(lead({ state: 'stopped', counts: { skipped: 3 }, problem })).toContain(words);
    expect(lead({ state: 'stopped', counts: { skipped: 3 }, problem })).toMatch(/3 not sent\.$/);
  });
});

describe('describeProgress', () => {
  it.each([
    ['assign', '96 of 128 addresses done, 1 of 2 requests answered.'],
    ['revoke', '96 of 128 licenses done, 1 of 2 requests answered.'],
    ['enroll', '96 of 128 enrollments done, 1 of 2 requests answered.'],
  ] as const)('counts what the kind is about: %s', (kind, words) => {
    const counts = { succeeded: 90, failed: 6, waiting: 32 };
    const state = createOperationState({ kind, counts, requests: { done: 1, total: 2 } });

    expect(describeProgress(state)).toBe(words);
  });
});

describe('describeWait', () => {
  const reasons: Record<WaitReason, string> = {
    locked: 'The plan is locked by another change',
    throttled: 'The service asks for a pause',
    unreachable: 'The service does not answer',
    'no-access': 'The service refuses',
    'no-answer': 'A request got no answer',
  };
  it.each(Object.entries(reasons))('says why and until when: %s', (reason, words) => {
    const until = Date.parse('2026-11-23T10:14:05Z');
    const told = describeWait({ wait: { reason: reason as WaitReason, until } });

    expect(told).toMatch(new RegExp(`^${words}`));
    expect(told).toMatch(/; trying again at 10:14:05 UTC\.$/);
  });

  it('says nothing where it does not wait', () => {
    expect(describeWait({})).toBeUndefined();
  });
});
