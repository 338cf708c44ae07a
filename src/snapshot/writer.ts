import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import {
  mapLooseRun,
  outlineCourse,
  outlineProgram,
  termsOf,
  type Catalog,
  type Course,
  type NoteTaker,
  type Program,
} from '#catalog';
import type { CourseRunResource } from '#enterprise-api';
import type { WorkFile } from './work-file.ts';

export type SnapshotWriter = ReturnType<typeof createSnapshotWriter>;

/**
 * Writes the items of one sync into its work file. What this sync brings takes the place of what an earlier
 * one left; of what it brings twice, the fuller copy stays. Everything happens in transactions.
 */
export function createSnapshotWriter({ database, generation, firstGeneration }: WorkFile) {
  const statements = prepare(database);
  let walk: { catalogUuid: string; pass: number; page: number } | undefined;

  return {
    database,
    generation,
    firstGeneration,

    transaction<Result>(work: () => Result): Result {
      database.exec('BEGIN');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        // A full disk has rolled back already.
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },

    /** Names the catalog and its place; what is known of its content stays. */
    putCatalog(catalog: Catalog, position: number): void {
      statements.putCatalog.run(catalog.uuid, position, JSON.stringify(catalog));
    },

    /** From here on, memberships are those that a page of a walk through the catalog holds. */
    enterPage(catalogUuid: string, pass: number, page: number): void {
      walk = { catalogUuid, pass, page };
    },

    leaveWalk(): void {
      walk = undefined;
    },

    /** Stores a course or program unless a fuller copy is there; a search document never replaces a course. */
    addItem(item: Course | Program, richness: number, isSparse = false): void {
      const present = statements.findItem.get(item.kind, item.key);
      if (present !== undefined && staysBefore(present, { richness, isSparse, generation })) return;
      const json = JSON.stringify(item);
      const digest = createHash('sha256').update(json).digest('hex').slice(0, 32);
      if (present?.['digest'] === digest) {
        statements.touchItem.run(generation, richness, Number(isSparse), item.kind, item.key);
        touchTerms(statements, generation, item);
        return;
      }
      const outline = JSON.stringify(
        item.kind === 'course' ? outlineCourse(item) : outlineProgram(item),
      );
      const { kind, key } = item;
      const row = statements.putItem.get(
        ...[kind, key, digest, richness, generation, generation, Number(isSparse), outline, json],
      );
      const id = Number(row?.['id']);
      if (present !== undefined) statements.clearTerms.run(id);
      addTerms(statements, { id, generation, item });
      if (item.kind === 'course') addRuns(statements, id, item);
      else addProgramCourses(statements, item);
    },

    addMembership(
      catalogUuid: string,
      kind: 'course' | 'course-run' | 'program',
      key: string,
      enrollmentUrl: string | undefined,
    ): void {
      const isListed = walk?.catalogUuid === catalogUuid;
      const isFirst =
        walk?.catalogUuid === catalogUuid &&
        Number(statements.see.get(catalogUuid, kind, key, walk.pass, walk.page)?.['times']) === 1;
      const statement = isFirst ? statements.replaceMembership : statements.addMembership;
      statement.run(catalogUuid, kind, key, enrollmentUrl ?? null, Number(isListed));
    },

    /** Remembers that a catalog lists a course as a search document; a new one makes its details due. */
    noteSparse(catalogUuid: string, key: string, resource: object): void {
      const digest = createHash('sha256')
        .update(JSON.stringify(resource))
        .digest('hex')
        .slice(0, 32);
      statements.noteSparse.run(key, catalogUuid, digest);
    },

    addLooseRun(catalogUuid: string, key: string, courseKey: string, json: string): void {
      const present = statements.findLooseRun.get(catalogUuid, key);
      if (present?.['json'] === json && present['course_key'] === courseKey) return;
      statements.addLooseRun.run(catalogUuid, key, courseKey, generation, json);
    },

    /** Gives a course the runs that come alone, all of them; runs that it lists itself stay as they are. */
    setLooseRuns(courseKey: string, runs: CourseRunResource[], note: NoteTaker): void {
      const row = statements.getItem.get('course', courseKey);
      if (row === undefined) return;
      const course = JSON.parse(String(row['json'])) as Course;
      const loose = new Set(statements.looseRuns.all(Number(row['id'])).map(({ key }) => key));
      const own = course.runs.filter(({ key }) => !loose.has(key));
      const ownKeys = new Set(own.map(({ key }) => key));
      const added = runs
        .filter(({ key }) => !ownKeys.has(key))
        .map((run) => mapLooseRun(run, note));
      this.addItem({ ...course, runs: [...own, ...added] }, Number(row['richness']));
      for (const { key } of added) statements.markLoose.run(Number(row['id']), key);
    },

    /** What is stored so far, each item once. */
    counts(): { courses: number; programs: number; runs: number } {
      return countsOf(statements.counts.get());
    },

    /** What a catalog has brought so far. */
    countsOfCatalog(catalogUuid: string): { courses: number; programs: number; runs: number } {
      return countsOf(statements.countsOfCatalog.get(catalogUuid));
    },
  };
}

