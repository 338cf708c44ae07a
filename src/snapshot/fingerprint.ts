import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { requireVersion } from './require-version.ts';

/**
 * A digest of all that pages are made of: without the snapshot's id, its times and its report, so that two syncs
 * that found the same give the same. Of a catalog whose last copy stands, pages name the day, so that counts.
 */
export function fingerprintSnapshot(file: string): string {
  const database = new DatabaseSync(file, { readOnly: true });
  requireVersion(database, file);
  try {
    const hash = createHash('sha256');
    for (const query of content) {
      hash.update(`${query}\n`);
      for (const row of database.prepare(query).iterate()) {
        hash.update(JSON.stringify(Object.values(row)));
      }
    }
    return hash.digest('hex');
  } finally {
    database.close();
  }
}

/** What is derived from items (outlines, their terms and the courses of programs) is left out. */
const content = [
  `SELECT uuid, position, slug, json, kept_because, CASE WHEN kept_because IS NOT NULL THEN read_at END
   FROM catalogs ORDER BY uuid`,
  'SELECT kind, key, slug, digest, first_seen FROM items ORDER BY kind, key',
  `SELECT items.key AS course, runs.key, runs.slug FROM runs JOIN items ON items.id = course_id
   ORDER BY items.key, runs.key`,
  `SELECT catalog_uuid, kind, key, enrollment_url FROM memberships ORDER BY catalog_uuid, kind, key`,
  'SELECT kind, key, name, slug, json FROM terms ORDER BY kind, key',
  'SELECT kind, key, slug, title, language, terms, programs, left_at FROM tombstones ORDER BY kind, key',
  'SELECT url, digest, tone, refused FROM images ORDER BY url',
  'SELECT scope, type, kind, key, path, json FROM findings ORDER BY scope, type, kind, key, path',
];
