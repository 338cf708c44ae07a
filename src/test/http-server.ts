import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  /** JSON of anything that is not text. */
  body?: unknown;
  /** In place of a body. */
  bytes?: Uint8Array;
  /** Sends `bytes` again and again, without a length and without end. */
  isEndless?: boolean;
  /** Ends the connection after so many bytes. */
  cutAfter?: number;
  /** Ends the connection without a word. */
  hangsUp?: boolean;
  /** Never answers. */
  isSilent?: boolean;
  delayMs?: number;
}

export interface ReceivedRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface TestServer {
  url: string;
  requests: ReceivedRequest[];
}

/**
 * A server on a free port that answers what `answer` says, for shapes that the sandbox does not produce. It
 * is closed when the test ends.
 */
export async function startServer(
  answer: (request: ReceivedRequest, index: number) => Answer,
): Promise<TestServer> {
  const requests: ReceivedRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    let body = '';
    incoming.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    incoming.on('end', () => {
      const url = new URL(incoming.url ?? '/', 'http://localhost');
      const request = {
        method: incoming.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: incoming.headers,
        body,
      };
      requests.push(request);
      const given = answer(request, requests.length - 1);
      if (given.hangsUp === true) outgoing.destroy();
      else if (given.isSilent !== true) setTimeout(sendAnswer, given.delayMs ?? 0, given, outgoing);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

function sendAnswer(answer: Answer, outgoing: ServerResponse) {
  const { status = 200, headers, cutAfter } = answer;
  const bytes = bytesOf(answer);
  if (answer.isEndless === true) {
    sendEndlessly(bytes, outgoing.writeHead(status, headers));
    return;
  }
  const length = String(bytes.length);
  outgoing.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': length,
    ...headers,
  });
  if (cutAfter === undefined) outgoing.end(bytes);
  else outgoing.write(bytes.subarray(0, cutAfter), () => outgoing.destroy());
}

function bytesOf({ bytes, body }: Answer): Uint8Array {
  if (bytes !== undefined) return bytes;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body ?? null));
}

function sendEndlessly(bytes: Uint8Array, outgoing: ServerResponse): void {
  while (!outgoing.destroyed && outgoing.write(bytes));
  if (!outgoing.destroyed)
    outgoing.once('drain', () => {
      sendEndlessly(bytes, outgoing);
    });
}
