import pRetry from 'p-retry';
import type { Clock } from './clock.ts';
import {
  EnterpriseApiConnectionError,
  EnterpriseApiHttpError,
  EnterpriseApiResponseError,
} from './errors.ts';

/** Which failures of a GET are worth another try (api-ground-truth §11.7), and how long apart. */
const policy = {
  retries: 5,
  statuses: [429, 500, 502, 503, 504],
  firstDelayMs: 1000,
  factor: 2,
  maxDelayMs: 30_000,
  /** Where a 429 does not say how long. */
  throttledMs: 60_000,
} as const;

export interface RetryHooks {
  clock: Clock;
  signal?: AbortSignal | undefined;
  /** A 429: everybody has to wait so long. */
  onThrottled: (ms: number) => void;
  onRetry: (error: Error, waitMs: number) => void;
}

/** Runs a GET until it succeeds, fails for good, or its tries are used up; then the last error is thrown. */
export function retryGet<Result>(work: () => Promise<Result>, hooks: RetryHooks): Promise<Result> {
  return pRetry(work, {
    retries: policy.retries,
    // The waiting is ours, by the clock that was passed in.
    minTimeout: 0,
    ...(hooks.signal === undefined ? {} : { signal: hooks.signal }),
    async shouldRetry({ error, attemptNumber }) {
      if (!isWorthAnotherTry(error)) return false;
      const waitMs = waitBefore(error, attemptNumber);
      hooks.onRetry(error, waitMs);
      if (isThrottled(error)) hooks.onThrottled(waitMs);
      else await hooks.clock.sleep(waitMs, hooks.signal);
      return true;
    },
  });
}

/**
 * The gateway turns 502–504 of a service into 400 with the service's body (api-ground-truth §0.5): a 400 whose
 * body is nobody's structured word is a passing outage.
 */
export function isWorthAnotherTry(error: Error): boolean {
  if (error instanceof EnterpriseApiConnectionError || error instanceof EnterpriseApiResponseError)
    return true;
  if (!(error instanceof EnterpriseApiHttpError)) return false;
  return (
    policy.statuses.some((status) => status === error.status) ||
    (error.status === 400 && !error.isStructured)
  );
}

function isThrottled(error: Error): boolean {
  return error instanceof EnterpriseApiHttpError && error.status === 429;
}

/** What the service asks for, else a growing delay with jitter. */
function waitBefore(error: Error, attempt: number): number {
  if (error instanceof EnterpriseApiHttpError) {
    if (error.retryAfterMs !== undefined) return error.retryAfterMs;
    if (error.status === 429) return policy.throttledMs;
  }
  const delay = Math.min(policy.maxDelayMs, policy.firstDelayMs * policy.factor ** (attempt - 1));
  return delay * (0.5 + Math.random() / 2);
}
