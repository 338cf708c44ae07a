import type { OpenStatus, OperationRow, OperationStatus, Outcome, Store } from './schema.server.ts';
import { transact } from './transact.server.ts';

const open: OpenStatus[] = ['waiting', 'running', 'asking'];

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

/** What a server that starts has to go on with, oldest first; of one queue if that is named. */
export async function listUnfinishedOperations(
  store: Store,
  queue?: string,
): Promise<OperationRow[]> {
  let query = store.selectFrom('operations').selectAll().where('state', 'in', open);
  if (queue !== undefined) query = query.where('queue', '=', queue);
  return query.orderBy('created_at').orderBy('id').execute();
}

/** The operations that try again what one has failed at, and those that try again what these have. */
export async function listRetries(store: Store, id: string): Promise<string[]> {
  const found: string[] = [];
  for (let ids = [id]; ids.length > 0;) {
    const retries = await store
      .selectFrom('operations')
      .select('id')
      .where('retry_of', 'in', ids)
      .execute();
    ids = retries.map((retry) => retry.id);
    found.push(...ids);
  }
  return found;
}

/**
 * Makes a waiting operation a running one, unless it is not waiting any more, or another of its queue is running,
 * asks a person, or has waited longer. Answers whether it may run.
 */
export async function startOperation(
  store: Store,
  id: string,
  { now, runner = null }: { now: number; runner?: string | null },
): Promise<boolean> {
  return transact(store, async (transaction) => {
    const operation = await transaction
      .selectFrom('operations')
      .select(['queue', 'state'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (operation?.state !== 'waiting') return false;
    await lockQueue(transaction, operation.queue, now);
    const unfinished = await transaction
      .selectFrom('operations')
      .select(['id', 'state', 'created_at'])
      .where('queue', '=', operation.queue)
      .where('state', 'in', open)
      .execute();
    const [first] = unfinished.toSorted(byTurn);
    if (first?.id !== id || first.state !== 'waiting') return false;
    const started = await transaction
      .updateTable('operations')
      .set({ state: 'running', runner, started_at: new Date(now).toISOString() })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .executeTakeFirst();
    return started.numUpdatedRows === 1n;
  });
}

/**
 * Changes an operation that is in one of the states `from`; answers whether it was. It can be asked to stop once.
 */
export async function updateOperation(
  store: Store,
  id: string,
  from: readonly OpenStatus[],
  change: Partial<Pick<OperationRow, 'runner' | 'wait' | 'stop_asked_at'>> & { state?: OpenStatus },
): Promise<boolean> {
  let query = store.updateTable('operations').set(change).where('id', '=', id);
  if (change.stop_asked_at !== undefined) query = query.where('stop_asked_at', 'is', null);
  const updated = await query.where('state', 'in', from).executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

/**
 * Ends an operation that is in one of the states `from`; answers whether it was. What was not sent is skipped, and
 * what has no answer stays unknown.
 */
export async function endOperation(
  store: Store,
  id: string,
  {
    from,
    state,
    problem,
    now,
  }: {
    from: readonly OpenStatus[];
    state: Exclude<OperationStatus, OpenStatus>;
    problem?: string | undefined;
    now: number;
  },
): Promise<boolean> {
  return transact(store, async (transaction) => {
    const ended = await transaction
      .updateTable('operations')
      .set({
        state,
        problem: problem ?? null,
        wait: null,
        runner: null,
        ended_at: new Date(now).toISOString(),
      })
      .where('id', '=', id)
      .where('state', 'in', from)
      .executeTakeFirst();
    if (ended.numUpdatedRows !== 1n) return false;
    await closeResults(transaction, id, 'skipped');
    await closeResults(transaction, id, 'unknown');
    const counts = JSON.stringify(await countOutcomes(transaction, id));
    await transaction.updateTable('operations').set({ counts }).where('id', '=', id).execute();
    return true;
  });
}

/** How many results an operation has of each outcome. Once it is over, its `counts` say so for good. */
export async function countOutcomes(store: Store, id: string): Promise<OutcomeCounts> {
  const rows = await store
    .selectFrom('results')
    .select(['outcome', (count) => count.fn.countAll<number | bigint | string>().as('count')])
    .where('operation_id', '=', id)
    .groupBy('outcome')
    .execute();
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, Number(count)]));
}

/** Results that still wait: `skipped` are those of chunks that were never sent, then all others are `unknown`. */
async function closeResults(
  store: Store,
  operationId: string,
  outcome: 'skipped' | 'unknown',
): Promise<void> {
  await store
    .updateTable('results')
    .set({ outcome })
    .where('operation_id', '=', operationId)
    .where('outcome', '=', 'waiting')
    .where('chunk_position', 'in', (chunks) => {
      const own = chunks
        .selectFrom('chunks')
        .select('position')
        .where('operation_id', '=', operationId);
      if (outcome === 'unknown') return own;
      // One that waits to be sent again may have been done the first time.
      return own.where('state', '=', 'waiting').where('attempts', '=', 0);
    })
    .execute();
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

/** Those that have begun come first, then those that were confirmed first. */
function byTurn(
  left: Pick<OperationRow, 'id' | 'state' | 'created_at'>,
  right: Pick<OperationRow, 'id' | 'state' | 'created_at'>,
): number {
  const rank = ({ state }: { state: OperationStatus }) => (state === 'waiting' ? 1 : 0);
  return (
    rank(left) - rank(right) ||
    left.created_at.localeCompare(right.created_at) ||
    left.id.localeCompare(right.id)
  );
}

export type OutcomeCounts = Partial<Record<Outcome, number>>;
