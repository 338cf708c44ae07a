import {
  deleteRunner,
  listRunners,
  listUnfinishedOperations,
  noteRunner,
  type OperationRow,
  type Store,
} from '../store/index.server.ts';

/** A server that says nothing new for so long, and so many rounds, is gone. A clock alone may jump. */
const goneAfter = { ms: 30_000, rounds: 6 };

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
  let known = new Map<string, Sighting>();

  /** The servers that run. By what changes, since the clock of another may be ahead or behind. */
  async function findPresent(): Promise<Map<string, Sighting>> {
    const found = new Map<string, Sighting>();
    for (const { id, seenAt } of await listRunners(store)) {
      const last = known.get(id);
      const sighting =
        last?.seenAt === seenAt
          ? { ...last, rounds: last.rounds + 1 }
          : { seenAt, since: now(), rounds: 0 };
      const isGone = sighting.rounds >= goneAfter.rounds && now() - sighting.since >= goneAfter.ms;
      if (isGone) await deleteRunner(store, id);
      else found.set(id, sighting);
    }
    return found;
  }

  return async () => {
    await noteRunner(store, runnerId, now());
    known = await findPresent();
    for (const operation of await listUnfinishedOperations(store)) {
      const { id, state, runner, stop_asked_at: stopAskedAt } = operation;
      if (state === 'waiting') await begin(id);
      if (state !== 'running') continue;
      if (runner === runnerId) {
        if (stopAskedAt !== null) interrupt(id);
      } else if (runner === null || !known.has(runner)) await takeOver(operation);
    }
  };
}

/** Since when, by the own clock and in own rounds, a server has said the same. */
interface Sighting {
  seenAt: string;
  since: number;
  rounds: number;
}
