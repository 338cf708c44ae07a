import type { DatabaseSync } from 'node:sqlite';
import { dayMs } from '#catalog';
import type { DetailContext } from './fetch-missing.ts';

export type DetailKind = 'program' | 'course';

/** Something that listings name and do not hold. */
export interface WantedDetail {
  kind: DetailKind;
  key: string;
  /** Where it is asked for: the first catalog that names it. */
  catalogUuid: string;
  /** Whether an earlier sync found it. */
  isHeld: boolean;
  isRead: boolean;
  /** Whether it is read only because of its age. */
  isRefresh: boolean;
  /** Of a course: the runs that stand for it. */
  naming: string;
  /** Of the copy that is held, if it may be kept as it is. */
  etag: string | undefined;
}

interface Named {
  kind: DetailKind;
  key: string;
  /** By their place among the company's catalogs. */
  catalogs: string[];
  /** Whether something that names it changed in this sync. */
  isChanged: boolean;
  naming: string;
}

interface Known {
  catalogUuid: string;
  readAt: number;
  isThisSyncs: boolean;
  isFound: boolean;
  naming: string;
  etag: string | undefined;
  /** It failed the last time. */
  isDue: boolean;
}

/**
 * What of the details is read: what no sync has asked for, what something that names it changed for, and of
 * those that are too old a nightly share, the oldest first (design §6.4). What nothing names any more is
 * forgotten.
 */
export function planDetails({
  writer,
  findings,
  clock,
  fullEveryMs,
  isFull,
}: DetailContext): WantedDetail[] {
  const { database, firstGeneration } = writer;
  const now = clock();
  const known = readKnown(database, firstGeneration);
  const named = [
    ...namedPrograms(database, firstGeneration).filter(
      // One that a listing holds and that is not to be shown is not asked for again.
      ({ key }) => !findings.isHidden('program', key) || known.has(`program ${key}`),
    ),
    ...coursesOfLooseRuns(database),
  ];
  for (const detail of listUnnamed(database, named)) {
    findings.forgetDetail(detail.kind, detail.key);
    forgetDetail(database, detail);
  }
  const isYoung = (readAt: number): boolean => readAt <= now && now - readAt < fullEveryMs;
  const old = named
    .flatMap(({ kind, key }) => known.get(`${kind} ${key}`) ?? [])
    .filter(({ readAt }) => !isYoung(readAt))
    .map(({ readAt }) => readAt)
    .toSorted((one, other) => one - other);
  const share = nightlyShare(named.length, fullEveryMs);
  const refreshedUntil = old.slice(0, share).at(-1) ?? -1;
  let left = share;
  return named.map(({ kind, key, catalogs, isChanged, naming }) => {
    const copy = known.get(`${kind} ${key}`);
    const [first = ''] = catalogs;
    if (copy === undefined) {
      const unknown = { catalogUuid: first, isHeld: false, isRead: true, isRefresh: false };
      return { kind, key, naming, etag: undefined, ...unknown };
    }
    const { isThisSyncs, isFound } = copy;
    const isOther = copy.catalogUuid !== first || copy.naming !== naming;
    const isNeeded = isOther || (!isThisSyncs && (isChanged || isFull || copy.isDue));
    const isOld = !isYoung(copy.readAt) && copy.readAt <= refreshedUntil && left > 0;
    if (isOld && !isNeeded) left -= 1;
    const isRead = isNeeded || (isOld && !isThisSyncs);
    const isRefresh = isRead && !isNeeded;
    // A course is made anew when the runs that stand for it changed.
    const etag = isFound && !isOther ? copy.etag : undefined;
    return { kind, key, naming, etag, catalogUuid: first, isHeld: isFound, isRead, isRefresh };
  });
}

/** How many details of a snapshot a sync would read though nothing moved: for their age, or because they failed. */
export function countOldDetails(database: DatabaseSync, now: number, fullEveryMs: number): number {
  const row = database
    .prepare(
      `SELECT count(*) AS every, count(*) FILTER (WHERE is_due = 1) AS due,
         count(*) FILTER (WHERE is_due = 0 AND (read_at > ? OR read_at <= ?)) AS old FROM details`,
    )
    .get(now, now - fullEveryMs);
  const sparse = database
    .prepare(
      'SELECT count(*) AS due FROM sparse_courses WHERE is_due = 1 OR asked_at > ? OR asked_at <= ?',
    )
    .get(now, now - fullEveryMs);
  const share = nightlyShare(Number(row?.['every']), fullEveryMs);
  return Number(row?.['due']) + Number(sparse?.['due']) + Math.min(Number(row?.['old']), share);
}

