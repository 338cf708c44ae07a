import type { Clock } from './clock.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Kinds of request that the deployed services limit apart (api-ground-truth §3). */
export type PaceKind = 'content' | 'detail' | 'summary' | 'license';

export interface Pace {
  /** Waits until a request of the kind may start, and counts it. */
  waitForTurn: (kind: PaceKind, signal?: AbortSignal) => Promise<void>;
  /** The service asks everybody to wait: no request starts before. */
  pauseAll: (ms: number) => void;
}

/** A request may be faster on its way than the one whose place it takes: the windows are longer by this. */
const latencyMs = 1000;

/**
 * One gate for all requests: budgets for each minute and hour of the last requests, and pauses that the
 * service asks for. `off` lifts the budgets; pauses always hold.
 * @param onWait told how long a request is going to wait, in milliseconds
 */
export function createPace(
  requestsPerMinute: number | 'off',
  clock: Clock,
  onWait: (ms: number) => void,
): Pace {
  const budgets = budgetsFor(requestsPerMinute);
  const started: Record<PaceKind, number[]> = { content: [], detail: [], summary: [], license: [] };
  let pausedUntil = 0;

  const startOf = (kind: PaceKind): number => {
    const starts = budgets[kind].map(({ limit, windowMs }) => {
      const oldestThatCounts = started[kind].at(-limit);
      return oldestThatCounts === undefined ? 0 : oldestThatCounts + windowMs + latencyMs;
    });
    return Math.max(pausedUntil, ...starts);
  };

  return {
    async waitForTurn(kind, signal) {
      // The clock is not asked whether the time is over: one that sleeps in no time would never say so.
      let reached = clock.now();
      for (let start = startOf(kind); start > reached; start = startOf(kind)) {
        onWait(start - reached);
        await clock.sleep(start - reached, signal);
        reached = Math.max(start, clock.now());
      }
      signal?.throwIfAborted();
      if (budgets[kind].length === 0) return;
      started[kind].push(reached);
      started[kind] = started[kind].slice(-Math.max(...budgets[kind].map(({ limit }) => limit)));
    },
    pauseAll(ms) {
      pausedUntil = Math.max(pausedUntil, clock.now() + ms);
    },
  };
}

type Budgets = Record<PaceKind, { limit: number; windowMs: number }[]>;

function budgetsFor(requestsPerMinute: number | 'off'): Budgets {
  // Licenses have the widest limits (§3): 18 a second, which calls that come one by one never reach.
  if (requestsPerMinute === 'off') return { content: [], detail: [], summary: [], license: [] };
  const twiceAMinute = [{ limit: requestsPerMinute * 2, windowMs: minuteMs }];
  return {
    content: [
      { limit: requestsPerMinute, windowMs: minuteMs },
      { limit: requestsPerMinute * 10, windowMs: hourMs },
    ],
    detail: twiceAMinute,
    summary: twiceAMinute,
    license: [],
  };
}
