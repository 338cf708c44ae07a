import { describe, expect, test } from 'vitest';
import { printedPlan } from '../../test/licensing-sandbox.ts';
import {
  assign,
  cappedTitle,
  createGate,
  enroll,
  mona,
  people,
  revoke,
  startOperations,
} from '../../test/operation-runner.ts';
import { dryRunAssign } from '../plan-operation/index.ts';
import { readAddresses } from '../addresses/index.ts';
import { listOperations } from '../store/index.server.ts';
import type { OperationState } from './types.server.ts';

const otto = { subject: 'otto', name: 'Otto' };
const keys = ['course-v1:X+A1+1T2026'];
const actionsOf = (log: { action: string }[]) => log.map(({ action }) => action);
const sendsOf = (requests: { path: string }[], end: string) =>
  requests.filter(({ path }) => path.endsWith(end)).length;

test('a second click runs nothing and writes nothing', async () => {
  const { confirm, finish, sandbox, readLog, store } = await startOperations();
  const idempotencyKey = 'key-1';

  const ids = await Promise.all(
    [1, 2, 3].map(() => confirm(assign(people(3)), { idempotencyKey })),
  );
  await finish(ids[0]!);
  const late = await confirm(assign(people(3)), { idempotencyKey });

  expect(new Set([...ids, late]).size).toBe(1);
  expect(sendsOf(sandbox.requests, '/assign')).toBe(1);
  expect(await listOperations(store, { limit: 9 })).toHaveLength(1);
  const log = actionsOf(await readLog(late));
  expect(log.filter((action) => action === 'operation-confirmed')).toHaveLength(1);
});

test('a dry run with blocks can’t be confirmed', async () => {
  const { confirm } = await startOperations();

  await expect(confirm(assign(people(41)))).rejects.toThrow(/too-many-addresses/);
});

describe('a queue', () => {
  test('operations on one plan run one after the other, on two plans side by side', async () => {
    const gate = createGate();
    const { confirm, finish, watchUntil, sandbox, runner } = await startOperations({
      runner: { sleep: gate.sleep },
    });
    sandbox.faults.add({ match: { route: 'bulk-license-enrollment' }, status: 429, times: 1 });

    const first = await confirm(enroll(people(2), keys));
    await watchUntil(first, ({ wait }) => wait !== undefined);
    const second = await confirm(enroll(people(2, 'second'), keys));
    const other = await confirm(enroll(people(2), keys), { plan: cappedTitle });
    expect(await finish(other)).toMatchObject({ state: 'done' });
    expect(await runner.read(second)).toMatchObject({ state: 'waiting' });
    gate.open();

    expect(await finish(second)).toMatchObject({ state: 'done' });
    const ends = await Promise.all([first, second].map((id) => runner.read(id)));
    expect(ends[0]!.endedAt).toBeLessThanOrEqual(ends[1]!.startedAt!);
  });

  test('what the first one changed stops the second, which was reviewed before', async () => {
    const gate = createGate();
    const { confirm, finish, watchUntil, sandbox } = await startOperations({
      runner: { sleep: gate.sleep },
    });
    sandbox.faults.add({ match: { route: 'assign' }, status: 423, times: 1 });
    const first = await confirm(assign(people(2)));
    await watchUntil(first, ({ wait }) => wait !== undefined);
    const second = await confirm(assign(people(2, 'second')));
    gate.open();

    expect(await finish(second)).toMatchObject({
      state: 'stopped',
      problem: { code: 'changed' },
      counts: { skipped: 2 },
      requests: { done: 0, total: 1 },
    });
    expect(sendsOf(sandbox.requests, '/assign')).toBe(2);
  });

  test('who is asked keeps the queue', async () => {
    const { confirm, finish, settle, sandbox, runner } = await startOperations();
    sandbox.faults.add({ match: { route: 'bulk-license-enrollment' }, hangUp: true, times: 1 });
    const first = await confirm(enroll(people(2), keys));
    await settle(first);

    const second = await confirm(enroll(people(2, 'second'), keys));
    expect(await runner.read(second)).toMatchObject({ state: 'waiting' });
    expect(await runner.stop(first, otto)).toBe(true);

    expect(await finish(first)).toMatchObject({
      state: 'stopped',
      problem: { code: 'by-person' },
      counts: { unknown: 2 },
      asking: [],
    });
    expect(await finish(second)).toMatchObject({ state: 'done' });
  });
});

