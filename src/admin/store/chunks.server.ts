import type { ChunkRow, Outcome, ResultRow, Store } from './schema.server.ts';

/** An operation's requests in order. */
export async function listChunks(store: Store, operationId: string): Promise<ChunkRow[]> {
  return store
    .selectFrom('chunks')
    .selectAll()
    .where('operation_id', '=', operationId)
    .orderBy('position')
    .execute();
}

/** What a chunk is for, in order. */
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
 * Notes, before a request is made, that it is being made: a chunk that is still `sent` when a server starts has an
 * answer that nobody read. `before` is what has to be compared then. Answers false where it is not to be sent,
 * since another sender has it.
 */
export async function startChunk(
  store: Store,
  { operationId, position }: ChunkKey,
  { before, now }: { before?: Record<string, unknown>; now: number },
): Promise<boolean> {
  const started = await store
    .updateTable('chunks')
    .set((row) => ({
      state: 'sent',
      attempts: row('attempts', '+', 1),
      sent_at: new Date(now).toISOString(),
      before: before === undefined ? null : JSON.stringify(before),
    }))
    .where('operation_id', '=', operationId)
    .where('position', '=', position)
    .where('state', 'in', ['waiting', 'unknown'])
    .executeTakeFirst();
  return started.numUpdatedRows === 1n;
}

/** Notes what came of a request and of each of its addresses, all or nothing. */
export async function finishChunk(
  store: Store,
  { operationId, position }: ChunkKey,
  answer: {
    state: 'waiting' | 'unknown' | 'done' | 'failed';
    httpStatus?: number;
    /** By the position in the operation. */
    results: Pick<ResultRow, 'position' | 'outcome' | 'detail'>[];
    now: number;
  },
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('chunks')
      .set({
        state: answer.state,
        http_status: answer.httpStatus ?? null,
        answered_at: new Date(answer.now).toISOString(),
      })
      .where('operation_id', '=', operationId)
      .where('position', '=', position)
      .execute();
    for (const result of answer.results) {
      await transaction
        .updateTable('results')
        .set({ outcome: result.outcome, detail: result.detail })
        .where('operation_id', '=', operationId)
        .where('position', '=', result.position)
        .execute();
    }
  });
}

/** At the start of the only server: what was sent and not answered is unknown. Answers how many chunks those are. */
export async function markLostChunks(store: Store): Promise<number> {
  const { numUpdatedRows } = await store
    .updateTable('chunks')
    .set({ state: 'unknown' })
    .where('state', '=', 'sent')
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

interface ChunkKey {
  operationId: string;
  position: number;
}
