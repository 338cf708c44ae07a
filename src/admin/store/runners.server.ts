import type { Store } from './schema.server.ts';

/** Notes that a server runs. */
export async function noteRunner(store: Store, id: string, now: number): Promise<void> {
  const row = { id, seen_at: new Date(now).toISOString() };
  await store
    .insertInto('runners')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ seen_at: row.seen_at }))
    .execute();
}

/** The servers that have noted that they run, and when by their own clocks, which need not agree. */
export async function listRunners(store: Store): Promise<{ id: string; seenAt: string }[]> {
  const rows = await store.selectFrom('runners').selectAll().execute();
  return rows.map(({ id, seen_at: seenAt }) => ({ id, seenAt }));
}

/** A server that ends, or is gone. */
export async function deleteRunner(store: Store, id: string): Promise<void> {
  await store.deleteFrom('runners').where('id', '=', id).execute();
}

/** Takes a running operation over from another server; answers whether it was still that one's. */
export async function adoptOperation(
  store: Store,
  id: string,
  { from, to }: { from: string | null; to: string },
): Promise<boolean> {
  const adopted = await store
    .updateTable('operations')
    .set({ runner: to, wait: null })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where('runner', from === null ? 'is' : '=', from)
    .executeTakeFirst();
  return adopted.numUpdatedRows === 1n;
}
