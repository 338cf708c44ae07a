import { expect, test } from 'vitest';
import { describeStores } from '../../test/admin-stores.ts';
import {
  finishChunk,
  listChunkResults,
  listChunks,
  listResults,
  markLostChunks,
  startChunk,
} from './chunks.server.ts';
import {
  countOutcomes,
  createOperation,
  getOperation,
  listOperations,
  listUnfinishedOperations,
  setOperationState,
  startOperation,
  type NewOperation,
} from './operations.server.ts';

const start = Date.parse('2026-11-25T08:00:00Z');

function buildOperation(changes: Partial<NewOperation> = {}): NewOperation {
  return {
    idempotencyKey: crypto.randomUUID(),
    kind: 'assign-licenses',
    queue: 'plan-1',
    subject: 'mona',
    name: 'Mona Manager',
    settings: { notify: true },
    chunks: [
      [{ address: 'a@tarnholt.example' }, { address: 'b@tarnholt.example' }],
      [{ address: 'c@tarnholt.example', courseRun: 'course-v1:edX+DemoX+1T2026' }],
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
    expect((await listChunks(store, id)).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
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

    const { id } = await createOperation(store, buildOperation({ chunks: [addresses] }), start);

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

    expect(await startOperation(store, second, start)).toBe(false);
    expect(await startOperation(store, first, start)).toBe(true);
    expect(await startOperation(store, first, start)).toBe(false);
    expect(await startOperation(store, second, start)).toBe(false);
    expect(await startOperation(store, other.id, start)).toBe(true);

    await setOperationState(store, first, {
      state: 'asking',
      problem: 'counts-differ',
      now: start,
    });
    expect(await startOperation(store, second, start)).toBe(false);
    await setOperationState(store, first, { state: 'done', now: start });
    expect(await startOperation(store, second, start)).toBe(true);
    expect((await listUnfinishedOperations(store)).map(({ id }) => id)).toEqual([second, other.id]);
  });

  test('of many starts at the same time one succeeds', async () => {
    const store = await openEmptyStore();
    const { id } = await createOperation(store, buildOperation(), start);

    const starts = await Promise.all(
      Array.from({ length: 5 }, () => startOperation(store, id, start)),
    );

    expect(starts.filter(Boolean)).toHaveLength(1);
  });

  test('a chunk is sent by one sender, and its answer is kept for each address', async () => {
    const store = await openEmptyStore();
    const { id } = await createOperation(store, buildOperation(), start);
    const chunk = { operationId: id, position: 0 };

    expect(await startChunk(store, chunk, { now: start, before: { assigned: 4 } })).toBe(true);
    expect(await startChunk(store, chunk, { now: start })).toBe(false);
    await finishChunk(store, chunk, {
      state: 'done',
      httpStatus: 207,
      now: start,
      results: [
        { position: 0, outcome: 'succeeded', detail: null },
        { position: 1, outcome: 'failed', detail: 'not a learner' },
      ],
    });

    expect(await listChunks(store, id)).toMatchObject([
      { state: 'done', http_status: 207, attempts: 1, before: '{"assigned":4}' },
      { state: 'waiting', attempts: 0 },
    ]);
    expect(await listResults(store, id, { from: 0, limit: 9, outcome: 'failed' })).toMatchObject([
      { address: 'b@tarnholt.example', detail: 'not a learner' },
    ]);
    expect(await countOutcomes(store, id)).toEqual({ succeeded: 1, failed: 1, waiting: 1 });
  });

  test('a chunk whose answer nobody read is unknown after a new start, and may be sent again', async () => {
    const store = await openEmptyStore();
    const { id } = await createOperation(store, buildOperation(), start);
    await startChunk(store, { operationId: id, position: 0 }, { now: start });

    expect(await markLostChunks(store)).toBe(1);

    const [lost, untouched] = await listChunks(store, id);
    expect([lost?.state, untouched?.state]).toEqual(['unknown', 'waiting']);
    expect(await startChunk(store, { operationId: id, position: 0 }, { now: start })).toBe(true);
    expect((await listChunks(store, id))[0]?.attempts).toBe(2);
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
