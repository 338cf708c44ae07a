import { EventEmitter, once } from 'node:events';
import type { EnterpriseApiClient } from '#enterprise-api';
import { formatOrdering, learnerIdOf, type LearnerRow, type Ordering } from '../learners/index.ts';
import type { Log } from '../log/index.server.ts';
import { failureOfError, LearnerDataError, type LearnerDataFailure } from './failure.server.ts';
import type { LearnerSet, LearnerSetFacts } from './learner-set.server.ts';
import { openLearners, type LearnerOpening } from './open-learners.server.ts';
import { countRequests, readLearners, type LoadProgress } from './read-learners.server.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

export interface LearnerDataOptions {
  client: Pick<EnterpriseApiClient, 'fetchLearnerPage' | 'walkLearnerSummary'>;
  /** The customer's UUID. */
  enterpriseCustomer: string;
  /** Milliseconds since 1970. */
  now: () => number;
  /** From when on data is old; 15 minutes. */
  maxAgeMs?: number | undefined;
  /** A secret: ids of learners can't be guessed without it. */
  idKey: string;
  log: Pick<Log, 'info' | 'failure'>;
}

/** The learner summary of one customer, shared by all who look at it. */
export interface LearnerData {
  /** Straight from the API; who ask at once share one request. Throws a `LearnerDataError`, or the reason of the signal. */
  readFirstPage: (options: {
    pageSize: number;
    /** The deployed gateway ignores it and sends the latest activity first. */
    ordering?: Ordering | undefined;
    signal?: AbortSignal | undefined;
  }) => Promise<FirstLearnerPage>;
  state: () => LearnerDataState;
  /**
   * What there is to show now. Few rows are loaded by themselves and awaited for a moment, old ones are renewed in
   * the background; of many, which cost many requests, it only tells how many. Throws as `readFirstPage` does.
   */
  open: (signal: AbortSignal) => Promise<LearnerOpening>;
  /** What stands for the learner of a row in addresses; undefined where the row doesn't say whose it is. */
  idOf: (row: LearnerRow) => string | undefined;
  /** The rows of the last load, old or not; undefined where there was none. */
  current: () => LearnerSet | undefined;
  /**
   * The rows: at once where they are not old, else once they are read. Whoever asks meanwhile waits for the same
   * load, which goes on when a waiter's signal is aborted. Throws a `LearnerDataError`; older rows then stay.
   */
  load: (options?: {
    force?: boolean | undefined;
    signal?: AbortSignal | undefined;
  }) => Promise<LearnerSet>;
  /** The state now and whenever it changes, until the signal is aborted; a slow reader misses what was between. */
  watch: (signal: AbortSignal) => AsyncGenerator<LearnerDataState>;
  /** Ends a load that is running; there are no others afterwards. */
  close: () => void;
}

export type LearnerDataState =
  | { kind: 'empty' }
  | ({ kind: 'loading'; since: number; previous: ShownFacts | undefined } & LoadProgress)
  | ({ kind: 'ready' } & ShownFacts)
  | {
      kind: 'failed';
      at: number;
      reason: LearnerDataFailure;
      /** For a person. */
      message: string;
      previous: ShownFacts | undefined;
    };

export interface FirstLearnerPage {
  rows: LearnerRow[];
  /** Of all pages, as the service says. */
  count: number;
  /** Rows of this page that did not fit the contract and are missing. */
  refused: number;
  /** How many requests it takes to load all rows; more where the service serves fewer than 1,000 at once. */
  requestsForAll: number;
}

