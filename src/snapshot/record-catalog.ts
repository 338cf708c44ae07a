import { dayMs } from '#catalog';
import type { CatalogWalk } from './read-catalog.ts';
import { SyncRefusedError } from './sync-error.ts';
import { dropCatalog } from './tidy.ts';
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
  { now, maxAgeMs, isAccepted }: { now: number; maxAgeMs: number; isAccepted: boolean },
): void {
  const reason = lost.join(' ');
  const readAt = database.prepare('SELECT read_at FROM catalogs WHERE uuid = ?').get(uuid)?.[
    'read_at'
  ];
  if (typeof readAt !== 'number') {
    if (isAccepted) {
      dropCatalog(database, uuid);
      return;
    }
    throw new SyncRefusedError(
      'catalog-failed',
      `The catalog "${title}" could not be read whole, and there is no earlier copy of it: ${reason} ` +
        'Run "npm run sync" again, or leave the catalog out this once: npm run sync -- --accept catalog-failed',
    );
  }
  // A clock that was wrong when the copy was read says nothing of its age.
  const days = readAt > now ? Infinity : Math.floor((now - readAt) / dayMs);
  if (!isAccepted && (readAt > now || now - readAt > maxAgeMs)) {
    const age = days === Infinity ? 'of a date to come' : `${days} days old`;
    throw new SyncRefusedError(
      'catalog-failed',
      `The catalog "${title}" could not be read, and its last copy is ${age}, more than SNAPSHOT_MAX_AGE allows: ${reason} ` +
        'Let it stand this once: npm run sync -- --accept catalog-failed',
    );
  }
  database.prepare('UPDATE catalogs SET kept_because = ? WHERE uuid = ?').run(reason, uuid);
}
