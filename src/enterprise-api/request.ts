import type { Clock } from './clock.ts';
import { decodeError, waitAskedFor } from './decode-error.ts';
import {
  EnterpriseApiConnectionError,
  EnterpriseApiHttpError,
  EnterpriseApiResponseError,
} from './errors.ts';

export interface SendOptions {
  fetch: typeof fetch;
  clock: Clock;
  /** For the whole call. The gateway itself gives up after 29 s, so no less than 35 s is of use. */
  timeoutMs: number;
  maxBodyBytes: number;
  signal?: AbortSignal | undefined;
}

export interface OutgoingRequest {
  method: 'GET' | 'POST';
  url: URL;
  headers: Record<string, string>;
  body?: URLSearchParams;
}

/**
 * Sends one request and returns the JSON of its answer, unparsed. A redirect is followed once, for GET and
 * within the same origin only, so that credentials never leave it (api-ground-truth §11.19).
 */
export async function sendRequest(
  request: OutgoingRequest,
  options: SendOptions,
  redirects = 1,
): Promise<unknown> {
  const { method, url } = request;
  const limit = AbortSignal.timeout(options.timeoutMs);
  const signal = options.signal === undefined ? limit : AbortSignal.any([options.signal, limit]);
  let response: Response;
  let body: string;
  try {
    response = await options.fetch(url, { ...request, redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      const target = new URL(location, url);
      if (method === 'GET' && redirects > 0 && target.origin === url.origin) {
        return await sendRequest({ ...request, url: target }, options, redirects - 1);
      }
      throw new EnterpriseApiResponseError(
        url.pathname,
        `is a redirect to ${target.origin}, which is not followed`,
      );
    }
    body = await readBody(response, url.pathname, options.maxBodyBytes);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof EnterpriseApiHttpError || error instanceof EnterpriseApiResponseError)
      throw error;
    if (error instanceof EnterpriseApiConnectionError) throw error;
    throw connectionError(request, options.timeoutMs, error, limit.aborted);
  }
  if (!response.ok) throw httpError(request, response, body, options.clock);
  try {
    return JSON.parse(body) as unknown;
  } catch (error) {
    throw new EnterpriseApiResponseError(url.pathname, 'is no JSON, or was cut off', {
      cause: error,
    });
  }
}

async function readBody(response: Response, path: string, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) {
      throw new EnterpriseApiResponseError(
        path,
        `is larger than ${Math.round(maxBytes / 1024 / 1024)} MB`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function httpError(
  { method, url }: OutgoingRequest,
  response: Response,
  body: string,
  clock: Clock,
): EnterpriseApiHttpError {
  const { detail, isStructured } = decodeError(body);
  return new EnterpriseApiHttpError({
    status: response.status,
    method,
    path: url.pathname,
    detail: detail.replace(/\.$/, ''),
    isStructured,
    retryAfterMs: retryAfter(response.headers.get('retry-after'), clock) ?? waitAskedFor(detail),
  });
}

/** Seconds or a date. The gateway drops the header, direct calls have it. */
function retryAfter(header: string | null, clock: Clock): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - clock.now());
}

function connectionError(
  { method, url }: OutgoingRequest,
  timeoutMs: number,
  cause: unknown,
  isTimeout: boolean,
): EnterpriseApiConnectionError {
  const what = `${method} ${url.pathname} at ${url.host}`;
  return isTimeout
    ? new EnterpriseApiConnectionError(`${what} gave no answer within ${timeoutMs / 1000} s.`, {
        cause,
      })
    : new EnterpriseApiConnectionError(
        `${what} could not be reached. Check ENTERPRISE_API_URL and the network.`,
        { cause },
      );
}
