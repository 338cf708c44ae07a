import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { describeStores, openSqliteStore } from '../../test/admin-stores.ts';
import {
  assign,
  createGate,
  enroll,
  people,
  startOperations,
} from '../../test/operation-runner.ts';

import type { Store } from '../store/index.server.ts';

const otto = { subject: 'otto', name: 'Otto' };
const keys = ['course-v1:X+A1+1T2026'];
const sendsOf = (requests: { path: string }[], end: string) =>
  requests.filter(({ path }) => path.endsWith(end)).length;

/** The same store, where something happens before each of its results is there. */
function withResults(store: Store, before: () => Promise<void> | void): Store {
  return store.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      await before();
      return result;
    },
  });
}

test('a store that fails for a while costs nothing but time', async () => {
  const gate = createGate();
  const turn = async (ms: number, signal?: AbortSignal) => {
    await gate.sleep(ms, signal);
    await new Promise(setImmediate);
  };
  const { confirm, finish, watchUntil, sandbox, store, warnings, listHolders } =
    await startOperations({ runner: { sleep: turn } });
  sandbox.faults.add({ match: { route: 'assign' }, skip: 1, status: 429, times: 1 });
  const id = await confirm(assign(people(6)), { chunkSize: 2 });
  await watchUntil(id, ({ wait }) => wait !== undefined);

  await store.schema.alterTable('results').renameTo('lost').execute();
  await store.schema.alterTable('chunks').renameTo('lost_chunks').execute();
  gate.open();
  await expect.poll(() => warnings.length).toBeGreaterThan(1);
  await store.schema.alterTable('lost_chunks').renameTo('chunks').execute();
  await store.schema.alterTable('lost').renameTo('results').execute();

  expect(await finish(id)).toMatchObject({ state: 'done', counts: { succeeded: 6 } });
  for (const email of people(6).split('\n')) expect(listHolders().get(email)).toBe(1);
  expect(warnings.join()).toMatch(/ADMIN_DATABASE_URL/);
  expect(warnings.join()).not.toContain('@');
});

test('an answer that the store could not take is lost, and the log says so', async () => {
  let isGone = false;
  const store = withResults(await openSqliteStore(), () => {
    if (isGone) throw new Error('The store is gone.');
  });
  const { confirm, finish, sandbox, warnings, readLog } = await startOperations({
    runner: { store },
  });
  const slow = sandbox.faults.add({ match: { route: 'assign' }, delayMs: 200, times: 1 });
  const id = await confirm(assign(people(2)));
  await expect.poll(() => slow.hits).toBe(1);
  isGone = true;
  await expect.poll(() => warnings.length).toBeGreaterThan(0);
  isGone = false;

  expect(await finish(id)).toMatchObject({ state: 'done', counts: { succeeded: 2 } });
  expect((await readLog(id)).slice(1, 4)).toMatchObject([
    { action: 'request-sent' },
    { action: 'operation-resumed', detail: { unknown: 1 } },
    { action: 'request-decided', detail: { decision: 'again' } },
  ]);
});

test('a store that fails right after a confirmation: the next click begins what is written down', async () => {
  const { confirm, finish, store } = await startOperations();
  const idempotencyKey = 'one';
  await store.schema.alterTable('queues').renameTo('lost').execute();
  await expect(confirm(enroll(people(1), keys), { idempotencyKey })).rejects.toThrow(/queues/);
  await store.schema.alterTable('lost').renameTo('queues').execute();

  const id = await confirm(enroll(people(1), keys), { idempotencyKey });

  expect(await finish(id)).toMatchObject({ state: 'done', counts: { succeeded: 1 } });
});

