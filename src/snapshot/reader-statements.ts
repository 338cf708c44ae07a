import type { DatabaseSync } from 'node:sqlite';

/** What the reader asks the snapshot, each once prepared. */
export function prepareStatements(database: DatabaseSync) {
  const counts = `count(*) FILTER (WHERE items.kind = 'course') AS courses,
    count(*) FILTER (WHERE items.kind = 'program') AS programs`;
  return {
    report: database.prepare("SELECT value FROM meta WHERE name = 'report'"),
    catalogs: database.prepare('SELECT slug, json FROM catalogs ORDER BY position'),
    bySlug: database.prepare('SELECT id, slug, json FROM items WHERE kind = ? AND slug = ?'),
    byKey: database.prepare('SELECT id, slug, json FROM items WHERE kind = ? AND key = ?'),
    slug: database.prepare('SELECT id, slug FROM items WHERE kind = ? AND key = ?'),
    outline: database.prepare('SELECT id, slug, outline AS json FROM items WHERE id = ?'),
    outlineByKey: database.prepare(
      'SELECT id, slug, outline AS json FROM items WHERE kind = ? AND key = ?',
    ),
    outlines: database.prepare(
      'SELECT id, slug, outline AS json FROM items WHERE kind = ? ORDER BY key',
    ),
    modified: database.prepare(
      `SELECT id, slug, json_extract(json, '$.modified') AS modified FROM items
       WHERE kind = ? AND modified IS NOT NULL ORDER BY key`,
    ),
    firstSeen: database.prepare('SELECT id, first_seen FROM items WHERE kind = ?'),
    idsInCatalog: database.prepare(
      `SELECT items.id FROM memberships JOIN items USING (kind, key)
       WHERE catalog_uuid = ? AND memberships.kind = ? ORDER BY key`,
    ),
    idsOfTerm: database.prepare(
      `SELECT items.id FROM item_terms JOIN items ON items.id = item_id
       WHERE item_terms.kind = ? AND item_terms.key = ? AND items.kind = ? ORDER BY items.key`,
    ),
    runSlugs: database.prepare('SELECT key, slug FROM runs WHERE course_id = ?'),
    memberships: database.prepare(
      `SELECT catalog_uuid, enrollment_url FROM memberships JOIN catalogs ON uuid = catalog_uuid
       WHERE kind = ? AND key = ? ORDER BY position`,
    ),
    enrollmentUrls: database.prepare(
      'SELECT DISTINCT enrollment_url FROM memberships WHERE enrollment_url IS NOT NULL ORDER BY 1',
    ),
    terms: database.prepare('SELECT key, name, slug FROM terms WHERE kind = ? ORDER BY key'),
    term: database.prepare('SELECT key, name, slug, json FROM terms WHERE kind = ? AND slug = ?'),
    termSlug: database.prepare('SELECT slug FROM terms WHERE kind = ? AND key = ?'),
    termCounts: database.prepare(
      `SELECT item_terms.key, ${counts} FROM item_terms JOIN items ON items.id = item_id
       WHERE item_terms.kind = ? GROUP BY item_terms.key ORDER BY item_terms.key`,
    ),
    termCountsInCatalog: database.prepare(
      `SELECT item_terms.key, ${counts} FROM item_terms JOIN items ON items.id = item_id
         JOIN memberships ON memberships.kind = items.kind AND memberships.key = items.key
       WHERE item_terms.kind = ? AND catalog_uuid = ? GROUP BY item_terms.key ORDER BY item_terms.key`,
    ),
    image: database.prepare('SELECT * FROM images WHERE url = ?'),
    images: database.prepare('SELECT * FROM images ORDER BY url'),
    tombstones: database.prepare('SELECT * FROM tombstones ORDER BY left_at DESC, kind, key'),
    programCourses: database.prepare(
      'SELECT course_key FROM program_courses WHERE program_uuid = ? ORDER BY position',
    ),
    programsOfCourse: database.prepare(
      'SELECT program_uuid, position FROM program_courses WHERE course_key = ? ORDER BY program_uuid',
    ),
  };
}