describe('the plan right before the first request', () => {
  test.each([
    ['changed', { 'results.*.licenses.unassigned': 39 }],
    ['locked', { 'results.*.is_locked_for_renewal_processing': true }],
    ['inactive', { 'results.*.is_active': false }],
    ['expired', { 'results.*.expiration_date': '2026-11-01T00:00:00Z' }],
    ['plan-gone', { 'results.*.uuid': 'another' }],
  ])('%s: nothing is sent', async (code, set) => {
    const { confirm, finish, sandbox, readLog } = await startOperations();
    // The review has read it before.
    sandbox.faults.add({ match: { route: 'subscriptions' }, skip: 1, set });

    const id = await confirm(assign(people(3)));

    expect(await finish(id)).toMatchObject({ state: 'stopped', problem: { code } });
    expect(sendsOf(sandbox.requests, '/assign')).toBe(0);
    expect((await readLog(id)).at(-1)).toMatchObject({
      action: 'operation-ended',
      detail: { result: 'stopped', code, skipped: 3 },
    });
  });

  test.each([
    ['changed', { 'results.*.licenses.unassigned': 39 }],
    ['locked', { 'results.*.is_locked_for_renewal_processing': true }],
  ])('%s while the first request waits to be sent again: it is not', async (code, set) => {
    const gate = createGate();
    const { confirm, finish, watchUntil, sandbox } = await startOperations({
      runner: { sleep: gate.sleep },
    });
    sandbox.faults.add({ match: { route: 'assign' }, status: 429, times: 1 });
    const id = await confirm(assign(people(2)));
    await watchUntil(id, ({ wait }) => wait !== undefined);
    sandbox.faults.add({ match: { route: 'subscriptions' }, set });
    gate.open();

    expect(await finish(id)).toMatchObject({ state: 'stopped', problem: { code } });
    expect(sendsOf(sandbox.requests, '/assign')).toBe(1);
  });

  test('locked between its own requests: the rest is skipped, and offered again', async () => {
    const { confirm, finish, sandbox, runner, listHolders } = await startOperations({
      switches: { revoke: 'current' },
    });
    const holders = [...listHolders().keys()].slice(0, 4);
    const set = { 'results.*.is_locked_for_renewal_processing': true };
    sandbox.faults.add({ match: { route: 'subscriptions' }, skip: 2, set });

    const id = await confirm(revoke(holders.join('\n')), { chunkSize: 2 });

    expect(await finish(id)).toMatchObject({
      state: 'stopped',
      problem: { code: 'locked' },
      counts: { succeeded: 2, skipped: 2 },
    });
    expect(await runner.retryFailed(id)).toMatchObject({
      planUuid: printedPlan,
      groups: [{ addresses: holders.slice(2).map((email) => ({ email })) }],
    });
  });
});

describe('stopping', () => {
  test('ends after the request in flight, and a wait at once', async () => {
    const gate = createGate();
    const { confirm, finish, watchUntil, sandbox, runner, readLog } = await startOperations({
      runner: { sleep: gate.sleep },
    });
    sandbox.faults.add({ match: { route: 'assign' }, skip: 1, status: 429 });
    const id = await confirm(assign(people(6)), { chunkSize: 2 });
    const waiting = await watchUntil(id, ({ wait }) => wait !== undefined);
    expect(waiting).toMatchObject({ state: 'running', requests: { done: 1, total: 3 } });

    expect(await runner.stop(id, otto)).toBe(true);
    expect(await runner.stop(id, otto)).toBe(false);

    expect(await finish(id)).toMatchObject({
      state: 'stopped',
      counts: { succeeded: 2, skipped: 4 },
      problem: { code: 'by-person' },
      isStopping: false,
    });
    expect(await readLog(id)).toContainEqual(
      expect.objectContaining({ action: 'operation-stop-asked', name: 'Otto' }),
    );
  });

  test('what is over, or never was, can’t be stopped', async () => {
    const { confirm, finish, runner } = await startOperations();
    const id = await confirm(assign(people(1)));
    await finish(id);

    expect(await runner.stop(id, mona)).toBe(false);
    expect(await runner.stop('nothing', mona)).toBe(false);
  });
});

