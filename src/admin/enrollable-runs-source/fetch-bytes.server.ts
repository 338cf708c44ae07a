import type { RunsProblem } from './answer.server.ts';

/** Fetches what is at the address unless it still is what `etag` names. Never throws, and follows no redirect. */
export async function fetchBytes(
  url: string,
  { fetch, timeoutMs, maxBytes, etag }: FetchOptions,
): Promise<Reply> {
  try {
    const response = await fetch(url, {
      headers: {
        Accept: 'application/json',
        ...(etag !== undefined && { 'If-None-Match': etag }),
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status === 200) {
      const bytes = await readBody(response, maxBytes);
      if (bytes === undefined) return failed('too-large', 'is larger than the limit.');
      return { kind: 'bytes', bytes, etag: response.headers.get('ETag') ?? undefined };
    }
    await response.body?.cancel();
    if (response.status === 304) return { kind: 'unchanged' };
    return failed('refused', `answers with status ${response.status}.`);
  } catch (error) {
    return failed('unreachable', reasonOf(error, timeoutMs));
  }
}

/** Undefined where it is too large; what is left of it then stays unread. */
async function readBody({ body }: Response, maxBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return 'can’t be reached.';
  if (error.name === 'TimeoutError') return `has not answered within ${timeoutMs / 1000} seconds.`;
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
  return `can’t be reached (${code}).`;
}

function failed(reason: RunsProblem, what: string): Reply {
  return { kind: 'failed', reason, what };
}

export interface FetchOptions {
  fetch: typeof fetch;
  timeoutMs: number;
  maxBytes: number;
  etag: string | undefined;
}

type Reply =
  | { kind: 'bytes'; bytes: Uint8Array; etag: string | undefined }
  | { kind: 'unchanged' }
  /** `what` ends a sentence that begins with the place. */
  | { kind: 'failed'; reason: RunsProblem; what: string };
