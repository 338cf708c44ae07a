import { dayMs } from '#catalog';
import type { CatalogWalk } from './read-catalog.ts';
import { SyncError, SyncRefusedError } from './sync-error.ts';
import type { SnapshotWriter } from './writer.ts';

/** Remembers that a catalog has been read whole. */
export function recordWalk(
  { database, generation }: SnapshotWriter,
  { uuid, stamp }: { uuid: string; stamp: string },
  walk: CatalogWalk,
  now: number,
): void {
  database
    .prepare(
      `UPDATE catalogs SET stamp = ?, read_at = ?, generation = ?, kept_because = NULL, walk = ?
       WHERE uuid = ?`,
    )
    .run(stamp, now, generation, JSON.stringify(walk), uuid);
}

/**
 * Lets the last copy of a catalog stand that could not be read (design §6.3). What was read of it stays as
 * well; nothing leaves it.
 * @throws where there is no copy, or one that is too old
 */
export function keepCatalog(
  { database }: SnapshotWriter,
  { uuid, title, lost }: { uuid: string; title: string; lost: string[] },
  { now, maxAgeMs }: { now: number; maxAgeMs: number },
): void {
  const reason = lost.join(' ');
  const readAt = database.prepare('SELECT read_at FROM catalogs WHERE uuid = ?').get(uuid)?.[
    'read_at'
  ];
  if (typeof readAt !== 'number') {
    throw new SyncError(
      `The catalog "${title}" could not be read whole, and there is no earlier copy of it: ${reason} ` +
        'Run "npm run sync" again; it goes on with the pages that it has.',
    );
  }
  if (now - readAt > maxAgeMs) {
    throw new SyncRefusedError(
      'catalog-failed',
      `The catalog "${title}" could not be read, and its last copy is ${Math.floor((now - readAt) / dayMs)} days old, more than SNAPSHOT_MAX_AGE allows: ${reason}`,
    );
  }
  database.prepare('UPDATE catalogs SET kept_because = ? WHERE uuid = ?').run(reason, uuid);
}
