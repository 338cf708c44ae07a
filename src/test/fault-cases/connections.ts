import { readsAll } from './expectations.ts';
import type { FaultCases } from './run-case.ts';

/** Faults of time and of the connection. */
export const connectionCases: FaultCases = {
  latency: { check: readsAll({ retries: 0 }) },
  'latency beyond the time limit': {
    options: { timeoutMs: 400 },
    check: readsAll({ retries: 1 }),
  },
  'slow bytes': { check: readsAll({ retries: 0 }) },
  'slow bytes without end': { options: { timeoutMs: 400 }, check: readsAll({ retries: 1 }) },
  'connection reset': { check: readsAll({ retries: 2 }) },
  'refused connections': { check: readsAll({ retries: 2 }) },
  'truncated JSON': { check: readsAll({ retries: 1 }) },
};
