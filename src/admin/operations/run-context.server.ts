import type { Store } from '../store/index.server.ts';
import type { OperationState, RunnerClient } from './types.server.ts';

/** What working on an operation needs of the server that does it. */
export interface RunContext {
  store: Store;
  client: RunnerClient;
  enterpriseCustomer: string;
  now: () => number;
  /** Which server it is. */
  runnerId: string;
  /** Nothing new is begun. */
  closing: AbortSignal;
  /** Requests in flight are given up. */
  ending: AbortSignal;
  /** Waits, where it can be seen; less long where a person stops the operation. */
  pause: (id: string, wait: NonNullable<OperationState['wait']>, ms: number) => Promise<void>;
  changed: (id: string) => void;
}
