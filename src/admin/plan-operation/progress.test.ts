import { describe, expect, it } from 'vitest';
import {
  EnterpriseApiAuthError,
  EnterpriseApiConnectionError,
  EnterpriseApiError,
  EnterpriseApiHttpError,
  EnterpriseApiOutcomeError,
  EnterpriseApiResponseError,
  EnterpriseApiTimeoutError,
  type RevocableStatus,
} from '#enterprise-api';
import {
  answerChunk,
  answerOfAssignment,
  answerOfEnrollment,
  answerOfError,
  answerOfRevocation,
  decideUnknown,
  fitChunk,
  nextStepOf,
  recoverChunk,
  resolveChunk,
  sendChunk,
  startProgress,
  type Chunk,
  type ChunkProgress,
  type ChunkState,
} from './index.ts';
import { failChunk } from './chunk-states.ts';
import { createPlan } from '../../test/admin-builders.ts';

const ada = 'ada@company.example';
const bob = 'bob@company.example';
const assign: Chunk = { kind: 'assign', emails: [ada] };
const revoke: Chunk = { kind: 'revoke', emails: [ada, bob] };
const enroll: Chunk = { kind: 'enroll', emails: [ada], courseRunKeys: ['run-1', 'run-2'] };
const before = { activated: 40, assigned: 20, revoked: 2 };

function chunk(state: ChunkState, request: Chunk = assign): ChunkProgress {
  return { request, state, attempts: 1 };
}

describe('the states of a chunk', () => {
  const transitions: Record<string, (one: ChunkProgress) => ChunkProgress> = {
    send: (one) => sendChunk(one),
    answered: (one) => answerChunk(one, { kind: 'answered', outcomes: [] }),
    refused: (one) =>
      answerChunk(one, { kind: 'refused', detail: { code: 'refused', reason: 'No.' } }),
    postponed: (one) => answerChunk(one, { kind: 'postponed', reason: 'locked' }),
    lost: (one) => answerChunk(one, { kind: 'lost' }),
    recover: recoverChunk,
    again: (one) => resolveChunk(one, 'again'),
    foundDone: (one) => resolveChunk(one, 'done'),
    ask: (one) => resolveChunk(one, 'ask'),
    giveUp: (one) => resolveChunk(one, 'give-up'),
    fail: (one) => failChunk(one, 'no-revocations-left'),
  };
  const table: Record<string, Partial<Record<ChunkState, ChunkState>>> = {
    send: { waiting: 'sent' },
    answered: { sent: 'done' },
    refused: { sent: 'failed' },
    postponed: { sent: 'waiting' },
    lost: { sent: 'unknown' },
    recover: {
      waiting: 'waiting',
      sent: 'unknown',
      unknown: 'unknown',
      done: 'done',
      failed: 'failed',
    },
    again: { unknown: 'waiting' },
    foundDone: { unknown: 'done' },
    ask: { unknown: 'unknown' },
    giveUp: { unknown: 'failed' },
    fail: { waiting: 'failed' },
  };
  const states: ChunkState[] = ['waiting', 'sent', 'unknown', 'done', 'failed'];
  const cases = Object.keys(table).flatMap((name) =>
    states.map((state) => [name, state, table[name]?.[state] ?? 'refused'] as const),
  );

  it.each(cases)('%s: %s becomes %s', (name, state, next) => {
    const go = () => transitions[name]?.(chunk(state));

    if (next === 'refused') expect(go).toThrow(/^A chunk that is \w+ is not \w+/);
    else expect(go()?.state).toBe(next);
  });

  it('counts how often it was sent, and keeps the counts from before', () => {
    const [first] = startProgress([revoke]);
    const sent = sendChunk(first!, before);
    const again = sendChunk(resolveChunk(answerChunk(sent, { kind: 'lost' }), 'again'));

    const putOff = answerChunk(sent, { kind: 'postponed', reason: 'locked' });

    expect(sent).toMatchObject({ attempts: 1, before });
    expect(putOff).toEqual({ request: revoke, state: 'waiting', attempts: 0 });
    expect(again).toEqual({ request: revoke, state: 'sent', attempts: 2 });
  });

  it('says of a chunk that names nobody what became of it as a whole', () => {
    const statuses: RevocableStatus[] = ['assigned'];
    const byStatus: Chunk = { kind: 'revoke-by-status', emails: [], statuses, expected: 3 };
    const detail = { code: 'refused', reason: 'No.' } as const;

    expect(answerChunk(chunk('sent', byStatus), { kind: 'refused', detail })).toMatchObject({
      state: 'failed',
      detail,
      outcomes: [],
    });
    expect(resolveChunk(chunk('unknown', byStatus), 'done').detail).toEqual({ code: 'found-done' });
    expect(failChunk(chunk('waiting', byStatus), 'no-revocations-left').detail).toEqual({
      code: 'no-revocations-left',
    });
  });

  it('says for each address and course what became of it', () => {
    const failed = answerChunk(chunk('sent', enroll), {
      kind: 'refused',
      detail: { code: 'refused', reason: 'Too many.' },
    });
    const detail = { code: 'refused', reason: 'Too many.' };

    expect(failed.outcomes).toEqual([
      { email: ada, courseRunKey: 'run-1', outcome: 'failed', detail },
      { email: ada, courseRunKey: 'run-2', outcome: 'failed', detail },
    ]);
    expect(resolveChunk(chunk('unknown'), 'give-up').outcomes).toEqual([
      { email: ada, outcome: 'unknown', detail: { code: 'given-up' } },
    ]);
  });
});

