import { once } from 'node:events';
import { createServer } from 'node:net';

/** Systems give ports above these to whoever asks for any, so that nobody takes one before it is listened at. */
const first = 12_000;
const last = 31_999;

/** A port that is free and stays so, for a server that is told its own address before it listens. */
export async function findQuietPort(): Promise<number> {
  for (;;) {
    const port = first + Math.floor(Math.random() * (last - first + 1));
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port);
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
