import {
  addAuditEntry,
  adoptOperation,
  deleteRunner,
  getOperation,
  listUnfinishedOperations,
  markLostChunks,
  startOperation,
  transact,
  updateOperation,
  type OperationRow,
} from '../store/index.server.ts';
import { createEntry } from './audit.server.ts';
import type { Changes } from './changes.server.ts';
import { pauseLength } from './pause-length.server.ts';
import type { RunContext } from './run-context.server.ts';
import { runOperation } from './run-operation.server.ts';
import { createRound } from './rounds.server.ts';
import type { OperationRunnerOptions } from './types.server.ts';

const defaultCloseMs = 30_000;
/** How often a server that shares its store says that it runs, and looks for those that don't. */
const roundMs = 5000;

/** The operations that this server works on: begins, interrupts and ends the work. */
export function createCrew(
  options: OperationRunnerOptions & { runnerId: string; changes: Changes },
) {
  const { store, now, sleep, log, runnerId, changes } = options;
  const { sharesStore = false, closeMs = defaultCloseMs } = options;
  const closing = new AbortController();
  const ending = new AbortController();
  const works = new Map<string, Work>();
  let rounds: Promise<void> | undefined;
  const context: RunContext = {
    ...options,
    closing: closing.signal,
    ending: ending.signal,
    changed: changes.tell,
    async pause(id, wait, ms) {
      await updateOperation(store, id, ['running'], { wait: JSON.stringify(wait) });
      changes.tell(id);
      await rest(ms, works.get(id)?.interrupt.signal);
      await updateOperation(store, id, ['running'], { wait: null });
      changes.tell(id);
    },
  };

  /** Sleeps until the time is over, the server closes or the signal is aborted. */
  async function rest(ms: number, signal?: AbortSignal): Promise<void> {
    const ends = AbortSignal.any([closing.signal, ...(signal === undefined ? [] : [signal])]);
    await sleep(ms, ends).catch((error: unknown) => {
      if (!ends.aborted) throw error;
    });
  }

  /** Works on an operation that this server has; where it does already, once more after that. */
  function launch(id: string): void {
    const current = works.get(id);
    if (current !== undefined) {
      current.isToRepeat = true;
      return;
    }
    if (closing.signal.aborted) return;
    const work: Work = { interrupt: new AbortController(), isToRepeat: false, done: workOn(id) };
    works.set(id, work);
    void work.done.finally(() => {
      works.delete(id);
      changes.tell(id);
      if (work.isToRepeat) launch(id);
    });
  }

  /** The store may be gone for a while; what can't be written down must not end the server. */
  async function workOn(id: string): Promise<void> {
    for (let failures = 0; !closing.signal.aborted; failures += 1) {
      try {
        if (failures > 0) await recover(id);
        await runOperation(context, id);
        const operation = await getOperation(store, id);
        if (operation !== undefined) await beginNext(operation.queue);
        return;
      } catch (error) {
        warn(error);
        await rest(pauseLength('unreachable', failures));
      }
    }
  }

  function warn(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    log.warn(`Operations can't go on: ${reason} Trying again; check ADMIN_DATABASE_URL.`);
  }

  /** Starts an operation where it is its turn. */
  async function begin(id: string): Promise<void> {
    if (closing.signal.aborted) return;
    if (await startOperation(store, id, { now: now(), runner: runnerId })) {
      changes.tell(id);
      launch(id);
    }
  }

  async function beginNext(queue: string): Promise<void> {
    for (const { id, state } of await listUnfinishedOperations(store, queue)) {
      if (state === 'waiting') await begin(id);
    }
  }

  /** Goes on with an operation whose server is gone. */
  async function takeOver(operation: OperationRow): Promise<void> {
    if (await adopt(operation)) launch(operation.id);
  }

  /** Goes on after a failure, in which an answer may have come that could not be written down. */
  async function recover(id: string): Promise<void> {
    const operation = await getOperation(store, id);
    if (operation?.runner === runnerId) await adopt(operation);
  }

  /** Has an operation, of which what was sent and not answered is lost; false where another server was faster. */
  async function adopt(operation: OperationRow): Promise<boolean> {
    const { id, runner } = operation;
    return transact(store, async (transaction) => {
      const change = { from: runner, to: runnerId };
      if (!(await adoptOperation(transaction, id, change))) return false;
      const unknown = await markLostChunks(transaction, id);
      if (unknown === 0 && runner === runnerId) return true;
      const detail = { unknown };
      const entry = createEntry(operation, { at: now(), action: 'operation-resumed', detail });
      await addAuditEntry(transaction, { ...entry, operationId: id });
      return true;
    });
  }

  /** Ends a wait, so that what was asked for is seen. */
  function interrupt(id: string): void {
    works.get(id)?.interrupt.abort();
    changes.tell(id);
  }

  const makeRound = createRound({ store, now, runnerId, begin, takeOver, interrupt });

  async function makeRounds(): Promise<void> {
    while (!closing.signal.aborted) {
      await rest(roundMs);
      await makeRound().catch(warn);
    }
  }

  return {
    closing: closing.signal,
    launch,
    beginNext,
    interrupt,
    resume: async (): Promise<void> => {
      if (sharesStore) {
        await makeRound();
        rounds = makeRounds();
        return;
      }
      for (const operation of await listUnfinishedOperations(store)) {
        if (operation.state === 'running') await takeOver(operation);
        if (operation.state === 'waiting') await begin(operation.id);
      }
    },
    close: async (): Promise<void> => {
      closing.abort();
      const all = Promise.all([...works.values()].map(({ done }) => done));
      const timer = new AbortController();
      const isDone = await Promise.race([
        all.then(() => true),
        sleep(closeMs, timer.signal).then(
          () => false,
          () => true,
        ),
      ]);
      timer.abort();
      if (!isDone) ending.abort();
      await Promise.all([all, rounds]);
      // Where the store is gone, others see within half a minute that this server is, too.
      if (sharesStore) await deleteRunner(store, runnerId).catch(warn);
    },
  };
}

interface Work {
  interrupt: AbortController;
  /** It was given something to do when it may have looked already. */
  isToRepeat: boolean;
  done: Promise<void>;
}
