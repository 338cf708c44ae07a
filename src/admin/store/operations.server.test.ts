import { expect, test } from 'vitest';
import { describeStores } from '../../test/admin-stores.ts';
import {
  listChunkResults,
  listChunks,
  listResults,
  markLostChunks,
  saveChunk,
  splitChunk,
} from './chunks.server.ts';
import { createOperation, type NewOperation } from './create-operation.server.ts';
import {
  countOutcomes,
  endOperation,
  getOperation,
  listOperations,
  listUnfinishedOperations,
  startOperation,
  updateOperation,
} from './operations.server.ts';
import { adoptOperation, deleteRunner, listRunners, noteRunner } from './runners.server.ts';

const start = Date.parse('2026-11-25T08:00:00Z');
const now = { now: start };
const sent = { from: 'waiting', chunk: { state: 'sent', attempts: 1 }, now: start } as const;

function buildOperation(changes: Partial<NewOperation> = {}): NewOperation {
  return {
    idempotencyKey: crypto.randomUUID(),
    kind: 'assign-licenses',
    queue: 'plan-1',
    subject: 'mona',
    name: 'Mona Manager',
    settings: { notify: true },
    chunks: [
      {
        request: { kind: 'assign' },
        items: [
          { address: 'a@tarnholt.example', salesforceId: '00Q4X00000LmNoPUAV' },
          { address: 'b@tarnholt.example', salesforceId: '' },
        ],
      },
      {
        request: { kind: 'enroll' },
        items: [{ address: 'c@tarnholt.example', courseRun: 'course-v1:edX+DemoX+1T2026' }],
      },
    ],
    ...changes,
  };
}

