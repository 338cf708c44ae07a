import type { Switches } from './gateway/switches.ts';

const minute = 60;
const hour = 60 * minute;

/** What each service allows one client (api-ground-truth §3). */
const rates = {
  content: [
    { requests: 30, seconds: minute },
    { requests: 300, seconds: hour },
  ],
  details: [{ requests: 60, seconds: minute }],
  learners: [{ requests: 60, seconds: minute }],
  licenses: [
    { requests: 18, seconds: 1 },
    { requests: 360, seconds: minute },
  ],
} as const;

export type ThrottledKind = keyof typeof rates;

/** Counts a request; how many seconds the client has to wait where it is one too many. */
export type Throttle = (kind: ThrottledKind, client: string) => number | undefined;

/**
 * Counts requests of each client as the services do: a refused one is not counted.
 * @param factor times the services' rates
 * @param now milliseconds
 */
export function createThrottle(factor: Switches['throttle'], now: () => number): Throttle {
  if (factor === 'off') return () => undefined;
  const counters = new Map<string, RateCounter[]>();
  return (kind, client) => {
    const name = `${kind} ${client}`;
    const counting =
      counters.get(name) ??
      rates[kind].map(({ requests, seconds }) =>
        createRateCounter(Math.max(1, Math.round(requests * factor)), seconds),
      );
    counters.set(name, counting);
    const waits = counting.map((count) => count(now())).filter((wait) => wait !== undefined);
    return waits.length === 0 ? undefined : Math.max(...waits);
  };
}

type RateCounter = (nowMs: number) => number | undefined;

/** At most so many in any so many seconds; the seconds until the next may come, rounded up, where one is refused. */
export function createRateCounter(requests: number, seconds: number): RateCounter {
  let started: number[] = [];
  return (nowMs) => {
    started = started.filter((time) => time > nowMs - seconds * 1000);
    const [oldest = nowMs] = started;
    if (started.length >= requests) return Math.ceil((oldest - nowMs) / 1000 + seconds);
    started.push(nowMs);
    return undefined;
  };
}
