import { describe, expect, it } from 'vitest';
import { createOperationState } from '../../../test/admin-builders.ts';
import { describeResult, describeWhat, titleOf } from './operation-words.ts';

const settings = { planUuid: 'p', planTitle: 'Engineering 2026', fingerprint: 'f' };

describe('describeWhat', () => {
  it('names the plan, or how many runs', () => {
    expect(describeWhat({ state: createOperationState(), settings })).toBe(
      'Assign, Engineering 2026',
    );
    const state = createOperationState({ kind: 'enroll' });
    expect(describeWhat({ state, settings: { ...settings, courseRunKeys: ['a', 'b'] } })).toBe(
      'Bulk enrollment, 2 runs',
    );
  });

  it('has a title for every kind', () => {
    expect((['assign', 'revoke', 'enroll'] as const).map(titleOf)).toEqual([
      'Assign licenses',
      'Revoke licenses',
      'Bulk enrollment',
    ]);
  });
});

describe('describeResult', () => {
  const says = (state: Parameters<typeof createOperationState>[0], jobId?: string) => {
    const { tone, words } = describeResult({ state: createOperationState(state), jobId });
    return `${tone}: ${words}`;
  };

  it('says how far an operation is', () => {
    const counts = { succeeded: 95, failed: 1, waiting: 32 };

    expect(says({ state: 'waiting' })).toBe('waiting: Waits for another one');
    expect(says({ state: 'running', counts })).toBe('running: 96 of 128, running');
    expect(says({ state: 'running', counts, isStopping: true })).toBe(
      'running: 96 of 128, stopping',
    );
    expect(says({ state: 'running', counts, wait: { reason: 'locked', until: 1 } })).toBe(
      'waiting: 96 of 128, waiting',
    );
    expect(says({ state: 'asking', counts })).toBe('warning: Needs an answer');
  });

  it('says what came of it', () => {
    expect(says({ state: 'done', counts: { succeeded: 128 } })).toBe('good: Done');
    expect(says({ state: 'partly', counts: { succeeded: 1204, failed: 1, unknown: 2 } })).toBe(
      'failed: 1,204 done, 1 failed, 2 unknown',
    );
    expect(says({ state: 'failed', counts: { failed: 5 } })).toBe('failed: 5 failed');
    expect(says({ state: 'stopped', counts: { skipped: 5 } })).toBe('quiet: Stopped, nothing done');
    expect(says({ state: 'stopped', counts: { succeeded: 4, skipped: 1 } })).toBe(
      'quiet: Stopped, 4 done',
    );
  });

  it('says that a revocation of nobody by name has failed', () => {
    expect(says({ kind: 'revoke', state: 'failed', counts: {} })).toBe('failed: Failed');
  });

  it('never says of an enrollment that it is done, only that it was accepted', () => {
    const done = { kind: 'enroll', state: 'done', counts: { succeeded: 2 } } as const;

    expect(says({ ...done, requests: { done: 1, total: 1 } }, '5f7d1c9e-aaaa-4bbb-8ccc-0')).toBe(
      'good: Accepted, job 5f7d1c9e',
    );
    expect(says({ ...done, requests: { done: 3, total: 3 } })).toBe('good: Accepted, 3 jobs');
    expect(says({ ...done, requests: { done: 1, total: 1 } })).toBe('good: Accepted, 1 job');
  });
});
