import type { Store } from './schema.server.ts';

/** All of a change or nothing of it; where the store is a transaction already, as a part of that. */
export async function transact<Result>(
  store: Store,
  change: (store: Store) => Promise<Result>,
): Promise<Result> {
  return store.isTransaction ? change(store) : store.transaction().execute(change);
}
