const defaultMaxBytes = 1_000_000;

/** A body that is longer than its route allows. */
export class BodyTooLargeError extends Error {
  override name = 'BodyTooLargeError' as const;

  constructor(maxBytes: number) {
    super(`The request is longer than ${String(maxBytes)} bytes.`);
  }
}

/**
 * The same request with its body in memory, so that it can be read more than once. Stops reading at the first
 * byte too many, whatever the length that was announced, and throws a `BodyTooLargeError`.
 */
export async function readLimitedBody(
  request: Request,
  maxBytes: number = defaultMaxBytes,
): Promise<Request> {
  if (request.body === null) return request;
  if (Number(request.headers.get('Content-Length') ?? 0) > maxBytes) {
    throw new BodyTooLargeError(maxBytes);
  }
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  // Leaving the loop cancels the stream.
  for await (const chunk of request.body) {
    length += chunk.byteLength;
    if (length > maxBytes) throw new BodyTooLargeError(maxBytes);
    chunks.push(chunk);
  }
  const { url, method, headers, signal } = request;
  return new Request(url, { method, headers, signal, body: new Blob(chunks) });
}
