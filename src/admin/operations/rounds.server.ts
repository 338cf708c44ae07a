import {
  listRunners,
  listUnfinishedOperations,
  noteRunner,
  type OperationRow,
  type Store,
} from '../store/index.server.ts';

/** A server that was not seen for so long is gone. */
const goneAfterMs = 30_000;

/**
 * What a server does from time to time where others work on the same store: says that it runs, takes over from
 * those that don't, begins what waits, and stops its own where another server was asked to.
 */
export function createRound({
  store,
  now,
  runnerId,
  begin,
  takeOver,
  interrupt,
}: {
  store: Store;
  now: () => number;
  runnerId: string;
  begin: (id: string) => Promise<void>;
  takeOver: (operation: OperationRow) => Promise<void>;
  interrupt: (id: string) => void;
}): () => Promise<void> {
  return async () => {
    await noteRunner(store, runnerId, now());
    const present = new Set(await listRunners(store, now() - goneAfterMs));
    for (const operation of await listUnfinishedOperations(store)) {
      const { id, state, runner, stop_asked_at: stopAskedAt } = operation;
      if (state === 'waiting') await begin(id);
      if (state !== 'running') continue;
      if (runner === runnerId) {
        if (stopAskedAt !== null) interrupt(id);
      } else if (runner === null || !present.has(runner)) await takeOver(operation);
    }
  };
}
