import pRetry from 'p-retry';
import type { Clock } from './clock.ts';
import {
  EnterpriseApiConnectionError,
  EnterpriseApiHttpError,
  EnterpriseApiResponseError,
  EnterpriseApiTimeoutError,
} from './errors.ts';

/** Which failures are worth another try (api-ground-truth §11.7), and how long apart. */
const policy = {
  statuses: [423, 429, 500, 502, 503, 504],
  /** Those that a smaller page may cure: too slow, or too large for the gateway (§1.3, §3). */
  heavyStatuses: [500, 502, 504],
  firstDelayMs: 1000,
  factor: 2,
  maxDelayMs: 30_000,
  /** A lock (423) is held while another call to the same plan runs. */
  lockedMs: 5000,
  /** Where a 429 does not say how long. */
  throttledMs: 60_000,
  /** A service that asks to come back at once is not asked more often than this. */
  minAskedMs: 1000,
  /** The longest budget of the services is an hour; who asks for more is not waited for. */
  maxAskedMs: 65 * 60_000,
} as const;

export interface RetryOptions {
  clock: Clock;
  tries: number;
  signal?: AbortSignal | undefined;
  /** How often a call that is too heavy for the service is tried; as often as others. */
  heavyTries?: number | undefined;
  /** The service asks everybody to wait so long. */
  onPause: (ms: number) => void;
  onRetry: (error: Error, waitMs: number) => void;
}

/** Runs a call until it succeeds, fails for good, or its tries are used up; then the last error is thrown. */
export function retryCall<Result>(
  work: () => Promise<Result>,
  options: RetryOptions,
): Promise<Result> {
  const { clock, signal, tries, heavyTries = tries, onPause, onRetry } = options;
  return pRetry(work, {
    retries: tries - 1,
    // The waiting is ours, by the clock that was passed in.
    minTimeout: 0,
    signal,
    async shouldRetry({ error, attemptNumber }) {
      if (!isPassing(error) || (isHeavy(error) && attemptNumber >= heavyTries)) return false;
      const askedMs = waitAskedBy(error);
      if (askedMs !== undefined && askedMs > policy.maxAskedMs) return false;
      const waitMs = askedMs ?? delayAfter(attemptNumber);
      if (isLocked(error)) {
        // Nobody else needs to wait for that.
        const lockMs = Math.max(policy.lockedMs, waitMs);
        onRetry(error, lockMs);
        await clock.sleep(lockMs, signal);
        return true;
      }
      onRetry(error, waitMs);
      if (askedMs === undefined) await clock.sleep(waitMs, signal);
      else onPause(askedMs);
      return true;
    },
  });
}

/**
 * Whether the same call may succeed later. The gateway turns 502–504 of a service into 400 with the
 * service's body (api-ground-truth §0.5): a 400 whose body is nobody's structured word is an outage.
 */
export function isPassing(error: unknown): boolean {
  if (error instanceof EnterpriseApiHttpError) {
    return policy.statuses.some((status) => status === error.status) || isHiddenOutage(error);
  }
  if (error instanceof EnterpriseApiResponseError) return error.fault === 'not-json';
  return (
    error instanceof EnterpriseApiConnectionError || error instanceof EnterpriseApiTimeoutError
  );
}

/** Whether a smaller page may succeed where this one did not. */
export function isHeavy(error: unknown): boolean {
  if (error instanceof EnterpriseApiHttpError) {
    return policy.heavyStatuses.some((status) => status === error.status) || isHiddenOutage(error);
  }
  if (error instanceof EnterpriseApiResponseError) return error.fault === 'too-large';
  return error instanceof EnterpriseApiTimeoutError;
}

function isLocked(error: Error): boolean {
  return error instanceof EnterpriseApiHttpError && error.status === 423;
}

export function isHiddenOutage(error: EnterpriseApiHttpError): boolean {
  return error.status === 400 && !error.isStructured;
}

function waitAskedBy(error: Error): number | undefined {
  if (!(error instanceof EnterpriseApiHttpError)) return undefined;
  const askedMs = error.retryAfterMs ?? (error.status === 429 ? policy.throttledMs : undefined);
  return askedMs === undefined ? undefined : Math.max(policy.minAskedMs, askedMs);
}

/** A growing delay with jitter. */
function delayAfter(attempt: number): number {
  const delay = Math.min(policy.maxDelayMs, policy.firstDelayMs * policy.factor ** (attempt - 1));
  return delay * (0.5 + Math.random() / 2);
}
