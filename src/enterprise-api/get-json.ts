import { abortable } from './abortable.ts';
import type { CallKind, Connection } from './connection.ts';
import { sendRequest } from './request.ts';
import { retryCall } from './retry.ts';

export interface JsonRequest {
  kind: CallKind;
  path: string;
  query?: Record<string, string> | undefined;
  /** See `RetryOptions`. */
  heavyTries?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** The JSON of an answer, unparsed. */
export type GetJson = (request: JsonRequest) => Promise<unknown>;

/** GETs change nothing, so whatever may pass is tried again (api-ground-truth §11.7). */
export function createGetJson({ settings, limit, authorize, retryOptions }: Connection): GetJson {
  return ({ kind, path, query = {}, heavyTries, signal }) => {
    const url = new URL(`${settings.apiUrl}${path}`);
    url.search = new URLSearchParams(query).toString();
    const send = authorize({ kind, signal }, (jwt) => {
      const headers = { Accept: 'application/json', Authorization: `JWT ${jwt}` };
      return sendRequest({ method: 'GET', url, headers }, { ...settings, secrets: [jwt], signal });
    });
    const answer = retryCall(() => limit(send), { ...retryOptions(signal), heavyTries });
    return abortable(answer, signal);
  };
}