describe('several servers on a store that is not always there', () => {
  test('what a person decides before the other server has let go of it is not lost', async () => {
    const store = await openSqliteStore();
    const slow = withResults(store, () => sleep(2));
    const world = await startOperations({ runner: { store: slow, sharesStore: true } });
    const other = world.startRunner({ store, sharesStore: true });
    world.sandbox.faults.add({ match: { route: 'bulk-license-enrollment' }, truncate: true });
    const id = await world.confirm(enroll(people(1), keys));

    // From the moment on when the request is marked, which is before the operation is.
    await expect
      .poll(() => other.runner.decide(id, 0, 'done', otto), { interval: 1, timeout: 5000 })
      .toBe(true);

    expect(await other.finish(id)).toMatchObject({ state: 'done', counts: { succeeded: 1 } });
  });

  test('a server can be closed while it is gone', async () => {
    let isGone = false;
    const store = withResults(await openSqliteStore(), () => {
      if (isGone) throw new Error('The store is gone.');
    });
    const { runner, warnings } = await startOperations({ runner: { store, sharesStore: true } });
    isGone = true;

    await runner.close();

    expect(warnings).toHaveLength(1);
  });

  test('a server whose clock is ahead takes nothing from one that runs', async () => {
    const store = await openSqliteStore();
    const gate = createGate();
    const turns = { count: 0 };
    const wait = (ms: number, signal?: AbortSignal) => {
      turns.count += 1;
      return ms > 5000 ? gate.sleep(ms, signal) : sleep(5, undefined, { signal });
    };
    const world = await startOperations({
      runner: { store, sharesStore: true, sleep: wait, now: Date.now },
    });
    await world.runner.resume();
    const match = { route: 'bulk-license-enrollment' } as const;
    world.sandbox.faults.add({ match, status: 429, times: 1 });
    const id = await world.confirm(enroll(people(1), keys));
    await world.watchUntil(id, (state) => state.wait !== undefined);
    const ahead = () => Date.now() + 600_000;
    const other = world.startRunner({ store, sharesStore: true, sleep: wait, now: ahead });
    await other.runner.resume();
    const before = turns.count;
    await expect.poll(() => turns.count).toBeGreaterThan(before + 30);
    gate.open();

    expect(await world.finish(id)).toMatchObject({ state: 'done' });
    expect((await world.readLog(id)).map(({ action }) => action)).not.toContain(
      'operation-resumed',
    );
  });

  test('a server that says nothing for half a minute is gone', async () => {
    const store = await openSqliteStore();
    const world = await startOperations({
      runner: { store, sharesStore: true, sleep: createGate().sleep },
    });
    await world.runner.resume();
    const match = { route: 'bulk-license-enrollment' } as const;
    world.sandbox.faults.add({ match, status: 429, times: 1 });
    const id = await world.confirm(enroll(people(1), keys));
    await world.watchUntil(id, (state) => state.wait !== undefined);

    const other = world.startRunner({ store, sharesStore: true });
    await other.runner.resume();

    expect(await other.finish(id)).toMatchObject({ state: 'done', counts: { succeeded: 1 } });
    expect(await world.readLog(id)).toContainEqual(
      expect.objectContaining({ action: 'operation-resumed', detail: { unknown: 0 } }),
    );
  });

  test('a server that finds it again leaves alone what another is sending', async () => {
    const store = await openSqliteStore();
    let isGone = false;
    const shaky = withResults(store, () => {
      if (isGone) throw new Error('The store is gone.');
    });
    const gate = createGate();
    const turn = async (ms: number, signal?: AbortSignal) => {
      await gate.sleep(ms, signal);
      await new Promise(setImmediate);
    };
    const world = await startOperations({
      runner: { store: shaky, sleep: turn, sharesStore: true },
    });
    const other = world.startRunner({ store, sleep: createGate().sleep, sharesStore: true });
    const match = { route: 'bulk-license-enrollment' } as const;
    world.sandbox.faults.add({ match, status: 429, times: 1 });
    const id = await world.confirm(enroll(people(1), keys));
    await world.watchUntil(id, ({ wait }) => wait !== undefined);

    isGone = true;
    const slow = world.sandbox.faults.add({ match, delayMs: 500, times: 1 });
    await other.runner.resume();
    await expect.poll(() => slow.hits).toBe(1);
    gate.open();
    await expect.poll(() => world.warnings.length).toBeGreaterThan(1);
    isGone = false;

    expect(await other.finish(id)).toMatchObject({ state: 'done', counts: { succeeded: 1 } });
    expect(other.warnings).toEqual([]);
  });
});

