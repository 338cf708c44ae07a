import type { SearchSource } from '#search/browser';

/** What the page asks the worker. */
export interface WorkerCall {
  id: number;
  method: keyof SearchSource;
  values: unknown[];
}

export type WorkerAnswer = { id: number } & ({ value: unknown } | { error: unknown });
