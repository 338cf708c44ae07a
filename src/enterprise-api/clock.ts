/** Time as an argument: tests pass one that waits for nothing. */
export interface Clock {
  /** Milliseconds. */
  now: () => number;
  sleep: (ms: number, signal?: AbortSignal) => Promise<unknown>;
}

/** Told of retries and pauses; never of tokens or learners. */
export interface Logger {
  warn: (message: string) => void;
}
