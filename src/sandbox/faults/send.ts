import type { HttpBindings } from '@hono/node-server';
import { setTimeout } from 'node:timers/promises';

type Outgoing = HttpBindings['outgoing'];

const piecesPerSecond = 20;

/** Cuts the connection without an answer. */
export function hangUp(outgoing: Outgoing): void {
  outgoing.socket?.resetAndDestroy();
}

/** Sends the headers of the whole answer and half of it, then cuts the connection. */
export async function sendHalf(response: Response, outgoing: Outgoing): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    'content-length': String(body.length),
  });
  outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => outgoing.destroy());
}

/** The same answer, in pieces with pauses between them. */
export async function slowDown(response: Response, bytesPerSecond: number): Promise<Response> {
  const body = new Uint8Array(await response.arrayBuffer());
  const size = Math.max(1, Math.ceil(bytesPerSecond / piecesPerSecond));
  const gone = new AbortController();
  let sent = 0;
  const pieces = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (sent > 0) await wait((size / bytesPerSecond) * 1000, gone.signal);
      if (gone.signal.aborted) return;
      controller.enqueue(body.subarray(sent, sent + size));
      sent += size;
      if (sent >= body.length) controller.close();
    },
    cancel: () => gone.abort(),
  });
  const { status, headers } = response;
  headers.delete('content-length');
  return new Response(body.length === 0 ? null : pieces, { status, headers });
}

/** Waits, unless who asked goes away; says whether they are still there. */
export async function waitFor(ms: number, outgoing: Outgoing): Promise<boolean> {
  const gone = new AbortController();
  const isGone = (): void => gone.abort();
  outgoing.once('close', isGone);
  await wait(ms, gone.signal);
  outgoing.off('close', isGone);
  return !gone.signal.aborted && !outgoing.destroyed;
}

async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { ref: false, signal }).catch(() => undefined);
}