/** How many of so many details a night reads again for their age. */
function nightlyShare(details: number, fullEveryMs: number): number {
  return Math.ceil(details / Math.max(1, fullEveryMs / dayMs));
}

function readKnown(database: DatabaseSync, firstGeneration: number): Map<string, Known> {
  return new Map(
    database
      .prepare(
        'SELECT kind, key, catalog_uuid, read_at, generation, is_found, naming, etag, is_due FROM details',
      )
      .all()
      .map((row) => [
        `${String(row['kind'])} ${String(row['key'])}`,
        {
          catalogUuid: String(row['catalog_uuid']),
          readAt: Number(row['read_at']),
          isThisSyncs: Number(row['generation']) >= firstGeneration,
          isFound: Number(row['is_found']) === 1,
          naming: String(row['naming']),
          etag: row['etag'] === null ? undefined : String(row['etag']),
          isDue: Number(row['is_due']) === 1,
        },
      ]),
  );
}

/** Programs that courses of a catalog name, and that no catalog lists. */
function namedPrograms(database: DatabaseSync, firstGeneration: number): Named[] {
  const rows = database
    .prepare(
      `SELECT named.uuid AS key, memberships.catalog_uuid AS catalog, max(named.changed >= ?) AS is_changed,
         '' AS naming
       FROM (SELECT items.key AS course_key, items.changed AS changed, json_extract(program.value, '$.uuid') AS uuid
             FROM items, json_each(items.json, '$.programs') AS program WHERE items.kind = 'course') AS named
         JOIN memberships ON memberships.kind = 'course' AND memberships.key = named.course_key
         JOIN catalogs ON catalogs.uuid = memberships.catalog_uuid
       WHERE named.uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM memberships AS listed
         WHERE listed.kind = 'program' AND listed.key = named.uuid AND listed.is_listed = 1)
       GROUP BY named.uuid, memberships.catalog_uuid ORDER BY named.uuid, catalogs.position`,
    )
    .all(firstGeneration);
  return group('program', rows);
}

/** Courses that no catalog lists, of runs that one lists alone. */
function coursesOfLooseRuns(database: DatabaseSync): Named[] {
  const rows = database
    .prepare(
      `SELECT course_key AS key, catalog_uuid AS catalog, 0 AS is_changed,
         group_concat(loose_runs.key || ' ' || loose_runs.generation, char(10) ORDER BY loose_runs.key) AS naming
       FROM loose_runs JOIN catalogs ON uuid = catalog_uuid
       WHERE NOT EXISTS (SELECT 1 FROM memberships AS listed
         WHERE listed.kind = 'course' AND listed.key = course_key AND listed.is_listed = 1)
       GROUP BY course_key, catalog_uuid ORDER BY course_key, position`,
    )
    .all();
  return group('course', rows);
}

function group(kind: DetailKind, rows: Record<string, unknown>[]): Named[] {
  const named = new Map<string, Named>();
  for (const row of rows) {
    const key = String(row['key']);
    const entry = named.get(key) ?? { kind, key, catalogs: [], isChanged: false, naming: '' };
    entry.catalogs.push(String(row['catalog']));
    entry.isChanged ||= Number(row['is_changed']) === 1;
    entry.naming += `${String(row['naming'])}\n`;
    named.set(key, entry);
  }
  return [...named.values()];
}

function listUnnamed(
  database: DatabaseSync,
  named: readonly Named[],
): { kind: DetailKind; key: string }[] {
  const names = new Set(named.map(({ kind, key }) => `${kind} ${key}`));
  return database
    .prepare('SELECT kind, key FROM details')
    .all()
    .map((row) => ({
      kind: row['kind'] === 'program' ? ('program' as const) : ('course' as const),
      key: String(row['key']),
    }))
    .filter(({ kind, key }) => !names.has(`${kind} ${key}`));
}

/** Takes a detail, and the runs that it brought, out of the catalogs. */
export function forgetDetail(
  database: DatabaseSync,
  { kind, key }: { kind: DetailKind; key: string },
): void {
  database.prepare('DELETE FROM details WHERE kind = ? AND key = ?').run(kind, key);
  database
    .prepare('DELETE FROM memberships WHERE kind = ? AND key = ? AND is_listed = 0')
    .run(kind, key);
  if (kind === 'program') return;
  database
    .prepare(
      `DELETE FROM memberships WHERE is_listed = 0 AND kind = 'course-run'
         AND key IN (SELECT runs.key FROM runs JOIN items ON items.id = course_id WHERE items.key = ?)
         AND NOT EXISTS (SELECT 1 FROM loose_runs AS loose
           WHERE loose.catalog_uuid = memberships.catalog_uuid AND loose.key = memberships.key)`,
    )
    .run(key);
}
