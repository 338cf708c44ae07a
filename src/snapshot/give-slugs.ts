import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { assignSlugs, runLabelOf, slugOf, type SlugRequest } from '#catalog';

/**
 * Gives every item, run, term and catalog of a new snapshot its slug and the moment it was first seen.
 * `previous` is the last snapshot's file: what it knew stays as it was, also for items that have left.
 */
export function giveSlugs(database: DatabaseSync, previous: string | undefined, now: number): void {
  if (previous !== undefined) copyKnownSlugs(database, previous);
  const statements = {
    known: database.prepare('SELECT key, slug, first_seen FROM slugs WHERE kind = ? AND scope = ?'),
    put: database.prepare(putSlug),
  };
  for (const [kind, query] of Object.entries(keyQueries)) {
    const items = database
      .prepare(query)
      .all()
      .map(({ key, words }) => ({ key: String(key), wanted: slugOf(String(words ?? key)) }));
    giveKindSlugs(statements, { kind, scope: '' }, items, now);
  }
  for (const [courseKey, runs] of runsByCourse(database)) {
    giveKindSlugs(statements, { kind: 'course-run', scope: courseKey }, runs, now);
  }
  writeSlugs(database);
}

interface Wanted {
  key: string;
  wanted: string;
}

/**
 * What a slug is made of: an item's or partner's key, a subject's or instructor's slug at the source, a skill's
 * or level's name, a language's code.
 */
const keyQueries = {
  course: "SELECT key FROM items WHERE kind = 'course'",
  program: "SELECT key FROM items WHERE kind = 'program'",
  subject: "SELECT key FROM terms WHERE kind = 'subject'",
  partner: "SELECT key FROM terms WHERE kind = 'partner'",
  skill: "SELECT key FROM terms WHERE kind = 'skill'",
  instructor:
    "SELECT key, json_extract(json, '$.sourceSlug') AS words FROM terms WHERE kind = 'instructor'",
  level: "SELECT key FROM terms WHERE kind = 'level'",
  language: "SELECT key FROM terms WHERE kind = 'language'",
  catalog: 'SELECT uuid AS key FROM catalogs',
};

function* runsByCourse(database: DatabaseSync): Generator<[courseKey: string, runs: Wanted[]]> {
  const rows = database
    .prepare(
      `SELECT items.key AS course, runs.key AS run FROM runs JOIN items ON items.id = runs.course_id
       ORDER BY runs.course_id, runs.key`,
    )
    .all();
  let courseKey: string | undefined;
  let runs: Wanted[] = [];
  for (const row of rows) {
    const course = String(row['course']);
    if (courseKey !== undefined && course !== courseKey) {
      yield [courseKey, runs];
      runs = [];
    }
    courseKey = course;
    const run = String(row['run']);
    runs.push({ key: run, wanted: slugOf(runLabelOf(run, course), run) });
  }
  if (courseKey !== undefined) yield [courseKey, runs];
}

function copyKnownSlugs(database: DatabaseSync, previous: string): void {
  const source = new DatabaseSync(previous, { readOnly: true });
  const put = database.prepare(putSlug);
  for (const row of source
    .prepare('SELECT kind, scope, key, slug, first_seen FROM slugs')
    .iterate()) {
    const { kind, scope, key, slug, first_seen: firstSeen } = row;
    put.run(String(kind), String(scope), String(key), String(slug), Number(firstSeen));
  }
  source.close();
}

const putSlug =
  'INSERT OR IGNORE INTO slugs (kind, scope, key, slug, first_seen) VALUES (?, ?, ?, ?, ?)';

function giveKindSlugs(
  statements: { known: StatementSync; put: StatementSync },
  { kind, scope }: { kind: string; scope: string },
  items: Wanted[],
  now: number,
): void {
  const known = new Map(
    statements.known
      .all(kind, scope)
      .map((row) => [
        String(row['key']),
        { slug: String(row['slug']), firstSeen: Number(row['first_seen']) },
      ]),
  );
  const requests: SlugRequest[] = items.map(({ key, wanted }) => ({
    key,
    wanted,
    firstSeen: known.get(key)?.firstSeen ?? now,
    given: known.get(key)?.slug,
  }));
  const taken = [...known.values()].map(({ slug }) => slug);
  for (const [key, slug] of assignSlugs(requests, taken)) {
    statements.put.run(kind, scope, key, slug, now);
  }
}

function writeSlugs(database: DatabaseSync): void {
  database.exec(`
    UPDATE items SET (slug, first_seen) =
      (SELECT slug, first_seen FROM slugs WHERE slugs.kind = items.kind AND scope = '' AND slugs.key = items.key);
    UPDATE runs SET slug =
      (SELECT slugs.slug FROM slugs JOIN items ON items.id = runs.course_id
       WHERE slugs.kind = 'course-run' AND scope = items.key AND slugs.key = runs.key);
    UPDATE terms SET slug =
      (SELECT slug FROM slugs WHERE slugs.kind = terms.kind AND scope = '' AND slugs.key = terms.key);
    UPDATE catalogs SET slug =
      (SELECT slug FROM slugs WHERE kind = 'catalog' AND scope = '' AND slugs.key = catalogs.uuid);
  `);
}