describeStores((openEmptyStore) => {
  test('an operation is stored with its chunks and one waiting result for each address', async () => {
    const store = await openEmptyStore();

    const { id, isNew } = await createOperation(store, buildOperation(), start);

    expect(isNew).toBe(true);
    expect(await getOperation(store, id)).toMatchObject({ state: 'waiting', size: 3 });
    expect(await listChunks(store, id)).toMatchObject([
      { state: 'waiting', request: '{"kind":"assign"}', is_asking: 0 },
      { state: 'waiting', request: '{"kind":"enroll"}', is_asking: 0 },
    ]);
    expect(
      (await listChunkResults(store, { operationId: id, position: 0 })).map(
        ({ salesforce_id: salesforceId }) => salesforceId,
      ),
    ).toEqual(['00Q4X00000LmNoPUAV', '']);
    expect(await listChunkResults(store, { operationId: id, position: 1 })).toMatchObject([
      { position: 2, address: 'c@tarnholt.example', course_run: 'course-v1:edX+DemoX+1T2026' },
    ]);
    expect(await countOutcomes(store, id)).toEqual({ waiting: 3 });
  });

  test('clicks at the same time with one key make one operation', async () => {
    const store = await openEmptyStore();
    const operation = buildOperation();

    const made = await Promise.all(
      Array.from({ length: 5 }, () => createOperation(store, operation, start)),
    );

    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(made.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await listResults(store, made[0]!.id, { from: 0, limit: 10 })).toHaveLength(3);
  });

  test('5,000 addresses are stored in one go', async () => {
    const store = await openEmptyStore();
    const addresses = Array.from({ length: 5000 }, (_, index) => ({
      address: `learner-${String(index)}@tarnholt.example`,
    }));

    const { id } = await createOperation(
      store,
      buildOperation({ chunks: [{ request: {}, items: addresses }] }),
      start,
    );

    expect(await countOutcomes(store, id)).toEqual({ waiting: 5000 });
    expect(await listResults(store, id, { from: 4999, limit: 10 })).toMatchObject([
      { position: 4999, address: 'learner-4999@tarnholt.example' },
    ]);
  });

  test('operations of one queue run one after the other, first come first served', async () => {
    const store = await openEmptyStore();
    const { id: second } = await createOperation(store, buildOperation(), start + 1);
    const { id: first } = await createOperation(store, buildOperation(), start);
    const other = await createOperation(store, buildOperation({ queue: 'plan-2' }), start + 2);

    expect(await startOperation(store, second, now)).toBe(false);
    expect(await startOperation(store, first, now)).toBe(true);
    expect(await startOperation(store, first, now)).toBe(false);
    expect(await startOperation(store, second, now)).toBe(false);
    expect(await startOperation(store, other.id, now)).toBe(true);

    expect(await updateOperation(store, first, ['running'], { state: 'asking' })).toBe(true);
    expect(await updateOperation(store, first, ['running'], { state: 'asking' })).toBe(false);
    expect(await startOperation(store, second, now)).toBe(false);
    await endOperation(store, first, { from: ['asking'], state: 'done', now: start });
    expect(await startOperation(store, second, now)).toBe(true);
    expect((await listUnfinishedOperations(store)).map(({ id }) => id)).toEqual([second, other.id]);
  });

  test('of many starts at the same time one succeeds', async () => {
    const store = await openEmptyStore();
    const { id } = await createOperation(store, buildOperation(), start);

    const starts = await Promise.all(
      Array.from({ length: 5 }, () => startOperation(store, id, now)),
    );

    expect(starts.filter(Boolean)).toHaveLength(1);
  });

  test('a chunk is sent by one sender, and its answer is kept for each address', async () => {
    const store = await openEmptyStore();
    const { id } = await createOperation(store, buildOperation(), start);
    const chunk = { operationId: id, position: 0 };
    const before = { assigned: 4 };

    expect(await saveChunk(store, chunk, { ...sent, chunk: { ...sent.chunk, before } })).toBe(true);
    expect(await saveChunk(store, chunk, sent)).toBe(false);
    await saveChunk(store, chunk, {
      from: 'sent',
      chunk: { state: 'done', attempts: 1, before },
      now: start,
      results: [
        { position: 0, outcome: 'succeeded', detail: null },
        { position: 1, outcome: 'failed', detail: '{"code":"refused"}' },
      ],
    });

    expect(await listChunks(store, id)).toMatchObject([
      { state: 'done', attempts: 1, before: '{"assigned":4}', answered_at: expect.any(String) },
      { state: 'waiting', attempts: 0 },
    ]);
    expect(await listResults(store, id, { from: 0, limit: 9, outcome: 'failed' })).toMatchObject([
      { address: 'b@tarnholt.example', detail: '{"code":"refused"}' },
    ]);
    expect(await countOutcomes(store, id)).toEqual({ succeeded: 1, failed: 1, waiting: 1 });
  });

  test('a chunk that names nobody gets the results that its answer names', async () => {
    const store = await openEmptyStore();
    const request = { kind: 'revoke-by-status', statuses: ['assigned'] };
    const chunks = [{ request, items: [], expected: 2 }];
    const { id } = await createOperation(store, buildOperation({ chunks }), start);
    const chunk = { operationId: id, position: 0 };
    await saveChunk(store, chunk, sent);

    const added = ['a@tarnholt.example', 'b@tarnholt.example'].map((address) => ({
      ...{ address, outcome: 'succeeded', detail: '{"code":"revoked"}' },
    })) as { address: string; outcome: 'succeeded'; detail: string }[];
    await saveChunk(store, chunk, {
      ...{ from: 'sent', chunk: { state: 'done', attempts: 1 }, now: start, added },
    });

    expect(await getOperation(store, id)).toMatchObject({ size: 2 });
    expect(await listChunkResults(store, chunk)).toMatchObject(
      added.map((result, position) => ({ ...result, position })),
    );
  });

  test('a waiting chunk becomes two without losing an address', async () => {
    const store = await openEmptyStore();
    const { id } = await createOperation(store, buildOperation(), start);

    expect(await splitChunk(store, { operationId: id, position: 0 }, 1)).toBe(2);

    expect(await listChunks(store, id)).toMatchObject([
      { position: 0, request: '{"kind":"assign"}' },
      { position: 1, request: '{"kind":"enroll"}' },
      { position: 2, request: '{"kind":"assign"}', state: 'waiting', attempts: 0 },
    ]);
    const results = await listResults(store, id, { from: 0, limit: 9 });
    expect(results.map((row) => [row.address[0], row.chunk_position])).toEqual([
      ['a', 0],
      ['b', 2],
      ['c', 1],
    ]);
    await expect(splitChunk(store, { operationId: id, position: 0 }, 1)).rejects.toThrow(/waiting/);
  });

  test('a chunk whose answer nobody read is unknown, and only a decision lets it be sent again', async () => {
    const store = await openEmptyStore();
    const { id } = await createOperation(store, buildOperation(), start);
    const other = await createOperation(store, buildOperation(), start);
    const chunk = { operationId: id, position: 0 };
    await saveChunk(store, chunk, sent);
    await saveChunk(store, { operationId: other.id, position: 0 }, sent);

    expect(await markLostChunks(store, id)).toBe(1);

    const [lost, untouched] = await listChunks(store, id);
    expect([lost?.state, untouched?.state]).toEqual(['unknown', 'waiting']);
    expect((await listChunks(store, other.id))[0]?.state).toBe('sent');
    expect(await saveChunk(store, chunk, sent)).toBe(false);
    const asking = { state: 'unknown', attempts: 1, isAsking: true } as const;
    await saveChunk(store, chunk, { from: 'unknown', chunk: asking, ...now });
    expect((await listChunks(store, id))[0]).toMatchObject({ state: 'unknown', is_asking: 1 });
    const again = { state: 'waiting', attempts: 1 } as const;
    expect(await saveChunk(store, chunk, { from: 'unknown', chunk: again, ...now })).toBe(true);
    expect((await listChunks(store, id))[0]).toMatchObject({ state: 'waiting', is_asking: 0 });
  });

  test('an operation that ends says what was skipped and what stays unknown, once', async () => {
    const store = await openEmptyStore();
    const { id } = await createOperation(store, buildOperation(), start);
    await startOperation(store, id, { ...now, runner: 'server-1' });
    await saveChunk(store, { operationId: id, position: 1 }, sent);
    await markLostChunks(store, id);
    const problem = '{"code":"by-person"}';
    const end = { from: ['running'] as const, state: 'stopped' as const, problem, ...now };

    expect(await endOperation(store, id, end)).toBe(true);
    expect(await endOperation(store, id, end)).toBe(false);

    const ended = await getOperation(store, id);
    expect(ended).toMatchObject({ state: 'stopped', problem, runner: null });
    expect(ended?.ended_at).not.toBeNull();
    expect(JSON.parse(ended?.counts ?? '')).toEqual({ skipped: 2, unknown: 1 });
    expect(await countOutcomes(store, id)).toEqual({ skipped: 2, unknown: 1 });
  });

  test('an operation is taken over from a server that is not seen any more, by one', async () => {
    const store = await openEmptyStore();
    const { id } = await createOperation(store, buildOperation(), start);
    await startOperation(store, id, { ...now, runner: 'old' });
    await noteRunner(store, 'old', start);
    await noteRunner(store, 'new', start + 1000);
    await noteRunner(store, 'new', start + 60_000);

    expect((await listRunners(store)).toSorted((one, two) => one.id.localeCompare(two.id))).toEqual(
      [
        { id: 'new', seenAt: new Date(start + 60_000).toISOString() },
        { id: 'old', seenAt: new Date(start).toISOString() },
      ],
    );
    await deleteRunner(store, 'old');
    expect(await adoptOperation(store, id, { from: null, to: 'new' })).toBe(false);
    expect(await adoptOperation(store, id, { from: 'old', to: 'new' })).toBe(true);
    expect(await adoptOperation(store, id, { from: 'old', to: 'newer' })).toBe(false);
    expect(await getOperation(store, id)).toMatchObject({ runner: 'new' });
    await deleteRunner(store, 'new');
    expect(await listRunners(store)).toEqual([]);
  });

  test('operations are listed newest first, page by page', async () => {
    const store = await openEmptyStore();
    const ids: string[] = [];
    for (const at of [0, 0, 1, 2])
      ids.push((await createOperation(store, buildOperation(), start + at)).id);

    const first = await listOperations(store, { limit: 2 });
    const second = await listOperations(store, { limit: 2, before: first[1]! });

    expect(first.map(({ id }) => id)).toEqual([ids[3], ids[2]]);
    expect(second.map(({ id }) => id).toSorted()).toEqual([ids[0], ids[1]].toSorted());
  });
});