describe('closing', () => {
  test('lets the request in flight end, and the next start goes on', async () => {
    const world = await startOperations({
      runner: { sleep: (ms, signal) => sleep(ms, undefined, { signal }) },
    });
    const { confirm, runner, sandbox, readLog } = world;
    const slow = sandbox.faults.add({
      match: { route: 'assign' },
      skip: 1,
      delayMs: 200,
      times: 1,
    });
    const id = await confirm(assign(people(6)), { chunkSize: 2 });
    await expect.poll(() => slow.hits).toBe(1);

    await runner.close();

    expect(await runner.read(id)).toMatchObject({
      state: 'running',
      counts: { succeeded: 4, waiting: 2 },
      requests: { done: 2, total: 3 },
    });
    const next = world.startRunner();
    await next.runner.resume();

    expect(await next.finish(id)).toMatchObject({ state: 'done', counts: { succeeded: 6 } });
    expect(sendsOf(sandbox.requests, '/assign')).toBe(3);
    expect(await readLog(id)).toContainEqual(
      expect.objectContaining({ action: 'operation-resumed', detail: { unknown: 0 } }),
    );
  });

  test('gives up on a request that does not end: it is unknown', async () => {
    const world = await startOperations({
      runner: { sleep: async (ms, signal) => sleep(Math.min(ms, 20), undefined, { signal }) },
    });
    const { confirm, runner, sandbox } = world;
    const fault = sandbox.faults.add({
      match: { route: 'bulk-license-enrollment' },
      ...{ delayMs: 60_000, times: 1 },
    });
    const id = await confirm(enroll(people(2), keys));
    await expect.poll(() => fault.hits).toBe(1);

    await runner.close();

    const next = world.startRunner();
    await next.runner.resume();
    expect(await next.settle(id)).toMatchObject({ state: 'asking', asking: [{ addresses: 2 }] });
  });

  test('operations of one plan go on in their order, and one that was to stop stops', async () => {
    const gate = createGate();
    const world = await startOperations({ runner: { sleep: gate.sleep } });
    const { confirm, watchUntil, sandbox, runner } = world;
    const fault = sandbox.faults.add({ match: { route: 'bulk-license-enrollment' }, status: 429 });
    const ids: string[] = [];
    for (const prefix of ['a', 'b', 'c']) ids.push(await confirm(enroll(people(2, prefix), keys)));
    await watchUntil(ids[0]!, ({ wait }) => wait !== undefined);
    await runner.close();
    expect(await runner.stop(ids[0]!, otto)).toBe(true);
    fault.remove();

    const next = world.startRunner();
    await next.runner.resume();

    expect(await next.finish(ids[2]!)).toMatchObject({ state: 'done' });
    const ends = await Promise.all(ids.map((id) => next.runner.read(id)));
    expect(ends.map((end) => end?.state)).toEqual(['stopped', 'done', 'done']);
    expect(ends[1]!.endedAt).toBeLessThanOrEqual(ends[2]!.startedAt!);
  });

  test('what is confirmed meanwhile begins at the next start', async () => {
    const world = await startOperations();
    await world.runner.close();
    const id = await world.confirm(assign(people(2)));
    expect(await world.runner.read(id)).toMatchObject({ state: 'waiting' });

    const next = world.startRunner();
    await next.runner.resume();

    expect(await next.finish(id)).toMatchObject({ state: 'done' });
  });
});

describeStores((openEmptyStore) => {
  test('several servers work on one store: each operation runs once', async () => {
    const store = await openEmptyStore();
    const shared = {
      store,
      sharesStore: true,
      sleep: async (ms: number, signal?: AbortSignal) =>
        sleep(Math.min(ms, 20), undefined, { signal }),
    };
    const world = await startOperations({ runner: shared });
    const other = world.startRunner(shared);
    world.addSeats(100);
    await Promise.all([world.runner.resume(), other.runner.resume()]);

    const id = await world.confirm(assign(people(60)), { chunkSize: 20 });
    const seenByOther = await other.finish(id);
    world.sandbox.faults.add({
      match: { route: 'bulk-license-enrollment' },
      hangUp: true,
      times: 1,
    });
    const asking = await world.confirm(enroll(people(2), keys));
    await other.settle(asking);
    expect(await other.runner.decide(asking, 0, 'again', otto)).toBe(true);

    expect(seenByOther).toMatchObject({ state: 'done', counts: { succeeded: 60 } });
    expect(await world.finish(asking)).toMatchObject({ state: 'done' });
    expect(sendsOf(world.sandbox.requests, '/assign')).toBe(3);
  });

  test('a server stops what another was told to stop', async () => {
    const store = await openEmptyStore();
    const shared = {
      store,
      sharesStore: true,
      // Rounds go on; no other wait ends by itself.
      sleep: async (ms: number, signal?: AbortSignal) =>
        sleep(ms <= 5000 ? 20 : 2 ** 30, undefined, { signal }),
    };
    const world = await startOperations({ runner: shared });
    const other = world.startRunner(shared);
    await Promise.all([world.runner.resume(), other.runner.resume()]);
    world.sandbox.faults.add({ match: { route: 'assign' }, status: 429 });
    const id = await world.confirm(assign(people(2)));
    await world.watchUntil(id, ({ wait }) => wait !== undefined);

    expect(await other.runner.stop(id, otto)).toBe(true);

    expect(await other.finish(id)).toMatchObject({ state: 'stopped', counts: { skipped: 2 } });
  });

  test('a server takes over from one that has left', async () => {
    const store = await openEmptyStore();
    const shared = {
      store,
      sharesStore: true,
      sleep: async (ms: number, signal?: AbortSignal) =>
        sleep(Math.min(ms, 20), undefined, { signal }),
    };
    const world = await startOperations({ runner: shared });
    await world.runner.resume();
    const fault = world.sandbox.faults.add({ match: { route: 'assign' }, status: 429 });
    const id = await world.confirm(assign(people(2)));
    await world.watchUntil(id, ({ wait }) => wait !== undefined);
    const other = world.startRunner(shared);
    await other.runner.resume();
    expect(await other.runner.read(id)).toMatchObject({ state: 'running' });

    await world.runner.close();
    fault.remove();

    expect(await other.finish(id)).toMatchObject({ state: 'done', counts: { succeeded: 2 } });
  });
});