describe('a person decides what nobody else can', () => {
  test.each([
    ['done', 'succeeded', 1],
    ['again', 'succeeded', 2],
    ['give-up', 'unknown', 1],
  ] as const)('%s', async (decision, outcome, sends) => {
    const { confirm, finish, settle, sandbox, runner, readLog } = await startOperations();
    sandbox.faults.add({ match: { route: 'bulk-license-enrollment' }, truncate: true, times: 1 });
    const id = await confirm(enroll(people(3), keys));

    expect(await settle(id)).toMatchObject({
      state: 'asking',
      asking: [{ position: 0, addresses: 3, courseRuns: 1 }],
    });
    expect(sandbox.requests.filter(({ path }) => path.includes('bulk-license'))).toHaveLength(1);
    expect(await runner.decide(id, 1, decision, otto)).toBe(false);
    expect(await runner.decide(id, 0, decision, otto)).toBe(true);
    expect(await runner.decide(id, 0, decision, otto)).toBe(false);

    expect(await finish(id)).toMatchObject({ counts: { [outcome]: 3 }, asking: [] });
    expect(sandbox.requests.filter(({ path }) => path.includes('bulk-license'))).toHaveLength(
      sends,
    );
    expect(await readLog(id)).toContainEqual(
      expect.objectContaining({
        action: 'request-decided',
        name: 'Otto',
        detail: { request: 0, decision, by: 'person' },
      }),
    );
    // What is unknown is never offered again.
    expect((await runner.retryFailed(id))?.groups).toEqual([]);
  });
});

test('what a second try has done is not offered for a third', async () => {
  const { confirm, finish, sandbox, runner } = await startOperations();
  const fault = { match: { route: 'bulk-license-enrollment' }, status: 400, times: 1 } as const;
  sandbox.faults.add({ ...fault, body: { detail: 'No.' } });
  const first = await confirm(enroll(people(2), keys));
  await finish(first);
  sandbox.faults.add({ ...fault, body: { detail: 'No.' } });
  const second = await confirm(enroll(people(2), keys), { retryOf: first, chunkSize: 1 });
  expect(await finish(second)).toMatchObject({ counts: { failed: 1, succeeded: 1 } });
  const left = [{ addresses: [{ email: 'learner-0@new.example' }], courseRunKeys: keys }];

  expect((await runner.retryFailed(first))?.groups).toEqual(left);
  expect((await runner.retryFailed(second))?.groups).toEqual(left);
  await finish(await confirm(enroll(people(1), keys), { retryOf: second }));

  expect((await runner.retryFailed(first))?.groups).toEqual([]);
  expect((await runner.retryFailed(second))?.groups).toEqual([]);
});

describe('watching', () => {
  test('tells each change once, without addresses, and ends with the operation', async () => {
    const { confirm, runner } = await startOperations();
    const id = await confirm(assign(people(6)), { chunkSize: 2 });
    const states: OperationState[] = [];

    for await (const state of runner.watch(id, AbortSignal.timeout(10_000))) states.push(state);

    const texts = states.map((state) => JSON.stringify(state));
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.join()).not.toContain('@');
    expect(states.at(-1)).toMatchObject({ state: 'done', counts: { succeeded: 6 } });
    expect(states.map(({ requests }) => requests.done)).toEqual(
      states.map(({ requests }) => requests.done).toSorted(),
    );
  });

  test('ends when the watcher leaves, and of nothing at once', async () => {
    const { confirm, settle, sandbox, runner } = await startOperations();
    sandbox.faults.add({ match: { route: 'bulk-license-enrollment' }, hangUp: true });
    const id = await confirm(enroll(people(1), keys));
    await settle(id);
    const leaving = new AbortController();

    let seen = 0;
    for await (const state of runner.watch(id, leaving.signal)) {
      seen += 1;
      expect(state.state).toBe('asking');
      leaving.abort();
    }
    for await (const state of runner.watch('nothing', leaving.signal)) expect.fail(state.id);

    expect(seen).toBe(1);
    expect(await runner.read('nothing')).toBeUndefined();
  });
});

test('the key of a confirmation is enough to find it, whatever the second review says', async () => {
  const { runner, readPlan, finish } = await startOperations();
  const plan = await readPlan();
  const now = Date.parse('2026-11-25T12:00:00Z');
  const confirmWith = (text: string) =>
    runner.confirm({
      ...{ idempotencyKey: 'one', kind: 'assign', planUuid: plan.uuid, planTitle: 'Everyone' },
      dryRun: dryRunAssign(readAddresses(text, { limit: 10 }), { plan, now }),
      ...{ settings: {}, person: mona },
    });

  const first = await confirmWith('a@new.example');
  const second = await confirmWith('b@new.example');

  expect(second).toEqual({ id: first.id, isNew: false });
  expect(await finish(first.id)).toMatchObject({ counts: { succeeded: 1 } });
});