/** Fields with a value: how full an item's source is. */
export function richnessOf(resource: object): number {
  return Object.values(resource).filter(
    (value) =>
      value !== null &&
      value !== undefined &&
      value !== '' &&
      !(Array.isArray(value) && value.length === 0),
  ).length;
}

function prepare(database: DatabaseSync) {
  return {
    putCatalog: database.prepare(
      `INSERT INTO catalogs (uuid, position, json) VALUES (?, ?, ?)
       ON CONFLICT (uuid) DO UPDATE SET position = excluded.position, json = excluded.json`,
    ),
    see: database.prepare(
      `INSERT INTO walk_seen (catalog_uuid, kind, key, pass, page, times) VALUES (?, ?, ?, ?, ?, 1)
       ON CONFLICT DO UPDATE SET pass = excluded.pass, page = excluded.page,
         times = CASE WHEN pass = excluded.pass THEN times + 1 ELSE 1 END
       RETURNING times`,
    ),
    findItem: database.prepare(
      'SELECT digest, richness, generation, is_sparse FROM items WHERE kind = ? AND key = ?',
    ),
    touchItem: database.prepare(
      'UPDATE items SET generation = ?, richness = ?, is_sparse = ? WHERE kind = ? AND key = ?',
    ),
    putItem: database.prepare(
      `INSERT INTO items (kind, key, digest, richness, generation, changed, is_sparse, outline, json)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (kind, key) DO UPDATE SET digest = excluded.digest, richness = excluded.richness,
         generation = excluded.generation, changed = excluded.changed, is_sparse = excluded.is_sparse, outline = excluded.outline,
         json = excluded.json
       RETURNING id`,
    ),
    addRun: database.prepare(
      'INSERT OR IGNORE INTO runs (course_id, key, is_loose) VALUES (?, ?, 0)',
    ),
    looseRuns: database.prepare('SELECT key FROM runs WHERE course_id = ? AND is_loose = 1'),
    markLoose: database.prepare('UPDATE runs SET is_loose = 1 WHERE course_id = ? AND key = ?'),
    clearRuns: database.prepare('DELETE FROM runs WHERE course_id = ?'),
    clearTerms: database.prepare('DELETE FROM item_terms WHERE item_id = ?'),
    addItemTerm: database.prepare(
      'INSERT OR IGNORE INTO item_terms (item_id, kind, key, position) VALUES (?, ?, ?, ?)',
    ),
    // The present sync's description of a term wins, then the fuller; of two as full the first.
    putTerm: database.prepare(
      `INSERT INTO terms (kind, key, name, generation, json) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (kind, key) DO UPDATE SET name = excluded.name, json = excluded.json,
         generation = excluded.generation
       WHERE generation < excluded.generation OR length(excluded.json) > length(json)`,
    ),
    addProgramCourse: database.prepare(
      'INSERT OR REPLACE INTO program_courses (program_uuid, course_key, position) VALUES (?, ?, ?)',
    ),
    clearProgramCourses: database.prepare('DELETE FROM program_courses WHERE program_uuid = ?'),
    // A list's URL stays before a detail's, which comes later (api-ground-truth §11.11).
    addMembership: database.prepare(
      `INSERT INTO memberships (catalog_uuid, kind, key, enrollment_url, is_listed) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET is_listed = max(is_listed, excluded.is_listed),
         enrollment_url = coalesce(enrollment_url, excluded.enrollment_url)`,
    ),
    replaceMembership: database.prepare(
      `INSERT OR REPLACE INTO memberships (catalog_uuid, kind, key, enrollment_url, is_listed)
       VALUES (?, ?, ?, ?, ?)`,
    ),
    noteSparse: database.prepare(
      `INSERT INTO sparse_courses (key, catalog_uuid, digest, asked_at, is_due) VALUES (?, ?, ?, 0, 1)
       ON CONFLICT (key) DO UPDATE SET digest = excluded.digest, is_due = 1
       WHERE sparse_courses.catalog_uuid = excluded.catalog_uuid AND digest <> excluded.digest`,
    ),
    findLooseRun: database.prepare(
      'SELECT course_key, json FROM loose_runs WHERE catalog_uuid = ? AND key = ?',
    ),
    addLooseRun: database.prepare(
      `INSERT OR REPLACE INTO loose_runs (catalog_uuid, key, course_key, generation, json)
       VALUES (?, ?, ?, ?, ?)`,
    ),
    getItem: database.prepare('SELECT id, json, richness FROM items WHERE kind = ? AND key = ?'),
    counts: database.prepare(
      `SELECT (SELECT count(*) FROM items WHERE kind = 'course') AS courses,
         (SELECT count(*) FROM items WHERE kind = 'program') AS programs,
         (SELECT count(*) FROM runs) AS runs`,
    ),
    countsOfCatalog: database.prepare(
      `SELECT count(*) FILTER (WHERE kind = 'course') AS courses,
         count(*) FILTER (WHERE kind = 'program') AS programs,
         count(*) FILTER (WHERE kind = 'course-run') AS runs
       FROM memberships WHERE catalog_uuid = ?`,
    ),
  };
}