describe('fitChunk', () => {
  const cap = (remaining: number) =>
    createPlan({ revocations: { kind: 'capped', applied: 0, remaining, total: 5 } });

  it.each([
    ['enough is left', revoke, cap(2), [['waiting', [ada, bob]]]],
    [
      'less is left',
      revoke,
      cap(1),
      [
        ['waiting', [ada]],
        ['waiting', [bob]],
      ],
    ],
    ['nothing is left', revoke, cap(0), [['failed', [ada, bob]]]],
    ['less than nothing is left', revoke, cap(-3), [['failed', [ada, bob]]]],
    [
      'there is no cap',
      revoke,
      createPlan({ revocations: { kind: 'unlimited' } }),
      [['waiting', [ada, bob]]],
    ],
    [
      'the cap is not known',
      revoke,
      createPlan({ revocations: { kind: 'unknown' } }),
      [['waiting', [ada, bob]]],
    ],
    ['it does not revoke', assign, cap(0), [['waiting', [ada]]]],
  ])('where %s', (_, request, plan, parts) => {
    const fitted = fitChunk(chunk('waiting', request), plan);

    expect(fitted.map(({ state, request }) => [state, request.emails])).toEqual(parts);
  });

  it('cuts only what waits', () => {
    expect(() => fitChunk(chunk('sent', revoke), cap(1))).toThrow();
    expect(() => fitChunk(chunk('sent', revoke), cap(0))).toThrow();
  });
});

describe('decideUnknown', () => {
  it.each([
    ['an assignment', assign, 1, undefined, 'again'],
    ['an assignment that keeps getting lost', assign, 5, undefined, 'ask'],
    ['an enrollment', enroll, 1, undefined, 'ask'],
    ['an enrollment, whatever the counts', enroll, 1, before, 'ask'],
    ['a revocation, unchanged', revoke, 1, before, 'again'],
    ['a revocation that keeps getting lost', revoke, 5, before, 'ask'],
    ['a revocation, all gone', revoke, 1, { activated: 39, assigned: 19, revoked: 4 }, 'done'],
    [
      'a revocation, all of one status',
      revoke,
      1,
      { activated: 38, assigned: 20, revoked: 4 },
      'done',
    ],
    ['a revocation, half gone', revoke, 1, { activated: 39, assigned: 20, revoked: 3 }, 'ask'],
    ['a revocation, more gone', revoke, 1, { activated: 37, assigned: 20, revoked: 5 }, 'ask'],
    ['a learner began meanwhile', revoke, 1, { activated: 41, assigned: 19, revoked: 2 }, 'ask'],
    ['all gone and others assigned', revoke, 1, { activated: 39, assigned: 21, revoked: 4 }, 'ask'],
    ['counts that could not be read', revoke, 1, undefined, 'ask'],
    [
      'one by status, all gone',
      { kind: 'revoke-by-status', emails: [], statuses: ['assigned'], expected: 20 },
      1,
      { activated: 40, assigned: 0, revoked: 22 },
      'done',
    ],
  ] as [string, Chunk, number, typeof before | undefined, string][])(
    'of %s',
    (_, request, attempts, now, decision) => {
      expect(decideUnknown({ request, state: 'unknown', attempts, before }, now)).toBe(decision);
    },
  );

  it('asks where nobody wrote down the counts from before', () => {
    expect(decideUnknown(chunk('unknown', revoke), before)).toBe('ask');
  });
});

