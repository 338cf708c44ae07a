import { describe, expect, test } from 'vitest';
import { dialects } from '../../test/licensing-sandbox.ts';
import {
  assign,
  createGate,
  enroll,
  mona,
  people,
  revoke,
  revokeByStatus,
  startOperations,
} from '../../test/operation-runner.ts';
import { listResults, type Store } from '../store/index.server.ts';
import { parseDetail } from './detail.server.ts';
import type { WaitReason } from './types.server.ts';

const keys = ['course-v1:X+A1+1T2026'];
const today = Date.parse('2026-11-25T12:00:00Z');
const minuteMs = 60_000;

/** Notes each wait that could be seen while it lasted; time passes by waiting only. */
function createWaits() {
  const lengths: number[] = [];
  let now = today;
  return {
    lengths,
    now: () => now,
    async sleep(ms: number, signal?: AbortSignal) {
      signal?.throwIfAborted();
      lengths.push(ms);
      now += ms;
      await new Promise(setImmediate);
    },
  };
}

async function startWaiting(dialect: (typeof dialects)[number]) {
  const { lengths, ...clock } = createWaits();
  const world = await startOperations({ dialect, runner: clock });
  return { ...world, lengths };
}

const answersOf = (log: { action: string; detail: Record<string, unknown> }[]) =>
  log
    .filter(({ action }) => action === 'request-answered' || action === 'request-decided')
    .map(({ detail }) => detail['reason'] ?? detail['answer'] ?? detail['decision']);

async function listCodes(store: Store, id: string) {
  const rows = await listResults(store, id, { from: 0, limit: 99 });
  return [...new Set(rows.map(({ detail }) => parseDetail(detail)?.code))];
}

