import { abortable } from './abortable.ts';
import type { CallKind, Connection } from './connection.ts';
import { EnterpriseApiResponseError } from './errors.ts';
import { sendTagged, type TaggedJson } from './request.ts';
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

/** The same with its tag, or `unchanged` where the copy with the tag still stands. */
export type GetTagged = (
  request: JsonRequest & { etag?: string | undefined },
) => Promise<TaggedJson>;

/** GETs change nothing, so whatever may pass is tried again (api-ground-truth §11.7). */
export function createGetTagged({
  settings,
  limit,
  authorize,
  retryOptions,
}: Connection): GetTagged {
  return ({ kind, path, query = {}, heavyTries, etag, signal }) => {
    const url = new URL(`${settings.apiUrl}${path}`);
    url.search = new URLSearchParams(query).toString();
    const send = authorize({ kind, signal }, (jwt) => {
      const headers = {
        Accept: 'application/json',
        Authorization: `JWT ${jwt}`,
        ...(etag !== undefined && { 'If-None-Match': etag }),
      };
      return sendTagged({ method: 'GET', url, headers }, { ...settings, secrets: [jwt], signal });
    });
    const answer = retryCall(() => limit(send), { ...retryOptions(signal), heavyTries });
    return abortable(answer, signal);
  };
}

export function createGetJson(getTagged: GetTagged): GetJson {
  return async (request) => {
    const answer = await getTagged(request);
    if (answer !== 'unchanged') return answer.json;
    // Nobody has asked whether it changed.
    throw new EnterpriseApiResponseError(request.path, 'not-json', 'is empty');
  };
}
