import type { Fault } from '#sandbox';

/** What may go wrong with a request or its answer; by chance, so that the same call succeeds another time. */
export const randomFaults: Fault[] = [
  { chance: 0.04, delayMs: [1, 30] },
  { chance: 0.02, status: 500, body: '<h1>Server Error (500)</h1>' },
  { chance: 0.02, hangUp: true },
  // The change has happened, and its answer is lost.
  { chance: 0.03, truncate: true },
  { chance: 0.02, malformed: true },
  {
    chance: 0.01,
    status: 429,
    body: { detail: 'Request was throttled. Expected available in 1 second.' },
  },
  { match: { method: 'POST' }, chance: 0.02, status: 423, body: '"locked"' },
  { match: { method: 'GET' }, chance: 0.02, status: 400, body: '<h1>503 Service Unavailable</h1>' },
  { match: { route: 'subscriptions' }, chance: 0.02, tokenCalls: 3 },
];

/** Numbers from 0 to below 1, the same for a seed: mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
