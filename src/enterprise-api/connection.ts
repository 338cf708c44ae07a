import pLimit, { type LimitFunction } from 'p-limit';
import { EnterpriseApiAuthError, EnterpriseApiHttpError } from './errors.ts';
import { createTokens } from './fetch-token.ts';
import type { Settings } from './options.ts';
import { createPace, type Pace, type PaceKind } from './pace.ts';
import type { RetryOptions } from './retry.ts';
import { countRequest, type RequestKind, type Statistics } from './statistics.ts';
import type { TokenSource } from './token-source.ts';

export type CallKind = Exclude<RequestKind, 'token'>;

/** What all calls of a client share: the token, the pace and the places in flight. */
export interface Connection {
  settings: Settings;
  limit: LimitFunction;
  tokens: TokenSource;
  /** How a call is tried again, with the waits and the warnings of this client. */
  retryOptions: (signal: AbortSignal | undefined) => RetryOptions;
  /**
   * A function for one call that waits for its turn and sends with a token. One that is refused is replaced
   * once; however often the function is called, another refusal is an `EnterpriseApiAuthError`.
   */
  authorize: <Result>(
    call: { kind: CallKind; signal?: AbortSignal | undefined },
    send: (jwt: string) => Promise<Result>,
  ) => () => Promise<Result>;
}

const paceKinds: Record<CallKind, PaceKind> = {
  catalogs: 'content',
  content: 'content',
  course: 'detail',
  'course-run': 'detail',
  program: 'detail',
  'learner-summary': 'summary',
  subscriptions: 'license',
  assign: 'license',
  revoke: 'license',
  enroll: 'license',
};

/** A wait of the hourly budget, which would look like a standstill. */
const longWaitMs = 5 * 60_000;

/** Pauses that end so close to each other are one. */
const samePauseMs = 2000;

export function createConnection(settings: Settings, statistics: Statistics): Connection {
  const { clock, logger, requestsPerMinute } = settings;
  const tokens = createTokens(settings, statistics);
  let saidUntil = -Infinity;
  const pace: Pace = createPace(requestsPerMinute, clock, (ms) => {
    statistics.pausedMs += ms;
    if (ms >= longWaitMs) logger?.warn(`Waiting ${formatSeconds(ms)} for the next request.`);
  });

  return {
    settings,
    tokens,
    limit: pLimit(settings.concurrency),
    retryOptions: (signal) => ({
      clock,
      signal,
      tries: settings.tries,
      onPause: pace.pauseAll,
      onRetry(error, waitMs) {
        statistics.retries += 1;
        // The service's pause holds for all requests: those in flight need not say it again.
        const isPause = error instanceof EnterpriseApiHttpError && error.status === 429;
        const until = clock.now() + waitMs;
        if (isPause && until <= saidUntil + samePauseMs) return;
        if (isPause) saidUntil = until;
        logger?.warn(`${error.message} Trying again in ${formatSeconds(waitMs)}.`);
      },
    }),
    authorize({ kind, signal }, send) {
      let isRenewable = tokens.isRenewable;
      const attempt: () => ReturnType<typeof send> = async () => {
        await pace.waitForTurn(paceKinds[kind], signal);
        const jwt = await tokens.get(signal);
        countRequest(statistics, kind);
        try {
          return await send(jwt);
        } catch (error) {
          if (!(error instanceof EnterpriseApiHttpError) || error.status !== 401) throw error;
          if (!isRenewable) throw refusedError(error, tokens.isRenewable);
          await tokens.replace(jwt, signal);
          isRenewable = false;
          return attempt();
        }
      };
      return attempt;
    },
  };
}

function refusedError(error: EnterpriseApiHttpError, wasRenewed: boolean): EnterpriseApiAuthError {
  return new EnterpriseApiAuthError(
    error,
    wasRenewed
      ? 'A renewed token is refused too. Check ENTERPRISE_API_CLIENT_ID and ENTERPRISE_API_CLIENT_SECRET.'
      : 'The fixed token has expired or is none of this service: set ENTERPRISE_API_TOKEN anew.',
  );
}

function formatSeconds(ms: number): string {
  return `${Math.ceil(ms / 1000)} s`;
}
