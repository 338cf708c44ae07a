import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Where the bench pretends to find a folder: nothing is asked over the network. */
const origin = 'http://bench.invalid/';

/** What a visitor's browser would have transferred, compressed, each file once. */
export interface Transfers {
  /** Begins anew with an empty cache. */
  reset: () => void;
  /** Goes on with a full cache: what is there already costs nothing. */
  mark: () => void;
  bytes: () => number;
  requests: () => number;
  restore: () => void;
}

/** The address under which a folder answers while transfers are counted. */
export function addressOf(folder: string): string {
  return `${origin}${path.resolve(folder).slice(1)}/`;
}

/** Answers requests for `addressOf` from files, as a static host with compression would, and counts them. */
export function countTransfers(): Transfers {
  const realFetch = globalThis.fetch;
  const sizes = new Map<string, number>();
  let cached = new Set<string>();
  let asked = new Set<string>();
  globalThis.fetch = async (input) => {
    const { href, pathname } = new URL(input instanceof Request ? input.url : input);
    if (!href.startsWith(origin)) throw new Error(`The bench asks nothing of others: ${href}`);
    let content: Buffer;
    try {
      content = await readFile(decodeURIComponent(pathname));
    } catch {
      return new Response(null, { status: 404 });
    }
    if (!sizes.has(pathname))
      sizes.set(pathname, Math.min(content.length, gzipSync(content).length));
    asked.add(pathname);
    return new Response(new Uint8Array(content));
  };
  const fresh = (): string[] => [...asked].filter((name) => !cached.has(name));
  return {
    reset: () => {
      [cached, asked] = [new Set(), new Set()];
    },
    mark: () => {
      [cached, asked] = [new Set([...cached, ...asked]), new Set()];
    },
    bytes: () => fresh().reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0),
    requests: () => fresh().length,
    restore: () => {
      globalThis.fetch = realFetch;
    },
  };
}