function countsOf(row: Record<string, unknown> | undefined): {
  courses: number;
  programs: number;
  runs: number;
} {
  return {
    courses: Number(row?.['courses']),
    programs: Number(row?.['programs']),
    runs: Number(row?.['runs']),
  };
}

type Statements = ReturnType<typeof prepare>;

/** Whether the copy that is there stays before another one. */
function staysBefore(
  present: Record<string, unknown>,
  { richness, isSparse, generation }: { richness: number; isSparse: boolean; generation: number },
): boolean {
  if (isSparse && Number(present['is_sparse']) === 0) return true;
  if (!isSparse && Number(present['is_sparse']) === 1) return false;
  return Number(present['generation']) === generation && Number(present['richness']) > richness;
}

interface ItemRow {
  id: number;
  generation: number;
  item: Course | Program;
}

function addTerms(statements: Statements, { id, generation, item }: ItemRow): void {
  for (const [position, { kind, term }] of termsOf(item).entries()) {
    statements.putTerm.run(kind, term.key, term.name, generation, JSON.stringify(term));
    statements.addItemTerm.run(id, kind, term.key, position);
  }
}

/** An unchanged item says again what its terms are. */
function touchTerms(statements: Statements, generation: number, item: Course | Program): void {
  for (const { kind, term } of termsOf(item)) {
    statements.putTerm.run(kind, term.key, term.name, generation, JSON.stringify(term));
  }
}

function addRuns(statements: Statements, courseId: number, course: Course): void {
  statements.clearRuns.run(courseId);
  for (const run of course.runs) statements.addRun.run(courseId, run.key);
}

function addProgramCourses(statements: Statements, program: Program): void {
  statements.clearProgramCourses.run(program.key);
  for (const [index, course] of program.courses.entries()) {
    statements.addProgramCourse.run(program.key, course.key, index + 1);
  }
}
