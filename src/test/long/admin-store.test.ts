import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { addAuditEntry, listAuditEntries } from '../../admin/store/audit-log.server.ts';
import { listChunks, saveChunk } from '../../admin/store/chunks.server.ts';
import { openStore } from '../../admin/store/open-store.server.ts';
import { createOperation, type NewOperation } from '../../admin/store/create-operation.server.ts';
import {
  countOutcomes,
  endOperation,
  listOperations,
  startOperation,
  updateOperation,
} from '../../admin/store/operations.server.ts';
import { deleteOldRows } from '../../admin/store/retention.server.ts';
import type { Store } from '../../admin/store/schema.server.ts';
import { createSession, getSession } from '../../admin/store/sessions.server.ts';
import { startPostgres } from './start-postgres.ts';

const start = Date.parse('2026-11-25T08:00:00Z');
const limits = { idleMs: 60_000, maxAgeMs: 600_000 };
const mona = { subject: 'mona', name: 'Mona Manager', role: 'manager', idToken: '' } as const;

let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  const store = await openStore(postgres.url);
  await sql`drop schema public cascade`.execute(store);
  await sql`create schema public`.execute(store);
  await store.destroy();
});

/** As many servers as there are on one database. */
async function openServers(count: number): Promise<Store[]> {
  const stores = await Promise.all(Array.from({ length: count }, () => openStore(postgres.url)));
  onTestFinished(async () => {
    await Promise.all(stores.map((store) => store.destroy()));
  });
  return stores;
}

function buildOperation(changes: Partial<NewOperation> = {}): NewOperation {
  const addresses = Array.from({ length: 1500 }, (_, index) => ({
    address: `learner-${String(index)}@tarnholt.example`,
  }));
  return {
    ...{ ...mona, kind: 'assign-licenses', queue: 'plan', settings: {} },
    idempotencyKey: crypto.randomUUID(),
    chunks: [addresses.slice(0, 1000), addresses.slice(1000)].map((items) => ({
      ...{ request: {}, items },
    })),
    ...changes,
  };
}

test('servers that start at the same time make the tables once', async () => {
  const stores = await openServers(4);

  for (const store of stores) expect(await listAuditEntries(store, { limit: 1 })).toEqual([]);
});

test('one server’s session is known to the others, and ends for all', async () => {
  const [first, second] = await openServers(2);
  const { id } = await createSession(first!, mona, { now: start, limits });

  expect(await getSession(second!, id, { now: start, limits })).toMatchObject({ name: mona.name });
  await deleteOldRows(first!, { now: start + 60_000, limits, resultsKeptMs: 1 });
  expect(await getSession(second!, id, { now: start, limits })).toBeUndefined();
});

test('one form that reaches several servers becomes one operation', async () => {
  const stores = await openServers(4);
  const operation = buildOperation();

  const made = await Promise.all(
    [...stores, ...stores].map((store) => createOperation(store, operation, start)),
  );

  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  expect(made.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(await countOutcomes(stores[0]!, made[0]!.id)).toEqual({ waiting: 1500 });
});

test('of one queue’s operations one runs at a time, whichever servers try', async () => {
  const stores = await openServers(4);
  const [store] = stores;
  const ids: string[] = [];
  for (let index = 0; index < 6; index += 1)
    ids.push((await createOperation(store!, buildOperation(), start + index)).id);

  for (const expected of ids) {
    const tries = await Promise.all(
      stores.flatMap((server) =>
        ids.map(async (id) =>
          (await startOperation(server, id, { now: start })) ? id : undefined,
        ),
      ),
    );
    expect(tries.filter((id) => id !== undefined)).toEqual([expected]);
    const running = (await listOperations(store!, { limit: 9 })).filter(
      ({ state }) => state === 'running',
    );
    expect(running.map(({ id }) => id)).toEqual([expected]);
    await endOperation(store!, expected, { from: ['running'], state: 'done', now: start });
  }
});

test('a chunk is sent by one server only', async () => {
  const stores = await openServers(4);
  const { id } = await createOperation(stores[0]!, buildOperation(), start);
  const chunk = { operationId: id, position: 0 };

  const sent = await Promise.all(
    stores.map((store) =>
      saveChunk(store, chunk, {
        ...{ from: 'waiting', chunk: { state: 'sent', attempts: 1 }, now: start },
      }),
    ),
  );
  await saveChunk(stores[1]!, chunk, {
    ...{ from: 'sent', chunk: { state: 'done', attempts: 1 }, now: start },
    results: [{ position: 0, outcome: 'succeeded', detail: null }],
  });

  expect(sent.filter(Boolean)).toHaveLength(1);
  expect(await listChunks(stores[2]!, id)).toMatchObject([
    { attempts: 1, state: 'done' },
    { attempts: 0, state: 'waiting' },
  ]);
  expect(await countOutcomes(stores[3]!, id)).toEqual({ succeeded: 1, waiting: 1499 });
});

test('an operation is asked to stop once, whichever servers are told', async () => {
  const stores = await openServers(4);
  const { id } = await createOperation(stores[0]!, buildOperation(), start);
  const stop = { stop_asked_at: new Date(start).toISOString() };

  const asked = await Promise.all(
    [...stores, ...stores].map((store) => updateOperation(store, id, ['waiting'], stop)),
  );

  expect(asked.filter(Boolean)).toHaveLength(1);
});

test('nobody changes or empties the audit log', async () => {
  const [store] = await openServers(1);
  await addAuditEntry(store!, { ...mona, at: start, action: 'sign-in' });

  for (const attempt of [
    'delete from audit_log',
    'truncate audit_log',
    "update audit_log set name = ''",
  ])
    await expect(sql.raw(attempt).execute(store!)).rejects.toThrow('append-only');
  expect(await listAuditEntries(store!, { limit: 9 })).toMatchObject([{ action: 'sign-in' }]);
});

test('connections that the database ends are opened again', async () => {
  const [store, other] = await openServers(2);
  await listAuditEntries(store!, { limit: 1 });

  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where pid <> pg_backend_pid() and datname = current_database()`.execute(other!);

  // The next queries may still meet connections that have just ended.
  await expect
    .poll(() => listAuditEntries(store!, { limit: 1 }).catch(() => 'broken'), { timeout: 10_000 })
    .toEqual([]);
});
