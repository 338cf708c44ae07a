const maximumKept = 10_000;
const keptHeaders = ['accept', 'content-type', 'if-none-match', 'user-agent'];

/** A request that the sandbox got: never its body, and of `Authorization` the scheme only. */
export interface RecordedRequest {
  method: string;
  /** Percent-encoding undone, without query. */
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  /** Of the answer; 0 until it is ready, or when the connection was cut. */
  status: number;
}

/** Appends to a log that forgets its oldest entries, so that a long run does not grow. */
export function recordRequest(
  log: RecordedRequest[],
  { method, url: address, headers: sent }: Request,
): RecordedRequest {
  const url = new URL(address);
  const headers: Record<string, string> = {};
  for (const name of keptHeaders) {
    const value = sent.get(name);
    if (value !== null) headers[name] = value;
  }
  const authorization = sent.get('authorization');
  if (authorization !== null)
    headers['authorization'] = `${authorization.split(' ')[0] ?? ''} (not kept)`;
  const request: RecordedRequest = {
    method,
    path: decodePath(url.pathname),
    query: Object.fromEntries(url.searchParams),
    headers,
    status: 0,
  };
  if (log.push(request) > maximumKept) log.shift();
  return request;
}

/** Undoes percent-encoding where it is sound. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