describe('nextStepOf', () => {
  const asking: ChunkProgress = { ...chunk('unknown', revoke), isAsking: true };

  it.each([
    [
      'sends in order',
      [chunk('done'), chunk('waiting'), chunk('waiting')],
      { do: 'send', index: 1 },
    ],
    ['awaits what is sent', [chunk('waiting'), chunk('sent')], { do: 'await', index: 1 }],
    ['decides before it sends', [chunk('waiting'), chunk('unknown')], { do: 'decide', index: 1 }],
    ['asks before it sends', [chunk('waiting', revoke), asking], { do: 'ask', index: 1 }],
    [
      'sends other enrollments before it asks',
      [chunk('unknown', enroll), chunk('waiting', enroll)],
      { do: 'send', index: 1 },
    ],
    [
      'asks about enrollments in the end',
      [chunk('unknown', enroll), chunk('done', enroll)],
      { do: 'decide', index: 0 },
    ],
    ['is done', [chunk('done'), chunk('done')], { do: 'finish', result: 'done' }],
    ['is partly done', [chunk('done'), chunk('failed')], { do: 'finish', result: 'partly' }],
    ['failed', [chunk('failed')], { do: 'finish', result: 'failed' }],
  ])('%s', (_, chunks, step) => {
    expect(nextStepOf(chunks)).toEqual(step);
  });
});

describe('answers', () => {
  const http = (status: number, retryAfterMs?: number) =>
    new EnterpriseApiHttpError({
      status,
      method: 'POST',
      path: '/path',
      detail: 'Why.',
      isStructured: true,
      retryAfterMs,
    });

  it.each([
    ['423', http(423), { kind: 'postponed', reason: 'locked' }],
    ['429', http(429, 9_000), { kind: 'postponed', reason: 'throttled', waitMs: 9_000 }],
    ['400', http(400), { kind: 'refused', detail: { code: 'refused', reason: 'Why.' } }],
    ['404', http(404), { kind: 'refused', detail: { code: 'refused', reason: 'Why.' } }],
    ['401', new EnterpriseApiAuthError(http(401), ''), { kind: 'postponed', reason: 'no-access' }],
    [
      'no connection',
      new EnterpriseApiConnectionError('x'),
      { kind: 'postponed', reason: 'unreachable' },
    ],
    ['a lost answer', new EnterpriseApiOutcomeError(http(502), true), { kind: 'lost' }],
    ['500 of the token', http(500), { kind: 'postponed', reason: 'unreachable' }],
    [
      'a time-out of the token',
      new EnterpriseApiTimeoutError('x'),
      { kind: 'postponed', reason: 'unreachable' },
    ],
    [
      'what the client did not send',
      new EnterpriseApiError('Nothing was sent.'),
      { kind: 'refused', detail: { code: 'refused', reason: 'Nothing was sent.' } },
    ],
    ['an abort', new DOMException('x', 'AbortError'), { kind: 'lost' }],
    ['a fault of ours', new TypeError('x'), { kind: 'lost' }],
  ])('reads %s', (_, error, answer) => {
    expect(answerOfError(error)).toEqual(answer);
  });

  it('reads a redirect as a refusal', () => {
    const error = new EnterpriseApiResponseError('/path', 'redirect', 'leads elsewhere');

    expect(answerOfError(error).kind).toBe('refused');
  });

  it('says for each address what became of it', () => {
    expect(
      answerOfAssignment({
        assigned: [{ email: ada, licenseUuid: 'l' }],
        alreadyAssociated: [bob],
      }),
    ).toEqual({
      kind: 'answered',
      outcomes: [
        { email: ada, outcome: 'succeeded', detail: { code: 'assigned', licenseUuid: 'l' } },
        { email: bob, outcome: 'succeeded', detail: { code: 'already-associated' } },
      ],
    });
    expect(
      answerOfRevocation({
        entries: [
          { email: ada, outcome: 'nothing-to-revoke' },
          { email: bob, outcome: 'failed', reason: 'Why.' },
        ],
      }),
    ).toEqual({
      kind: 'answered',
      outcomes: [
        { email: ada, outcome: 'succeeded', detail: { code: 'nothing-to-revoke' } },
        { email: bob, outcome: 'failed', detail: { code: 'not-revoked', reason: 'Why.' } },
      ],
    });
    const job = { emails: [ada], courseRunKeys: ['run-1', 'run-2'], jobId: 'j' };
    expect(answerOfEnrollment({ jobs: [job] })).toMatchObject({
      kind: 'answered',
      outcomes: [{ courseRunKey: 'run-1' }, { courseRunKey: 'run-2', detail: { jobId: 'j' } }],
    });
    const failure = { error: new Error('x'), chunk: job, rest: [] };
    expect(answerOfEnrollment({ jobs: [job], failure })).toEqual({ kind: 'lost' });
  });
});