describe.each(dialects)('the %s', (dialect) => {
  test.each<[string, object, WaitReason, number[]]>([
    [
      '423',
      { status: 423, body: JSON.stringify('Assignment currently locked.') },
      'locked',
      [5000, 10_000, 20_000],
    ],
    [
      '429 with Retry-After',
      { status: 429, headers: { 'Retry-After': '7' }, body: { detail: 'Request was throttled.' } },
      'throttled',
      [7000, 7000, 7000],
    ],
    [
      '429 with seconds in its text',
      { status: 429, body: { detail: 'Request was throttled. Expected available in 42 seconds.' } },
      'throttled',
      [42_000, 42_000, 42_000],
    ],
    [
      '429 without a number',
      { status: 429, body: { message: 'Too Many Requests' } },
      'throttled',
      [minuteMs, 2 * minuteMs, 4 * minuteMs],
    ],
    [
      '429 that asks for too long',
      { status: 429, headers: { 'Retry-After': '999999' }, body: {} },
      'throttled',
      [65 * minuteMs, 65 * minuteMs, 65 * minuteMs],
    ],
  ])('%s waits and says so', async (_name, fault, reason, expected) => {
    const { confirm, finish, sandbox, lengths, runner, readLog } = await startWaiting(dialect);
    sandbox.faults.add({ match: { route: 'assign' }, times: 3, ...fault });

    const id = await confirm(assign(people(4)), { chunkSize: 2 });
    const waits: (WaitReason | undefined)[] = [];
    for await (const { wait } of runner.watch(id, AbortSignal.timeout(10_000))) {
      if (wait !== undefined && wait.until > today) waits.push(wait.reason);
    }

    expect(await finish(id)).toMatchObject({ state: 'done', counts: { succeeded: 4 } });
    expect(lengths).toEqual(expected);
    expect(new Set(waits)).toEqual(new Set([reason]));
    expect(answersOf(await readLog(id))).toEqual([reason, reason, reason, 'answered', 'answered']);
  });

  test('a lost answer of assigning: it is sent again, and nobody gets two', async () => {
    const { confirm, finish, sandbox, store, listHolders, readLog } = await startWaiting(dialect);
    sandbox.faults.add({ match: { route: 'assign' }, truncate: true, times: 1 });

    const id = await confirm(assign(people(4)), { chunkSize: 2 });

    expect(await finish(id)).toMatchObject({ state: 'done', counts: { succeeded: 4 } });
    expect(await listCodes(store, id)).toEqual(['already-associated', 'assigned']);
    for (const email of people(4).split('\n')) expect(listHolders().get(email)).toBe(1);
    expect(answersOf(await readLog(id))).toEqual(['lost', 'again', 'answered', 'answered']);
  });

  test('answers of assigning that keep getting lost: a person is asked, after pauses', async () => {
    const { confirm, settle, sandbox, lengths } = await startWaiting(dialect);
    sandbox.faults.add({ match: { route: 'assign' }, status: 502, body: '<h1>Bad Gateway</h1>' });

    const id = await confirm(assign(people(2)));

    expect(await settle(id)).toMatchObject({ state: 'asking', asking: [{ addresses: 2 }] });
    expect(lengths).toEqual([5000, 10_000, 20_000, 40_000, 80_000]);
  });

  test.each<[string, object, string[], string]>([
    ['lost after it happened', { truncate: true }, ['lost', 'done'], 'found-done'],
    ['lost before it happened', { hangUp: true }, ['lost', 'again', 'answered'], 'revoked'],
  ])('an answer of revoking, %s: the counts decide', async (_name, fault, answers, code) => {
    const { confirm, finish, sandbox, store, listHolders, readLog } = await startWaiting(dialect);
    const holders = [...listHolders().keys()].slice(0, 3);
    sandbox.faults.add({ match: { route: 'bulk-revoke' }, times: 1, ...fault });

    const id = await confirm(revoke(holders.join('\n')));

    expect(await finish(id)).toMatchObject({ state: 'done', counts: { succeeded: 3 } });
    expect(answersOf(await readLog(id))).toEqual(answers);
    expect(await listCodes(store, id)).toEqual([code]);
    expect(holders.filter((email) => listHolders().has(email))).toEqual([]);
  });

  test('an answer of revoking by status that is lost: the counts say that it happened', async () => {
    const { confirm, finish, sandbox, readLog, readPlan } = await startWaiting(dialect);
    sandbox.faults.add({ match: { route: 'bulk-revoke' }, times: 1, truncate: true });

    const id = await confirm(revokeByStatus('assigned'));

    expect(await finish(id)).toMatchObject({ state: 'done', requests: { done: 1, total: 1 } });
    expect(answersOf(await readLog(id))).toEqual(['lost', 'done']);
    expect((await readPlan()).licenses.assigned).toBe(0);
  });

  test('a revocation that a killed server left unknown is decided after a pause', async () => {
    const { confirm, watchUntil, sandbox, listHolders, startRunner, runner, readLog } =
      await startOperations({ dialect, runner: { sleep: createGate().sleep } });
    const [holder] = listHolders().keys();
    sandbox.faults.add({ match: { route: 'bulk-revoke' }, truncate: true, times: 1 });
    const id = await confirm(revoke(String(holder)));
    await watchUntil(id, ({ wait }) => wait?.reason === 'no-answer');
    await runner.close();

    const waits = createWaits();
    const next = startRunner(waits);
    await next.runner.resume();

    expect(await next.finish(id)).toMatchObject({ state: 'done', counts: { succeeded: 1 } });
    expect(waits.lengths[0]).toBe(5000);
    expect(answersOf(await readLog(id))).toEqual(['lost', 'done']);
  });

  test('counts that say neither: a person is asked', async () => {
    const { confirm, settle, sandbox, listHolders } = await startWaiting(dialect);
    const holders = [...listHolders().keys()].slice(0, 3);
    sandbox.faults.add({ match: { route: 'bulk-revoke' }, times: 1, truncate: true });
    // Somebody else revoked one meanwhile; the review and the check have read the plan before.
    const set = { 'results.*.licenses.revoked': 77 };
    sandbox.faults.add({ match: { route: 'subscriptions' }, skip: 2, set });

    const id = await confirm(revoke(holders.join('\n')));

    expect(await settle(id)).toMatchObject({ state: 'asking', asking: [{ addresses: 3 }] });
  });

  test('a lost answer of enrolling is never sent again: the others go out, then a person is asked', async () => {
    const { confirm, settle, sandbox, lengths } = await startWaiting(dialect);
    sandbox.faults.add({ match: { route: 'bulk-license-enrollment' }, times: 1, truncate: true });

    const id = await confirm(enroll(people(4), keys), { chunkSize: 2 });

    expect(await settle(id)).toMatchObject({
      state: 'asking',
      counts: { succeeded: 2, waiting: 2 },
      asking: [{ position: 0, addresses: 2, courseRuns: 1 }],
    });
    const sends = sandbox.requests.filter(({ path }) => path.includes('bulk-license-enrollment'));
    expect(sends).toHaveLength(2);
    expect(lengths).toEqual([]);
  });

  test('a token that is refused in the middle is renewed', async () => {
    const { confirm, finish, watchUntil, sandbox, lengths } = await startWaiting(dialect);
    sandbox.faults.add({ match: { route: 'assign' }, skip: 1, times: 1, delayMs: 30 });

    const id = await confirm(assign(people(6)), { chunkSize: 2 });
    await watchUntil(id, ({ requests }) => requests.done === 1);
    sandbox.revokeTokens();

    expect(await finish(id)).toMatchObject({ state: 'done', counts: { succeeded: 6 } });
    expect(sandbox.requests.some(({ status }) => status === 401)).toBe(true);
    expect(lengths).toEqual([]);
  });

  test.each<[string, object, number[]]>([
    [
      'credentials that are refused',
      { status: 401, body: { error: 'invalid_client' } },
      [30_000, 60_000, 120_000],
    ],
    ['a token service that fails', { status: 503, body: '' }, [5000, 10_000, 20_000]],
  ])('%s for a while: it waits, sends nothing and asks nobody', async (_name, fault, expected) => {
    const { confirm, finish, sandbox, lengths, store } = await startWaiting(dialect);

    const id = await confirm(enroll(people(2), keys), {
      chunkSize: 1,
      // The runner's own client has no token yet.
      beforeConfirm: () => sandbox.faults.add({ match: { route: 'token' }, times: 3, ...fault }),
    });

    expect(await finish(id)).toMatchObject({ state: 'done', counts: { succeeded: 2 } });
    expect(lengths).toEqual(expected);
    expect(await listCodes(store, id)).toEqual(['accepted']);
  });

  test('credentials that are refused between two requests: nothing is lost', async () => {
    const { confirm, finish, sandbox, lengths, readLog } = await startWaiting(dialect);
    sandbox.faults.add({
      match: { route: 'bulk-license-enrollment' },
      ...{ skip: 1, times: 2, status: 401, body: { detail: 'Invalid token.' } },
    });

    const id = await confirm(enroll(people(2), keys), { chunkSize: 1 });

    expect(await finish(id)).toMatchObject({ state: 'done', counts: { succeeded: 2 } });
    expect(lengths).toEqual([30_000]);
    expect(answersOf(await readLog(id))).toEqual(['answered', 'no-access', 'answered']);
  });

  test('an API that is down for a while, in the middle', async () => {
    const { confirm, finish, sandbox, lengths, listHolders } = await startWaiting(dialect);
    const holders = [...listHolders().keys()].slice(0, 4);
    sandbox.faults.add({
      match: { route: 'subscriptions' },
      skip: 2,
      times: 8,
      status: 503,
      body: '',
    });

    const id = await confirm(revoke(holders.join('\n')), { chunkSize: 2 });

    expect(await finish(id)).toMatchObject({ state: 'done', counts: { succeeded: 4 } });
    expect(lengths).toEqual([5, 10, 20, 40, 80, 160, 300, 300].map((seconds) => seconds * 1000));
  });
});

