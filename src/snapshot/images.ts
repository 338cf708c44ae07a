import type { DatabaseSync } from 'node:sqlite';
import type { ImageFacts, Validators } from '#images';

/** A picture as pages use it: what is in the cache under its digest, or why there is none. */
export type StoredImage = ({ digest: string } & ImageFacts) | { refused: string };

export interface ImageRow {
  digest: string | undefined;
  /** Why the last fetch failed, where that may pass: the copy before it, if any, stands. */
  failed: string | undefined;
  /** When the server last sent or confirmed or refused it, in milliseconds. */
  checkedAt: number;
  /** In which that was. */
  generation: number;
  known: Validators;
}

type Row = Record<string, unknown>;

/** Reads and writes what a sync knows of each picture. */
export function createImageTable(database: DatabaseSync) {
  const find = database.prepare('SELECT * FROM images WHERE url = ?');
  const all = database.prepare('SELECT * FROM images ORDER BY url');
  const put = database.prepare(
    `INSERT OR REPLACE INTO images VALUES
     (:url, :digest, :type, :width, :height, :tone, :hasAlpha, :refused, :failed, :etag, :lastModified, :checkedAt, :generation)`,
  );
  const confirm = database.prepare(
    'UPDATE images SET failed = NULL, checked_at = ?, generation = ? WHERE url = ?',
  );
  const fail = database.prepare('UPDATE images SET failed = ?, generation = ? WHERE url = ?');
  const remove = database.prepare('DELETE FROM images WHERE url = ?');
  const nothing = {
    ...{ digest: null, type: null, width: null, height: null, tone: null, hasAlpha: null },
    ...{ refused: null, failed: null, etag: null, lastModified: null },
  };

  return {
    find(url: string): ImageRow | undefined {
      const row = find.get(url);
      return row === undefined ? undefined : rowOf(row);
    },

    *rows(): Generator<ImageRow & { url: string; refused: string | undefined }> {
      for (const row of all.iterate()) {
        yield { url: String(row['url']), refused: textOf(row['refused']), ...rowOf(row) };
      }
    },

    putFetched(
      url: string,
      image: { digest: string; facts: ImageFacts } & Validators,
      at: { checkedAt: number; generation: number },
    ): void {
      const { type, width, height, tone, hasAlpha } = image.facts;
      put.run({
        ...nothing,
        ...{ url, digest: image.digest, type, width, height, tone, hasAlpha: hasAlpha ? 1 : 0 },
        ...{ etag: image.etag ?? null, lastModified: image.lastModified ?? null },
        ...at,
      });
    },

    /** What the server has is what is in the cache. */
    confirm(url: string, { checkedAt, generation }: { checkedAt: number; generation: number }) {
      confirm.run(checkedAt, generation, url);
    },

    putRefused(url: string, refused: string, at: { checkedAt: number; generation: number }): void {
      put.run({ ...nothing, url, refused, ...at });
    },

    /** No copy, for a reason that may pass. */
    putFailed(url: string, failed: string, at: { checkedAt: number; generation: number }): void {
      put.run({ ...nothing, url, failed, ...at });
    },

    /** The copy that is there stands, although it could not be confirmed. */
    keep(url: string, failed: string, generation: number): void {
      fail.run(failed, generation, url);
    },

    remove(url: string): void {
      remove.run(url);
    },

    clear(): void {
      database.exec('DELETE FROM images');
    },
  };
}

export function storedImageOf(row: Row): StoredImage {
  const digest = textOf(row['digest']);
  if (digest === undefined) return { refused: String(row['refused'] ?? row['failed']) };
  return {
    digest,
    type: String(row['type']) as ImageFacts['type'],
    width: Number(row['width']),
    height: Number(row['height']),
    tone: String(row['tone']),
    hasAlpha: row['has_alpha'] === 1,
  };
}

function rowOf(row: Row): ImageRow {
  return {
    digest: textOf(row['digest']),
    failed: textOf(row['failed']),
    checkedAt: Number(row['checked_at']),
    generation: Number(row['generation']),
    known: { etag: textOf(row['etag']), lastModified: textOf(row['last_modified']) },
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
