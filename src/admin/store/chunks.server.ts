import type { NewResult } from './create-operation.server.ts';
import type { ChunkRow, ChunkState, Outcome, ResultRow, Store } from './schema.server.ts';
import { transact } from './transact.server.ts';

/** An operation's requests in order. */
export async function listChunks(store: Store, operationId: string): Promise<ChunkRow[]> {
  return store
    .selectFrom('chunks')
    .selectAll()
    .where('operation_id', '=', operationId)
    .orderBy('position')
    .execute();
}

/** Whom a chunk is for, in order. */
export async function listChunkResults(
  store: Store,
  { operationId, position }: ChunkKey,
): Promise<ResultRow[]> {
  return store
    .selectFrom('results')
    .selectAll()
    .where('operation_id', '=', operationId)
    .where('chunk_position', '=', position)
    .orderBy('position')
    .execute();
}

/** Results of a whole operation from a position on, in order: a page, or a part of a download. */
export async function listResults(
  store: Store,
  operationId: string,
  { from, limit, outcome }: { from: number; limit: number; outcome?: Outcome },
): Promise<ResultRow[]> {
  let query = store
    .selectFrom('results')
    .selectAll()
    .where('operation_id', '=', operationId)
    .where('position', '>=', from);
  if (outcome !== undefined) query = query.where('outcome', '=', outcome);
  return query.orderBy('position').limit(limit).execute();
}

/**
 * Writes down what has become of a chunk and of those it is for, all or nothing, if it still is as it was; answers
 * whether it was. What goes out is written down as `sent` before: only one sender gets `true`.
 */
export async function saveChunk(
  store: Store,
  { operationId, position }: ChunkKey,
  { from, chunk, results = [], added = [], now }: ChunkChange,
): Promise<boolean> {
  return transact(store, async (transaction) => {
    const { state, attempts, isAsking = false, before, detail } = chunk;
    const at = new Date(now).toISOString();
    const saved = await transaction
      .updateTable('chunks')
      .set({
        state,
        attempts,
        is_asking: isAsking ? 1 : 0,
        before: before === undefined ? null : JSON.stringify(before),
        detail: detail === undefined ? null : JSON.stringify(detail),
        ...(state === 'sent' && { sent_at: at, answered_at: null }),
        ...(from === 'sent' && { answered_at: at }),
      })
      .where('operation_id', '=', operationId)
      .where('position', '=', position)
      .where('state', '=', from)
      .executeTakeFirst();
    if (saved.numUpdatedRows !== 1n) return false;
    for (const result of results) {
      await transaction
        .updateTable('results')
        .set({ outcome: result.outcome, detail: result.detail })
        .where('operation_id', '=', operationId)
        .where('position', '=', result.position)
        .execute();
    }
    if (added.length > 0) await addResults(transaction, { operationId, position }, added);
    return true;
  });
}

/** Moves all but the first `size` results of a waiting chunk to a new one at the end; gives its position. */
export async function splitChunk(
  store: Store,
  { operationId, position }: ChunkKey,
  size: number,
): Promise<number> {
  return transact(store, async (transaction) => {
    const chunks = await listChunks(transaction, operationId);
    const chunk = chunks.find((one) => one.position === position);
    const [first] = (await listChunkResults(transaction, { operationId, position })).slice(size);
    if (chunk?.state !== 'waiting' || first === undefined) {
      throw new Error('Only a waiting chunk with more results can be split: read it again.');
    }
    const added = Math.max(...chunks.map((one) => one.position)) + 1;
    await transaction
      .insertInto('chunks')
      .values({
        operation_id: operationId,
        position: added,
        request: chunk.request,
        state: 'waiting',
        is_asking: 0,
        attempts: 0,
      })
      .execute();
    await transaction
      .updateTable('results')
      .set({ chunk_position: added })
      .where('operation_id', '=', operationId)
      .where('chunk_position', '=', position)
      .where('position', '>=', first.position)
      .execute();
    return added;
  });
}

/**
 * Once nobody sends for an operation any more: what was sent and not answered is unknown. Answers how many chunks
 * those are.
 */
export async function markLostChunks(store: Store, operationId: string): Promise<number> {
  const { numUpdatedRows } = await store
    .updateTable('chunks')
    .set({ state: 'unknown' })
    .where('operation_id', '=', operationId)
    .where('state', '=', 'sent')
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

async function addResults(
  store: Store,
  { operationId, position }: ChunkKey,
  added: readonly AddedResult[],
): Promise<void> {
  // Results are numbered without gaps.
  const { count } = await store
    .selectFrom('results')
    .select((results) => results.fn.countAll<number | bigint | string>().as('count'))
    .where('operation_id', '=', operationId)
    .executeTakeFirstOrThrow();
  for (const [index, { address, outcome, detail }] of added.entries()) {
    const row = {
      operation_id: operationId,
      position: Number(count) + index,
      chunk_position: position,
    };
    await store
      .insertInto('results')
      .values({ ...row, address, course_run: '', outcome, detail })
      .execute();
  }
}

export interface ChunkKey {
  operationId: string;
  position: number;
}

export interface ChunkChange {
  from: ChunkState;
  chunk: {
    state: ChunkState;
    attempts: number;
    isAsking?: boolean;
    before?: object;
    detail?: object;
  };
  /** By the position in the operation. */
  results?: Pick<ResultRow, 'position' | 'outcome' | 'detail'>[];
  /** Of a chunk that named nobody, whom the answer names. */
  added?: AddedResult[];
  now: number;
}

type AddedResult = Pick<NewResult, 'address'> & Pick<ResultRow, 'outcome' | 'detail'>;