describe('assigned with an answer that got lost', () => {
  test('then refused: it is not known, and not a failure to try again', async () => {
    const { confirm, finish, sandbox, store, runner } = await startOperations();
    sandbox.faults.add({ match: { route: 'assign' }, truncate: true, times: 1 });
    sandbox.faults.add({ match: { route: 'assign' }, status: 403, body: { detail: 'No right.' } });

    const id = await confirm(assign(people(2)));

    expect(await finish(id)).toMatchObject({ counts: { unknown: 2 } });
    expect(await listCodes(store, id)).toEqual(['refused']);
    expect((await runner.retryFailed(id))?.groups).toEqual([]);
  });

  test('then stopped while it waits to be sent again: it is not known, and was not skipped', async () => {
    const gate = createGate();
    const { confirm, finish, watchUntil, sandbox, runner } = await startOperations({
      runner: {
        sleep: (ms, signal) => (ms < minuteMs ? Promise.resolve() : gate.sleep(ms, signal)),
      },
    });
    sandbox.faults.add({ match: { route: 'assign' }, truncate: true, times: 1 });
    sandbox.faults.add({ match: { route: 'assign' }, status: 429 });
    const id = await confirm(assign(people(4)), { chunkSize: 2 });
    await watchUntil(id, ({ wait }) => wait?.reason === 'throttled');

    await runner.stop(id, mona);

    expect(await finish(id)).toMatchObject({ counts: { unknown: 2, skipped: 2 } });
    expect((await runner.retryFailed(id))?.groups).toMatchObject([
      { addresses: [{ email: 'learner-2@new.example' }, { email: 'learner-3@new.example' }] },
    ]);
  });
});

test('a revocation by status that is refused says why, though it names nobody', async () => {
  const { confirm, finish, sandbox } = await startOperations({ dialect: 'gateway' });
  sandbox.faults.add({
    match: { route: 'bulk-revoke' },
    status: 400,
    body: {
      unsuccessful_revocations: [{ error: 'Plan does not have enough revocations remaining.' }],
    },
  });

  const id = await confirm(revokeByStatus('assigned'));

  expect(await finish(id)).toMatchObject({
    state: 'failed',
    counts: {},
    problem: { code: 'refused', reason: expect.stringMatching(/enough revocations/) as string },
  });
});

test('a bare string as an error is the reason of each address', async () => {
  const { confirm, finish, sandbox, store, runner } = await startOperations();
  const body = JSON.stringify('Too many provided enrollments, please try a smaller request.');
  sandbox.faults.add({ match: { route: 'bulk-license-enrollment' }, status: 400, body, times: 1 });

  const id = await confirm(enroll(people(4), keys), { chunkSize: 2 });

  expect(await finish(id)).toMatchObject({ state: 'partly', counts: { failed: 2, succeeded: 2 } });
  const [row] = await listResults(store, id, { from: 0, limit: 1, outcome: 'failed' });
  expect(parseDetail(row?.detail ?? null)).toEqual({
    code: 'refused',
    reason: 'Too many provided enrollments, please try a smaller request',
  });
  expect(await runner.retryFailed(id)).toMatchObject({
    kind: 'enroll',
    groups: [
      {
        addresses: [{ email: 'learner-0@new.example' }, { email: 'learner-1@new.example' }],
        courseRunKeys: keys,
      },
    ],
  });
});
