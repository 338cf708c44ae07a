import { DatabaseSync } from 'node:sqlite';
import { dayMs } from '#catalog';
import {
  createImageFetcher,
  nameUrl,
  openImageCache,
  type FetchedImage,
  type ImageCache,
  type ImageFetcher,
  type ImageFetcherOptions,
} from '#images';
import { listSnapshots } from './files.ts';
import { createImageTable, type ImageRow } from './images.ts';
import { listImageUrls } from './list-image-urls.ts';
import { maxNotes, type ImageReport } from './report.ts';
import { readMeta, writeMeta } from './work-file.ts';

/** Where pictures are kept and how they are fetched. */
export interface ImageOptions extends Omit<ImageFetcherOptions, 'cache'> {
  cacheDirectory: string;
}

interface ImageSync {
  /** Undefined where no pictures are wanted: pages then show covers. */
  images?: ImageOptions | undefined;
  generation: number;
  clock: () => number;
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A picture that nothing hints at having changed is asked for again after so long (design §6.7). */
const askAgainMs = 30 * dayMs;
/** A source that none of the kept snapshots names goes when it is older. */
const pruneAfterMs = 7 * dayMs;

/**
 * Brings the pictures that items name into the cache: those that are new, whose items changed, that are due, or
 * that failed the last time. What came of each is written at once, so that a sync that was cut off goes on.
 * @returns undefined where no pictures are wanted
 * @throws the signal's reason, or what keeps the cache from being written; never for a picture's sake
 */
export async function syncImages(
  database: DatabaseSync,
  sync: ImageSync,
): Promise<ImageReport | undefined> {
  const table = createImageTable(database);
  if (sync.images === undefined) {
    table.clear();
    writeMeta(database, 'images', 'off');
    return undefined;
  }
  const cache = openImageCache(sync.images.cacheDirectory);
  const named = collectNamed(database);
  for (const { url } of [...table.rows()]) if (!named.has(url)) table.remove(url);
  const now = sync.clock();
  const due: DueImage[] = [];
  let reused = 0;
  for (const [url, use] of named) {
    const row = table.find(url);
    if (isDue(row, cache, { now, changed: use.changed })) due.push({ url, ...use, row });
    else if (row?.digest !== undefined) reused += 1;
  }
  const fetcher = createImageFetcher({ ...sync.images, cache });
  try {
    const states = await fetchAll(due, table, cache, fetcher, sync);
    writeMeta(database, 'images', 'on');
    return {
      fetched: states.filter((state) => state === 'fetched').length,
      confirmed: states.filter((state) => state === 'same').length,
      reused,
      requests: fetcher.statistics.requests,
      bytes: fetcher.statistics.bytes,
      ...listMissing(database),
    };
  } finally {
    await fetcher.close();
  }
}

/** Whether the pictures of a snapshot whose items have not changed ask for anything. */
export function hasDueImages(
  database: DatabaseSync,
  images: ImageOptions | undefined,
  now: number,
): boolean {
  if (readMeta(database, 'images') !== (images === undefined ? 'off' : 'on')) return true;
  if (images === undefined) return false;
  const cache = openImageCache(images.cacheDirectory);
  for (const row of createImageTable(database).rows()) {
    if (isDue(row, cache, { now, changed: 0 })) return true;
  }
  return false;
}

/** Removes sources that no snapshot names any more, after a sync that succeeded. */
export async function pruneImages(
  directory: string,
  { cacheDirectory }: ImageOptions,
  now: number,
): Promise<void> {
  try {
    const keep = new Set(listSnapshots(directory).flatMap(listDigests));
    await openImageCache(cacheDirectory).prune({ keep, olderThanMs: pruneAfterMs, now });
  } catch {
    // The snapshot is in use; what could not be removed goes with the next sync.
  }
}

interface Named {
  /** The generation in which an item that names it last changed. */
  changed: number;
  isLogo: boolean;
}

interface DueImage extends Named {
  url: string;
  row: ImageRow | undefined;
}

type Table = ReturnType<typeof createImageTable>;

function collectNamed(database: DatabaseSync): Map<string, Named> {
  const named = new Map<string, Named>();
  for (const { url, use, changed } of listImageUrls(database)) {
    const known = named.get(url);
    named.set(url, {
      changed: Math.max(changed, known?.changed ?? 0),
      isLogo: use === 'logo' || known?.isLogo === true,
    });
  }
  return named;
}

function isDue(
  row: ImageRow | undefined,
  cache: ImageCache,
  { now, changed }: { now: number; changed: number },
): boolean {
  if (row === undefined || row.failed !== undefined || isLost(row, cache)) return true;
  return changed > row.generation || Math.abs(now - row.checkedAt) >= askAgainMs;
}

function isLost({ digest }: ImageRow, cache: ImageCache): boolean {
  return digest !== undefined && !cache.has(digest);
}

async function fetchAll(
  due: readonly DueImage[],
  table: Table,
  cache: ImageCache,
  fetcher: ImageFetcher,
  { generation, clock, signal: outer, onProgress }: ImageSync,
): Promise<FetchedImage['state'][]> {
  const stop = new AbortController();
  const signal = outer === undefined ? stop.signal : AbortSignal.any([outer, stop.signal]);
  let done = 0;
  const settled = await Promise.allSettled(
    due.map(async ({ url, isLogo, row }) => {
      const isThere = row?.digest !== undefined && !isLost(row, cache);
      try {
        const known = isThere ? row.known : undefined;
        const image = await fetcher.fetch({ url, isLogo, known, signal });
        record(table, url, image, { isThere, checkedAt: clock(), generation });
        onProgress?.((done += 1), due.length);
        return image.state;
      } catch (error) {
        stop.abort(error);
        throw error;
      }
    }),
  );
  signal.throwIfAborted();
  return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

function record(
  table: Table,
  url: string,
  image: FetchedImage,
  { isThere, ...at }: { isThere: boolean; checkedAt: number; generation: number },
): void {
  if (image.state === 'fetched') table.putFetched(url, image, at);
  else if (image.state === 'same') table.confirm(url, at);
  else if (image.state === 'refused') table.putRefused(url, image.reason, at);
  else if (isThere) table.keep(url, image.reason, at.generation);
  else table.putFailed(url, image.reason, at);
}

/** Which pictures pages lack, and which are an older copy. */
function listMissing(
  database: DatabaseSync,
): Pick<ImageReport, 'refused' | 'refusedCount' | 'kept'> {
  const rows = [...createImageTable(database).rows()].flatMap((row) => {
    const reason = row.refused ?? row.failed;
    return reason === undefined ? [] : [{ ...row, reason }];
  });
  const entries = (isThere: boolean) =>
    rows
      .filter(({ digest }) => (digest !== undefined) === isThere)
      .map(({ url, reason }) => ({ url: nameUrl(url), reason }));
  const refused = entries(false);
  return {
    refused: refused.slice(0, maxNotes),
    refusedCount: refused.length,
    kept: entries(true).slice(0, maxNotes),
  };
}

function listDigests(file: string): string[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database
      .prepare('SELECT DISTINCT digest FROM images WHERE digest IS NOT NULL')
      .all()
      .map(({ digest }) => String(digest));
  } catch {
    // A snapshot of an earlier version has no pictures.
    return [];
  } finally {
    database.close();
  }
}