/** Holds no rows before `load` is called. */
export function createLearnerData(options: LearnerDataOptions): LearnerData {
  const { client, enterpriseCustomer, now, log, maxAgeMs = 15 * minuteMs } = options;
  const closing = new AbortController();
  const changes = new EventEmitter().setMaxListeners(0);
  let changeCount = 0;
  let current: LearnerSet | undefined;
  let progress: (LoadProgress & { since: number }) | undefined;
  let failure: { at: number; error: LearnerDataError } | undefined;
  let loading: Promise<LearnerSet> | undefined;
  let lastCount: number | undefined;
  const firstPages = new Map<string, Promise<FirstLearnerPage>>();

  const data: LearnerData = {
    readFirstPage({ pageSize, ordering, signal }) {
      if (signal?.aborted === true) return Promise.reject(signal.reason as Error);
      const order = ordering && formatOrdering(ordering);
      const name = `${String(pageSize)} ${order ?? ''}`;
      const page = firstPages.get(name) ?? readFirstPage(pageSize, order);
      firstPages.set(name, page);
      page.catch(() => undefined).finally(() => firstPages.delete(name));
      return untilAborted(page, signal);
    },
    state,
    open: async (signal) => openLearners(data, { now: now(), signal }),
    idOf: (row) => learnerIdOf(row, options.idKey),
    current: () => current,
    load({ force = false, signal } = {}) {
      if (closing.signal.aborted) return Promise.reject(new LearnerDataError('stopped'));
      if (loading === undefined && !force && current !== undefined && !isOld(current)) {
        return Promise.resolve(current);
      }
      loading ??= loadAll();
      // Nobody may be left to hear of it.
      loading.catch(() => undefined);
      return untilAborted(loading, signal);
    },
    async *watch(signal) {
      const ends = AbortSignal.any([signal, closing.signal]);
      let seenCount = -1;
      while (!ends.aborted) {
        if (seenCount === changeCount) {
          await once(changes, 'change', { signal: ends }).catch(() => undefined);
          continue;
        }
        seenCount = changeCount;
        yield state();
      }
    },
    close() {
      closing.abort(new LearnerDataError('stopped'));
    },
  };
  return data;

  async function readFirstPage(
    pageSize: number,
    ordering: string | undefined,
  ): Promise<FirstLearnerPage> {
    try {
      const { rows, count, refused } = await client.fetchLearnerPage(enterpriseCustomer, {
        ...{ pageSize, ordering, signal: closing.signal },
      });
      lastCount = count;
      return { rows, count, refused: refused.length, requestsForAll: countRequests(count) };
    } catch (error) {
      const told = new LearnerDataError(failureOfError(error));
      log.failure('learner-data.first-page-failed', error, { reason: told.reason });
      throw told;
    }
  }

  function state(): LearnerDataState {
    const previous = current && factsOf(current);
    if (progress !== undefined) return { kind: 'loading', ...progress, previous };
    if (failure !== undefined) {
      const { at, error } = failure;
      return { kind: 'failed', at, reason: error.reason, message: error.message, previous };
    }
    return previous === undefined ? { kind: 'empty' } : { kind: 'ready', ...previous };
  }

  async function loadAll(): Promise<LearnerSet> {
    const since = now();
    const { signal } = closing;
    const show = (next: LoadProgress): void => {
      progress = { since, ...next };
      announce();
    };
    try {
      const requests = lastCount === undefined ? undefined : countRequests(lastCount);
      show({ requestsDone: 0, requests, rows: 0 });
      const read = await readLearners({ ...options, signal, onProgress: show });
      if (!mayReplace(read)) throw new LearnerDataError('incomplete');
      current = read;
      failure = undefined;
      log.info('learner-data.loaded', countsOf(read.facts, now() - since));
      return read;
    } catch (error) {
      const told = new LearnerDataError(failureOfError(error));
      failure = { at: now(), error: told };
      log.failure('learner-data.load-failed', error, { reason: told.reason });
      throw told;
    } finally {
      progress = undefined;
      loading = undefined;
      announce();
    }
  }

  /** Rows that are all there are worth more than newer ones of which some are missing, for a day. */
  function mayReplace({ facts }: LearnerSet): boolean {
    if (facts.isComplete || current?.facts.isComplete !== true) return true;
    return now() - current.facts.loadedAt > dayMs;
  }

  function factsOf({ facts, ...set }: LearnerSet): ShownFacts {
    return { ...facts, isOld: isOld({ facts, ...set }) };
  }

  function isOld({ facts }: LearnerSet): boolean {
    return now() - facts.loadedAt > maxAgeMs;
  }

  function announce(): void {
    changeCount += 1;
    changes.emit('change');
  }
}

function countsOf({ rows, refused, lostPages, isSuspect }: LearnerSetFacts, ms: number) {
  return { rows, refused, lostPages, isSuspect, ms };
}

/** Settles as the work does, or rejects with the signal's reason at once; the work goes on. */
async function untilAborted<Result>(
  work: Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  if (signal === undefined) return work;
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

type ShownFacts = LearnerSetFacts & {
  /** Whether it should be renewed. */
  isOld: boolean;
};
