import { request, type Dispatcher } from 'undici';
import type { ImageLimits } from './limits.ts';
import { ImageFailedError, ImageRefusedError } from './refusal.ts';

/** What a server said of a picture's version, to be asked by when it is asked again. */
export interface Validators {
  etag?: string | undefined;
  lastModified?: string | undefined;
}

export interface DownloadOptions {
  dispatcher: Dispatcher;
  limits: ImageLimits;
  /** Of the copy that is there, so that an unchanged one is not sent again. */
  known?: Validators | undefined;
  signal?: AbortSignal | undefined;
  onRequest: () => void;
}

export type Download = { isSame: true } | ({ isSame: false; bytes: Buffer } & Validators);

const userAgent = 'Prospectus (fetches pictures for a learning catalogue)';
const redirectStatuses = new Set([301, 302, 303, 307, 308]);
const passingStatuses = new Set([408, 425, 429]);

/**
 * Gets the bytes behind a URL within the limits, following redirects whose every address is checked anew. No
 * token, cookie or referrer is sent, and compressed answers are refused, so none can swell.
 * @throws an `ImageRefusedError` or an `ImageFailedError` with a clause that says why; the signal's reason
 */
export async function downloadImage(url: string, options: DownloadOptions): Promise<Download> {
  const { signal, limits } = options;
  const timeout = AbortSignal.timeout(limits.transferMs);
  const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
  try {
    return await follow(url, { ...options, signal: either });
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ImageRefusedError || error instanceof ImageFailedError) throw error;
    if (timeout.aborted) {
      const seconds = limits.transferMs / 1000;
      throw new ImageFailedError(`it did not arrive whole within ${seconds} s`, { cause: error });
    }
    throw new ImageFailedError(describe(error), { cause: error });
  }
}

async function follow(start: string, options: DownloadOptions): Promise<Download> {
  const { limits } = options;
  let url = start;
  for (let hop = 0; hop <= limits.redirects; hop += 1) {
    checkUrl(url);
    const answer = await ask(url, options);
    const target = findTarget(answer, url);
    if (target === undefined) return await readAnswer(answer, options);
    discard(answer);
    url = target;
  }
  throw new ImageRefusedError(`it redirects more than ${limits.redirects} times`);
}

function ask(
  url: string,
  { dispatcher, known, signal, onRequest }: DownloadOptions,
): Promise<Dispatcher.ResponseData> {
  onRequest();
  return request(url, {
    dispatcher,
    ...(signal !== undefined && { signal }),
    headers: {
      accept: 'image/jpeg, image/png, image/webp, image/avif, image/gif, image/svg+xml;q=0.5',
      'accept-encoding': 'identity',
      'user-agent': userAgent,
      ...(known?.etag !== undefined && { 'if-none-match': known.etag }),
      ...(known?.lastModified !== undefined && { 'if-modified-since': known.lastModified }),
    },
  });
}

async function readAnswer(
  answer: Dispatcher.ResponseData,
  { limits, known }: DownloadOptions,
): Promise<Download> {
  const { statusCode, headers, body } = answer;
  const isKnown = known?.etag !== undefined || known?.lastModified !== undefined;
  if (statusCode === 304 && isKnown) {
    discard(answer);
    return { isSame: true };
  }
  const problem = findProblem(statusCode, headers, limits);
  if (problem !== undefined) {
    discard(answer);
    throw problem;
  }
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > limits.bytes) throw tooLarge(limits);
    parts.push(part);
  }
  return {
    isSame: false,
    bytes: Buffer.concat(parts),
    etag: one(headers['etag']),
    lastModified: one(headers['last-modified']),
  };
}

function findProblem(
  status: number,
  headers: Dispatcher.ResponseData['headers'],
  limits: ImageLimits,
): Error | undefined {
  if (passingStatuses.has(status) || status >= 500) {
    const retryAfterMs = Number(one(headers['retry-after'])) * 1000;
    return new ImageFailedError(
      `its server answers ${status}`,
      retryAfterMs > 0 ? { retryAfterMs } : {},
    );
  }
  if (status !== 200) return new ImageRefusedError(`its server answers ${status}`);
  const encoding = one(headers['content-encoding']) ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') {
    return new ImageRefusedError(`it comes compressed (${encoding}), which was not asked for`);
  }
  return Number(one(headers['content-length'])) > limits.bytes ? tooLarge(limits) : undefined;
}

function tooLarge({ bytes }: ImageLimits): ImageRefusedError {
  return new ImageRefusedError(`it has more than ${Math.floor(bytes / 1024)} KB`);
}

function checkUrl(url: string): void {
  const { protocol, username, password } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new ImageRefusedError(`its address begins with ${protocol}, not with http: or https:`);
  }
  if (username !== '' || password !== '') {
    throw new ImageRefusedError('its address holds a user name or password');
  }
}

function findTarget(
  { statusCode, headers }: Dispatcher.ResponseData,
  url: string,
): string | undefined {
  if (!redirectStatuses.has(statusCode)) return undefined;
  const location = one(headers['location']);
  if (location === undefined || !URL.canParse(location, url)) {
    throw new ImageRefusedError(`its server answers ${statusCode} without an address to go to`);
  }
  return new URL(location, url).href;
}

function discard({ body }: Dispatcher.ResponseData): void {
  body.on('error', () => undefined);
  body.destroy();
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

function describe(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  const text = error instanceof Error ? error.message : String(error);
  return code === undefined || text.includes(code) ? text : `${text} (${code})`;
}
