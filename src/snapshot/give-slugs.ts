import { DatabaseSync } from 'node:sqlite';
import { assignSlugs, runLabelOf, slugOf, type Catalog, type SlugRequest } from '#catalog';

/**
 * Gives every item, run, term and catalog of a new snapshot its slug and the moment it was first seen.
 * `previous` is the last snapshot's file: what it knew stays as it was, also for items that have left.
 */
export function giveSlugs(database: DatabaseSync, previous: string | undefined, now: number): void {
  if (previous !== undefined) copyKnownSlugs(database, previous);
  for (const { kind, wanted } of keyed) {
    giveKindSlugs(database, kind, '', wanted(database), now);
  }
  for (const [courseKey, runs] of runsByCourse(database)) {
    giveKindSlugs(database, 'course-run', courseKey, runs, now);
  }
  writeSlugs(database);
}

interface Wanted {
  key: string;
  wanted: string;
}

/** What each kind makes its slug of: an item's or partner's key, a subject's slug at the source, a skill's name. */
const keyed: { kind: string; wanted: (database: DatabaseSync) => Wanted[] }[] = [
  {
    kind: 'course',
    wanted: (database) => wantedFrom(database, "SELECT key FROM items WHERE kind = 'course'"),
  },
  {
    kind: 'program',
    wanted: (database) => wantedFrom(database, "SELECT key FROM items WHERE kind = 'program'"),
  },
  {
    kind: 'subject',
    wanted: (database) => wantedFrom(database, "SELECT key FROM terms WHERE kind = 'subject'"),
  },
  {
    kind: 'partner',
    wanted: (database) => wantedFrom(database, "SELECT key FROM terms WHERE kind = 'partner'"),
  },
  {
    kind: 'skill',
    wanted: (database) => wantedFrom(database, "SELECT key FROM terms WHERE kind = 'skill'"),
  },
  {
    kind: 'catalog',
    wanted: (database) =>
      database
        .prepare('SELECT json FROM catalogs')
        .all()
        .map((row) => (JSON.parse(String(row['json'])) as Catalog).uuid)
        .map((uuid) => ({ key: uuid, wanted: slugOf(uuid) })),
  },
];

function wantedFrom(database: DatabaseSync, query: string): Wanted[] {
  return database
    .prepare(query)
    .all()
    .map((row) => String(row['key']))
    .map((key) => ({ key, wanted: slugOf(key) }));
}

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
  database: DatabaseSync,
  kind: string,
  scope: string,
  items: Wanted[],
  now: number,
): void {
  const known = new Map(
    database
      .prepare('SELECT key, slug, first_seen FROM slugs WHERE kind = ? AND scope = ?')
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
  const put = database.prepare(putSlug);
  for (const [key, slug] of assignSlugs(requests, taken)) put.run(kind, scope, key, slug, now);
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
