import type { Clock } from './clock.ts';
import { decodeError, waitAskedFor } from './decode-error.ts';
import {
  EnterpriseApiConnectionError,
  EnterpriseApiError,
  EnterpriseApiHttpError,
  EnterpriseApiResponseError,
  EnterpriseApiTimeoutError,
} from './errors.ts';

export interface SendOptions {
  fetch: typeof fetch;
  clock: Clock;
  /** For the whole call. The gateway itself gives up after 29 s, so no less than 35 s is of use. */
  timeoutMs: number;
  maxBodyBytes: number;
  /** Never repeated in a message, whatever the answer says. */
  secrets: string[];
  signal?: AbortSignal | undefined;
  /** Told of each piece of a body, once it is unpacked. */
  onBytes?: ((bytes: number) => void) | undefined;
}

export interface OutgoingRequest {
  method: 'GET' | 'POST';
  url: URL;
  headers: Record<string, string>;
  body?: URLSearchParams | string;
}

/** An answer with its whole body. */
export interface RawAnswer {
  status: number;
  body: string;
  /** What the service asks to wait, in milliseconds. */
  retryAfterMs: number | undefined;
  /** The tag of this copy, from services that give one. */
  etag: string | undefined;
}

/** The JSON of an answer with its tag; `unchanged` where the copy that was asked about still stands. */
export type TaggedJson = { json: unknown; etag: string | undefined } | 'unchanged';

/**
 * Sends one request and returns the JSON of its answer, unparsed.
 * @throws EnterpriseApiHttpError and what `exchange` throws
 */
export async function sendRequest(
  request: OutgoingRequest,
  options: SendOptions,
): Promise<unknown> {
  const answer = await sendTagged(request, options);
  if (answer !== 'unchanged') return answer.json;
  // Nobody has asked whether it changed.
  throw new EnterpriseApiResponseError(request.url.pathname, 'not-json', 'is empty');
}

/** The same, for a request that may name the tag of a copy (`If-None-Match`). */
export async function sendTagged(
  request: OutgoingRequest,
  options: SendOptions,
): Promise<TaggedJson> {
  const answer = await exchange(request, options);
  if (answer.status === 304) return 'unchanged';
  if (answer.status < 200 || answer.status >= 300)
    throw httpError(request, answer, options.secrets);
  try {
    return { json: JSON.parse(answer.body) as unknown, etag: answer.etag };
  } catch {
    // The reason is left out: it quotes the body, which may hold a token.
    throw new EnterpriseApiResponseError(
      request.url.pathname,
      'not-json',
      'is no JSON, or was cut off',
    );
  }
}

/**
 * Sends one request and reads its answer, whatever the status. A redirect is followed once, for GET and
 * within the same origin only, so that credentials never leave it (api-ground-truth §11.19).
 */
export async function exchange(
  request: OutgoingRequest,
  options: SendOptions,
  redirects = 1,
): Promise<RawAnswer> {
  const { method, url } = request;
  const limit = AbortSignal.timeout(options.timeoutMs);
  const signal = options.signal === undefined ? limit : AbortSignal.any([options.signal, limit]);
  try {
    const response = await options.fetch(url, { ...request, redirect: 'manual', signal });
    const target = redirectTarget(response, url);
    if (target !== undefined) {
      await response.body?.cancel();
      if (method === 'GET' && redirects > 0 && target.origin === url.origin) {
        return await exchange({ ...request, url: target }, options, redirects - 1);
      }
      throw new EnterpriseApiResponseError(
        url.pathname,
        'redirect',
        `is a redirect to ${target.origin}, which is not followed`,
      );
    }
    return {
      status: response.status,
      body: await readBody(response, url.pathname, options),
      retryAfterMs: retryAfter(response.headers.get('retry-after'), options.clock),
      etag: response.headers.get('etag') ?? undefined,
    };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof EnterpriseApiError) throw error;
    throw limit.aborted
      ? timeoutError(request, options.timeoutMs)
      : connectionError(request, error);
  }
}

function redirectTarget(response: Response, url: URL): URL | undefined {
  const location = response.headers.get('location');
  if (response.status < 300 || response.status >= 400 || location === null) return undefined;
  return URL.canParse(location, url.href) ? new URL(location, url) : undefined;
}

async function readBody(
  response: Response,
  path: string,
  { maxBodyBytes, onBytes }: SendOptions,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    onBytes?.(chunk.byteLength);
    if (length > maxBodyBytes) {
      throw new EnterpriseApiResponseError(
        path,
        'too-large',
        `is larger than ${formatMegabytes(maxBodyBytes)} MB`,
      );
    }
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function formatMegabytes(bytes: number): string {
  return String(Math.ceil(bytes / 1024 / 102.4) / 10);
}

export function httpError(
  { method, url }: OutgoingRequest,
  { status, body, retryAfterMs }: RawAnswer,
  secrets: string[],
): EnterpriseApiHttpError {
  const { detail, isStructured } = decodeError(body, secrets);
  return new EnterpriseApiHttpError({
    status,
    method,
    path: url.pathname,
    detail: detail.replace(/\.$/, ''),
    isStructured,
    retryAfterMs: retryAfterMs ?? waitAskedFor(detail),
  });
}

/** Seconds or a date. The gateway drops the header, direct calls have it. */
function retryAfter(header: string | null, clock: Clock): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - clock.now());
}

function timeoutError(
  { method, url }: OutgoingRequest,
  timeoutMs: number,
): EnterpriseApiTimeoutError {
  return new EnterpriseApiTimeoutError(
    `${method} ${url.pathname} at ${url.host} gave no whole answer within ${timeoutMs / 1000} s. Try again later.`,
  );
}

function connectionError(
  { method, url }: OutgoingRequest,
  cause: unknown,
): EnterpriseApiConnectionError {
  return new EnterpriseApiConnectionError(
    `${method} ${url.pathname} at ${url.host} failed: no connection, or it broke. Check ENTERPRISE_API_URL and the network.`,
    { cause },
  );
}
