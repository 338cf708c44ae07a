import { randomUUID } from 'node:crypto';
import type { OperationRow, OperationState, Outcome, Store } from './schema.server.ts';

/** Rows of one insert: SQLite and PostgreSQL limit the values of one statement. */
const rowsPerInsert = 1000;

/** What a confirmed review becomes. */
export interface NewOperation {
  idempotencyKey: string;
  kind: string;
  queue: string;
  subject: string;
  name: string;
  /** What all chunks share; no address of a learner. */
  settings: Record<string, unknown>;
  retryOf?: string;
  /** The requests to make, in order, each with what it is for. */
  chunks: { address: string; courseRun?: string }[][];
}

/**
 * Stores an operation with all of its chunks and results, or nothing. A second one with the same idempotency key,
 * in this process or another, gives the first one's id with `isNew: false`.
 */
export async function createOperation(
  store: Store,
  operation: NewOperation,
  now: number,
): Promise<{ id: string; isNew: boolean }> {
  return store.transaction().execute(async (transaction) => {
    const inserted = await transaction
      .insertInto('operations')
      .values(toRow(operation, now))
      .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted === undefined) {
      const { id } = await transaction
        .selectFrom('operations')
        .select('id')
        .where('idempotency_key', '=', operation.idempotencyKey)
        .executeTakeFirstOrThrow();
      return { id, isNew: false };
    }
    await insertChunks(transaction, inserted.id, operation.chunks);
    return { id: inserted.id, isNew: true };
  });
}

export async function getOperation(store: Store, id: string): Promise<OperationRow | undefined> {
  return store.selectFrom('operations').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Newest first; `before` is the last one of the page above. */
export async function listOperations(
  store: Store,
  { limit, before }: { limit: number; before?: Pick<OperationRow, 'created_at' | 'id'> },
): Promise<OperationRow[]> {
  let query = store
    .selectFrom('operations')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (before !== undefined) {
    query = query.where((where) =>
      where.or([
        where('created_at', '<', before.created_at),
        where.and([where('created_at', '=', before.created_at), where('id', '<', before.id)]),
      ]),
    );
  }
  return query.execute();
}

/** What a server that starts has to go on with, oldest first. */
export async function listUnfinishedOperations(store: Store): Promise<OperationRow[]> {
  return store
    .selectFrom('operations')
    .selectAll()
    .where('state', 'in', ['waiting', 'running', 'asking'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/**
 * Makes a waiting operation a running one, unless it is not waiting any more, or another of its queue is running,
 * asks a person, or has waited longer. Answers whether it may run.
 */
export async function startOperation(store: Store, id: string, now: number): Promise<boolean> {
  return store.transaction().execute(async (transaction) => {
    const operation = await transaction
      .selectFrom('operations')
      .select(['queue', 'state'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (operation?.state !== 'waiting') return false;
    await lockQueue(transaction, operation.queue, now);
    const open = await transaction
      .selectFrom('operations')
      .select(['id', 'state', 'created_at'])
      .where('queue', '=', operation.queue)
      .where('state', 'in', ['waiting', 'running', 'asking'])
      .execute();
    const [first] = open.toSorted(byTurn);
    if (first?.id !== id || first.state !== 'waiting') return false;
    const started = await transaction
      .updateTable('operations')
      .set({ state: 'running', started_at: new Date(now).toISOString() })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .executeTakeFirst();
    return started.numUpdatedRows === 1n;
  });
}

/** Sets how an operation goes on; `done` and `stopped` end it. */
export async function setOperationState(
  store: Store,
  id: string,
  { state, problem, now }: { state: OperationState; problem?: string; now: number },
): Promise<void> {
  const isOver = state === 'done' || state === 'stopped';
  await store
    .updateTable('operations')
    .set({
      state,
      problem: problem ?? null,
      ended_at: isOver ? new Date(now).toISOString() : null,
    })
    .where('id', '=', id)
    .execute();
}

/** How many results an operation has of each outcome; empty once retention has taken them. */
export async function countOutcomes(
  store: Store,
  id: string,
): Promise<Partial<Record<Outcome, number>>> {
  const rows = await store
    .selectFrom('results')
    .select(['outcome', (count) => count.fn.countAll<number | bigint | string>().as('count')])
    .where('operation_id', '=', id)
    .groupBy('outcome')
    .execute();
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, Number(count)]));
}

/** Until the end of the transaction: of several servers on PostgreSQL one at a time decides who is next. */
async function lockQueue(transaction: Store, name: string, now: number): Promise<void> {
  const row = { name, asked_at: new Date(now).toISOString() };
  await transaction
    .insertInto('queues')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ asked_at: row.asked_at }))
    .execute();
}

function toRow(operation: NewOperation, now: number): OperationRow {
  return {
    id: randomUUID(),
    idempotency_key: operation.idempotencyKey,
    kind: operation.kind,
    queue: operation.queue,
    subject: operation.subject,
    name: operation.name,
    state: 'waiting',
    settings: JSON.stringify(operation.settings),
    retry_of: operation.retryOf ?? null,
    size: operation.chunks.reduce((size, chunk) => size + chunk.length, 0),
    problem: null,
    created_at: new Date(now).toISOString(),
    started_at: null,
    ended_at: null,
  };
}

async function insertChunks(
  store: Store,
  operationId: string,
  chunks: NewOperation['chunks'],
): Promise<void> {
  const chunkRows = chunks.map((_, position) => ({
    operation_id: operationId,
    position,
    state: 'waiting' as const,
    attempts: 0,
  }));
  for (const rows of slice(chunkRows)) await store.insertInto('chunks').values(rows).execute();
  const results = chunks.flatMap((chunk, chunkPosition) =>
    chunk.map((item) => ({ ...item, chunkPosition })),
  );
  const resultRows = results.map(({ address, courseRun, chunkPosition }, position) => ({
    operation_id: operationId,
    position,
    chunk_position: chunkPosition,
    address,
    course_run: courseRun ?? '',
    outcome: 'waiting' as const,
  }));
  for (const rows of slice(resultRows)) await store.insertInto('results').values(rows).execute();
}

function slice<Row>(rows: Row[]): Row[][] {
  const count = Math.ceil(rows.length / rowsPerInsert);
  return Array.from({ length: count }, (_, index) =>
    rows.slice(index * rowsPerInsert, (index + 1) * rowsPerInsert),
  );
}

/** Those that have begun come first, then those that were confirmed first. */
function byTurn(
  left: Pick<OperationRow, 'id' | 'state' | 'created_at'>,
  right: Pick<OperationRow, 'id' | 'state' | 'created_at'>,
): number {
  const rank = ({ state }: { state: OperationState }) => (state === 'waiting' ? 1 : 0);
  return (
    rank(left) - rank(right) ||
    left.created_at.localeCompare(right.created_at) ||
    left.id.localeCompare(right.id)
  );
}
