import { randomUUID } from 'node:crypto';
import type { OperationRow, Store } from './schema.server.ts';
import { transact } from './transact.server.ts';

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
  settings: object;
  retryOf?: string;
  /** The requests to make, in order. */
  chunks: NewChunk[];
}

export interface NewChunk {
  /** What is asked for; no address of a learner. */
  request: object;
  /** Whom it is for. */
  items: NewResult[];
  /** How many results it is to have, where that is more than the items: a request may name nobody. */
  expected?: number;
}

export interface NewResult {
  address: string;
  courseRun?: string | undefined;
  salesforceId?: string | undefined;
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
  return transact(store, async (transaction) => {
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
    size: operation.chunks.reduce(
      (size, { items, expected }) => size + (expected ?? items.length),
      0,
    ),
    problem: null,
    wait: null,
    counts: null,
    runner: null,
    stop_asked_at: null,
    created_at: new Date(now).toISOString(),
    started_at: null,
    ended_at: null,
  };
}

async function insertChunks(
  store: Store,
  operationId: string,
  chunks: readonly NewChunk[],
): Promise<void> {
  const chunkRows = chunks.map(({ request }, position) => ({
    operation_id: operationId,
    position,
    request: JSON.stringify(request),
    state: 'waiting' as const,
    is_asking: 0,
    attempts: 0,
  }));
  for (const rows of slice(chunkRows)) await store.insertInto('chunks').values(rows).execute();
  const results = chunks.flatMap(({ items }, chunkPosition) =>
    items.map((item) => ({ ...item, chunkPosition })),
  );
  const resultRows = results.map(
    ({ address, courseRun, salesforceId, chunkPosition }, position) => ({
      operation_id: operationId,
      position,
      chunk_position: chunkPosition,
      address,
      course_run: courseRun ?? '',
      salesforce_id: salesforceId ?? null,
      outcome: 'waiting' as const,
    }),
  );
  for (const rows of slice(resultRows)) await store.insertInto('results').values(rows).execute();
}

function slice<Row>(rows: Row[]): Row[][] {
  const count = Math.ceil(rows.length / rowsPerInsert);
  return Array.from({ length: count }, (_, index) =>
    rows.slice(index * rowsPerInsert, (index + 1) * rowsPerInsert),
  );
}
