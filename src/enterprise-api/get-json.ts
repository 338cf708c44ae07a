import pLimit from 'p-limit';
import { abortable } from './abortable.ts';
import { EnterpriseApiAuthError, EnterpriseApiHttpError } from './errors.ts';
import { createTokens } from './fetch-token.ts';
import type { Settings } from './options.ts';
import { createPace } from './pace.ts';
import { sendRequest } from './request.ts';
import { retryGet } from './retry.ts';
import { countRequest, type RequestKind, type Statistics } from './statistics.ts';

export interface JsonRequest {
  kind: Exclude<RequestKind, 'token'>;
  path: string;
  query?: Record<string, string> | undefined;
  /** See `RetryOptions`. */
  heavyTries?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** The JSON of an answer, unparsed. */
export type GetJson = (request: JsonRequest) => Promise<unknown>;

/** One function for all calls, since they share the token, the pace and the places in flight. */
export function createGetJson(settings: Settings, statistics: Statistics): GetJson {
  const { clock, logger, requestsPerMinute } = settings;
  const limit = pLimit(settings.concurrency);
  const tokens = createTokens(settings, statistics);
  const pace = createPace(requestsPerMinute, clock, (ms) => {
    statistics.pausedMs += ms;
    if (ms >= longWaitMs) logger?.warn(`Waiting ${formatSeconds(ms)} for the next request.`);
  });

  return ({ kind, path, query = {}, heavyTries, signal }) => {
    const url = new URL(`${settings.apiUrl}${path}`);
    url.search = new URLSearchParams(query).toString();
    let isRenewable = tokens.isRenewable;

    const send = async (): Promise<unknown> => {
      await pace.waitForTurn(
        kind === 'content' || kind === 'catalogs' ? 'content' : 'detail',
        signal,
      );
      const jwt = await tokens.get(signal);
      countRequest(statistics, kind);
      const headers = { Accept: 'application/json', Authorization: `JWT ${jwt}` };
      try {
        return await sendRequest(
          { method: 'GET', url, headers },
          { ...settings, secrets: [jwt], signal },
        );
      } catch (error) {
        if (!(error instanceof EnterpriseApiHttpError) || error.status !== 401) throw error;
        if (!isRenewable) throw refusedError(error, tokens.isRenewable);
        isRenewable = false;
        await tokens.replace(jwt, signal);
        return send();
      }
    };

    const answer = retryGet(() => limit(send), {
      clock,
      signal,
      heavyTries,
      onPause: pace.pauseAll,
      onRetry(error, waitMs) {
        statistics.retries += 1;
        logger?.warn(`${error.message} Trying again in ${formatSeconds(waitMs)}.`);
      },
    });
    return abortable(answer, signal);
  };
}

/** A wait of the hourly budget, which would look like a standstill. */
const longWaitMs = 5 * 60_000;

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
