import type { DatabaseSync } from 'node:sqlite';
import type { CatalogResource } from '#enterprise-api';

/** What the service says of the last change of a catalog and of its content, as it says it. */
export function catalogStamp(resource: CatalogResource): string {
  return JSON.stringify([
    resource.content_last_modified ?? null,
    resource.catalog_modified ?? null,
    resource.catalog_query_uuid ?? null,
  ]);
}

/** A night may begin a little earlier than the one a week before. */
const nightSlackMs = 6 * 3_600_000;

interface Age {
  full?: boolean;
  policy: { fullEveryMs: number; pagesFreshMs: number };
  /** Milliseconds. */
  now: number;
  /** Of the work on the snapshot: what was read since then is its own. */
  firstGeneration: number;
}

/**
 * Whether a file holds a catalog as it is: it was read whole, its stamps have not moved since, and that was
 * not so long ago that they might lie. A full sync takes only what it has read itself.
 */
export function isCatalogRead(
  database: DatabaseSync,
  uuid: string,
  stamp: string,
  { full = false, policy, now, firstGeneration }: Age,
): boolean {
  const row = database
    .prepare('SELECT stamp, read_at, generation, kept_because FROM catalogs WHERE uuid = ?')
    .get(uuid);
  const readAt = row?.['read_at'];
  if (typeof readAt !== 'number' || readAt > now || row?.['kept_because'] !== null) return false;
  if (row['stamp'] !== stamp) return false;
  const age = now - readAt;
  const isOwn = Number(row['generation']) >= firstGeneration;
  if (isOwn && age < policy.pagesFreshMs) return true;
  // A catalog without a stamp says nothing of its changes.
  const slack = Math.min(nightSlackMs, policy.fullEveryMs / 2);
  return !full && !stamp.startsWith('[null,null') && age < policy.fullEveryMs - slack;
}
