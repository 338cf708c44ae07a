import type { Clock } from './clock.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Kinds of request that the deployed services limit apart (api-ground-truth §3). */
export type RequestKind = 'content' | 'detail';

export interface Pace {
  /** Waits until a request of the kind may start, and counts it. */
  waitForTurn: (kind: RequestKind, signal?: AbortSignal) => Promise<void>;
  /** The service asks everybody to wait: no request starts before. */
  pauseAll: (ms: number) => void;
  /** Milliseconds waited so far. */
  readonly waitedMs: number;
}

/**
 * One gate for all requests: budgets for each minute and hour of the last requests, and pauses that the
 * service asks for. `off` lifts the budgets; pauses always hold.
 */
export function createPace(requestsPerMinute: number | 'off', clock: Clock): Pace {
  const budgets: Record<RequestKind, { limit: number; windowMs: number }[]> =
    requestsPerMinute === 'off'
      ? { content: [], detail: [] }
      : {
          content: [
            { limit: requestsPerMinute, windowMs: minuteMs },
            { limit: requestsPerMinute * 10, windowMs: hourMs },
          ],
          detail: [{ limit: requestsPerMinute * 2, windowMs: minuteMs }],
        };
  const started: Record<RequestKind, number[]> = { content: [], detail: [] };
  let pausedUntil = 0;
  let waitedMs = 0;

  const delayOf = (kind: RequestKind): number => {
    const now = clock.now();
    const budgetDelays = budgets[kind].map(({ limit, windowMs }) => {
      const oldestThatCounts = started[kind].at(-limit);
      return oldestThatCounts === undefined ? 0 : oldestThatCounts + windowMs - now;
    });
    return Math.max(0, pausedUntil - now, ...budgetDelays);
  };

  return {
    async waitForTurn(kind, signal) {
      for (let delay = delayOf(kind); delay > 0; delay = delayOf(kind)) {
        waitedMs += delay;
        await clock.sleep(delay, signal);
      }
      signal?.throwIfAborted();
      if (budgets[kind].length === 0) return;
      started[kind].push(clock.now());
      started[kind] = started[kind].slice(-requestsToRemember(budgets[kind]));
    },
    pauseAll(ms) {
      pausedUntil = Math.max(pausedUntil, clock.now() + ms);
    },
    get waitedMs() {
      return waitedMs;
    },
  };
}

function requestsToRemember(budgets: { limit: number }[]): number {
  return Math.max(...budgets.map(({ limit }) => limit));
}
