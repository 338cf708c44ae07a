import type { DatabaseSync } from 'node:sqlite';
import { dayMs } from '#catalog';

/** How long an item that left is remembered (design §6.6). */
const tombstoneDays = 180;
/** From this share of unused pages on, a file is worth rewriting. */
const wasteShare = 0.25;

/** Takes what left with the catalogs that are no longer listed. */
export function dropCatalogs(database: DatabaseSync, kept: readonly string[]): void {
  const uuids = database
    .prepare('SELECT uuid FROM catalogs')
    .all()
    .map((row) => String(row['uuid']))
    .filter((uuid) => !kept.includes(uuid));
  for (const uuid of uuids) dropCatalog(database, uuid);
}

/** Takes a catalog out, with all that only it holds. */
export function dropCatalog(database: DatabaseSync, uuid: string): void {
  database.prepare('DELETE FROM catalogs WHERE uuid = ?').run(uuid);
  database.prepare('DELETE FROM memberships WHERE catalog_uuid = ?').run(uuid);
  database.prepare('DELETE FROM loose_runs WHERE catalog_uuid = ?').run(uuid);
  database.prepare('DELETE FROM details WHERE catalog_uuid = ?').run(uuid);
  database.prepare('DELETE FROM findings WHERE scope = ?').run(uuid);
}

/** Removes items that no catalog holds any more; of those that had a page, a tombstone stays. */
export function removeOrphans(database: DatabaseSync, now: number): void {
  const isOrphan =
    'NOT EXISTS (SELECT 1 FROM memberships WHERE memberships.kind = items.kind AND memberships.key = items.key)';
  database
    .prepare(
      `INSERT OR IGNORE INTO tombstones (kind, key, slug, title, language, terms, programs, left_at)
       SELECT kind, key, slug, json_extract(outline, '$.title'), json_extract(outline, '$.language'),
         (SELECT json_group_array(json_object('kind', term.kind, 'key', term.key) ORDER BY position)
          FROM item_terms AS term WHERE item_id = items.id AND term.kind IN ('subject', 'partner')),
         (SELECT json_group_array(program_uuid ORDER BY program_uuid)
          FROM program_courses WHERE items.kind = 'course' AND course_key = items.key),
         ?
       FROM items WHERE slug IS NOT NULL AND ${isOrphan}`,
    )
    .run(now);
  database.exec(`
    DELETE FROM items WHERE ${isOrphan};
    DELETE FROM runs WHERE course_id NOT IN (SELECT id FROM items);
    DELETE FROM item_terms WHERE item_id NOT IN (SELECT id FROM items);
    DELETE FROM terms WHERE NOT EXISTS
      (SELECT 1 FROM item_terms WHERE item_terms.kind = terms.kind AND item_terms.key = terms.key);
    DELETE FROM program_courses WHERE NOT EXISTS
      (SELECT 1 FROM items WHERE kind = 'program' AND key = program_uuid);
    DELETE FROM tombstones WHERE EXISTS
      (SELECT 1 FROM items WHERE items.kind = tombstones.kind AND items.key = tombstones.key);
  `);
  database.prepare('DELETE FROM tombstones WHERE left_at < ?').run(now - tombstoneDays * dayMs);
}

/** Ends the work: what was only needed on the way goes, and the file is whole by itself. */
export function closeWorkFile(database: DatabaseSync): void {
  database.exec('DELETE FROM walk_pages; DELETE FROM walk_seen; PRAGMA optimize;');
  const [unused, all] = ['freelist_count', 'page_count'].map((name) =>
    Number(database.prepare(`PRAGMA ${name}`).get()?.[name]),
  );
  if ((unused ?? 0) > (all ?? 0) * wasteShare) database.exec('VACUUM');
  database.exec('PRAGMA journal_mode = DELETE');
  database.close();
}
