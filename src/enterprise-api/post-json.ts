import { abortable } from './abortable.ts';
import type { CallKind, Connection } from './connection.ts';
import {
  EnterpriseApiConnectionError,
  EnterpriseApiHttpError,
  EnterpriseApiOutcomeError,
  EnterpriseApiResponseError,
  EnterpriseApiTimeoutError,
} from './errors.ts';
import { exchange, httpError, type OutgoingRequest, type SendOptions } from './request.ts';
import { isHiddenOutage, retryCall } from './retry.ts';

export interface PostRequest<Result> {
  kind: CallKind;
  path: string;
  query?: Record<string, string> | undefined;
  body: unknown;
  /** Whether the same call, sent again after its answer was lost, does no harm. */
  repeatable: boolean;
  /** What the answer means; undefined where it is none that the caller knows. JSON is absent where there is none. */
  read: (answer: JsonAnswer) => Result | undefined;
  signal?: AbortSignal | undefined;
}

export interface JsonAnswer {
  status: number;
  json?: unknown;
}

export type PostJson = <Result>(request: PostRequest<Result>) => Promise<Result>;

/**
 * POSTs change something: one is sent again only where the service surely did nothing, that is after 423, 429,
 * a connection that was never made, and a token that was refused (api-ground-truth §11.7). A lost answer is
 * an `EnterpriseApiOutcomeError`. Redirects are never followed.
 */
export function createPostJson({ settings, limit, authorize, retryOptions }: Connection): PostJson {
  return (post) => {
    const { kind, path, query = {}, signal } = post;
    const url = new URL(`${settings.apiUrl}${path}`);
    url.search = new URLSearchParams(query).toString();
    const body = JSON.stringify(post.body);
    const send = authorize({ kind, signal }, (jwt) => {
      const headers = {
        Accept: 'application/json',
        'Content-Type': 'application/json',
        Authorization: `JWT ${jwt}`,
      };
      const options = { ...settings, secrets: [jwt], signal };
      return sendOnce(post, { method: 'POST', url, headers, body }, options);
    });
    return abortable(
      retryCall(() => limit(send), retryOptions(signal)),
      signal,
    );
  };
}

async function sendOnce<Result>(
  { read, repeatable }: PostRequest<Result>,
  request: OutgoingRequest,
  options: SendOptions,
): Promise<Result> {
  try {
    const answer = await exchange(request, options);
    const result = read({ status: answer.status, ...parseJson(answer.body) });
    if (result !== undefined) return result;
    if (answer.status < 200 || answer.status >= 300) {
      throw httpError(request, answer, options.secrets);
    }
    throw new EnterpriseApiResponseError(
      request.url.pathname,
      'wrong-shape',
      'does not fit the contract',
    );
  } catch (error) {
    throw isLost(error) ? new EnterpriseApiOutcomeError(error, repeatable) : error;
  }
}

type LostAnswer =
  | EnterpriseApiHttpError
  | EnterpriseApiConnectionError
  | EnterpriseApiResponseError
  | EnterpriseApiTimeoutError;

/** Whether the request may have been done without a word of it, or without one that is understood. */
function isLost(error: unknown): error is LostAnswer {
  if (error instanceof EnterpriseApiHttpError) return error.status >= 500 || isHiddenOutage(error);
  if (error instanceof EnterpriseApiResponseError) return error.fault !== 'redirect';
  if (error instanceof EnterpriseApiConnectionError) return !wasNeverSent(error.cause);
  return error instanceof EnterpriseApiTimeoutError;
}

const codesOfNoConnection = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** `fetch` fails with a TypeError whose cause tells why; of several addresses tried, an error of errors. */
function wasNeverSent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return codesOfNoConnection.has(code);
  if (error instanceof AggregateError) return error.errors.every(wasNeverSent);
  return wasNeverSent(error.cause);
}

function parseJson(body: string): { json?: unknown } {
  try {
    return { json: JSON.parse(body) as unknown };
  } catch {
    return {};
  }
}
