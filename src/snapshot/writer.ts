import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import {
  mapLooseRun,
  outlineCourse,
  outlineProgram,
  type Catalog,
  type Course,
  type NoteTaker,
  type Program,
} from '#catalog';
import type { CourseRunResource } from '#enterprise-api';
import { schema, schemaVersion } from './schema.ts';

export type SnapshotWriter = ReturnType<typeof createSnapshotWriter>;

/** Writes one new snapshot. Everything happens in transactions; `close` leaves a file that never changes again. */
export function createSnapshotWriter(file: string) {
  const database = new DatabaseSync(file);
  // A crash loses the unfinished file anyway: it is made durable once, before it gets its name.
  database.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;');
  database.exec(schema);
  const statements = prepare(database);

  return {
    database,

    transaction<Result>(work: () => Result): Result {
      database.exec('BEGIN');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },

    addCatalog(catalog: Catalog, position: number): void {
      statements.addCatalog.run(catalog.uuid, position, JSON.stringify(catalog));
    },

    /** Stores a course or program unless a fuller copy is there. */
    addItem(item: Course | Program, richness: number): void {
      const present = statements.findItem.get(item.kind, item.key);
      if (present !== undefined && Number(present['richness']) > richness) return;
      const json = JSON.stringify(item);
      const digest = createHash('sha256').update(json).digest('hex').slice(0, 32);
      if (present?.['digest'] === digest) return;
      const outline = JSON.stringify(
        item.kind === 'course' ? outlineCourse(item) : outlineProgram(item),
      );
      const row = statements.putItem.get(item.kind, item.key, digest, richness, outline, json);
      const id = Number(row?.['id']);
      if (present !== undefined) statements.clearTerms.run(id);
      addTerms(statements, id, item);
      if (item.kind === 'course') addRuns(statements, id, item);
      else addProgramCourses(statements, item);
    },

    addMembership(
      catalogUuid: string,
      kind: 'course' | 'course-run' | 'program',
      key: string,
      enrollmentUrl: string | undefined,
    ): void {
      statements.addMembership.run(catalogUuid, kind, key, enrollmentUrl ?? null);
    },

    addLooseRun(catalogUuid: string, key: string, courseKey: string, json: string): void {
      statements.addLooseRun.run(catalogUuid, key, courseKey, json);
    },

    /** Adds runs that come alone to a course that is stored already; runs that it holds stay as they are. */
    addRunsToCourse(courseKey: string, runs: CourseRunResource[], note: NoteTaker): void {
      const row = statements.getItem.get('course', courseKey);
      if (row === undefined) return;
      const course = JSON.parse(String(row['json'])) as Course;
      const held = new Set(course.runs.map((run) => run.key));
      const added = runs.filter((run) => !held.has(run.key)).map((run) => mapLooseRun(run, note));
      if (added.length === 0) return;
      this.addItem({ ...course, runs: [...course.runs, ...added] }, Number(row['richness']));
    },

    /** What is stored so far, each item once. */
    counts(): { courses: number; programs: number; runs: number } {
      return countsOf(statements.counts.get());
    },

    /** What a catalog has brought so far. */
    countsOfCatalog(catalogUuid: string): { courses: number; programs: number; runs: number } {
      return countsOf(statements.countsOfCatalog.get(catalogUuid));
    },

    setMeta(name: string, value: unknown): void {
      statements.setMeta.run(name, JSON.stringify(value));
    },

    /** Ends the work: what was only needed on the way is removed. */
    close(): void {
      statements.setMeta.run('schemaVersion', String(schemaVersion));
      database.exec('DELETE FROM loose_runs; PRAGMA optimize;');
      database.close();
    },

    /** Ends without a result. */
    abandon(): void {
      if (database.isOpen) database.close();
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
    addCatalog: database.prepare(
      'INSERT OR REPLACE INTO catalogs (uuid, position, json) VALUES (?, ?, ?)',
    ),
    findItem: database.prepare('SELECT digest, richness FROM items WHERE kind = ? AND key = ?'),
    putItem: database.prepare(
      `INSERT INTO items (kind, key, digest, richness, outline, json) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (kind, key) DO UPDATE SET digest = excluded.digest, richness = excluded.richness,
         outline = excluded.outline, json = excluded.json
       RETURNING id`,
    ),
    addRun: database.prepare('INSERT OR IGNORE INTO runs (course_id, key) VALUES (?, ?)'),
    clearRuns: database.prepare('DELETE FROM runs WHERE course_id = ?'),
    clearTerms: database.prepare('DELETE FROM item_terms WHERE item_id = ?'),
    addItemTerm: database.prepare(
      'INSERT OR IGNORE INTO item_terms (item_id, kind, key, position) VALUES (?, ?, ?, ?)',
    ),
    // The fuller description of a term wins; of two as full the first.
    putTerm: database.prepare(
      `INSERT INTO terms (kind, key, name, json) VALUES (?, ?, ?, ?)
       ON CONFLICT (kind, key) DO UPDATE SET json = excluded.json WHERE length(excluded.json) > length(json)`,
    ),
    addProgramCourse: database.prepare(
      'INSERT OR REPLACE INTO program_courses (program_uuid, course_key, position) VALUES (?, ?, ?)',
    ),
    clearProgramCourses: database.prepare('DELETE FROM program_courses WHERE program_uuid = ?'),
    // A list's URL stays before a detail's, which comes later (api-ground-truth §11.11).
    addMembership: database.prepare(
      `INSERT INTO memberships (catalog_uuid, kind, key, enrollment_url) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET enrollment_url = coalesce(enrollment_url, excluded.enrollment_url)`,
    ),
    addLooseRun: database.prepare(
      'INSERT OR REPLACE INTO loose_runs (catalog_uuid, key, course_key, json) VALUES (?, ?, ?, ?)',
    ),
    getItem: database.prepare('SELECT json, richness FROM items WHERE kind = ? AND key = ?'),
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
    setMeta: database.prepare('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)'),
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

function addTerms(statements: Statements, id: number, item: Course | Program): void {
  const terms = [
    ...item.subjects.map((term) => ({ kind: 'subject', term })),
    ...item.partners.map((term) => ({ kind: 'partner', term })),
    ...item.skills.map((term) => ({ kind: 'skill', term })),
  ];
  for (const [position, { kind, term }] of terms.entries()) {
    statements.putTerm.run(kind, term.key, term.name, JSON.stringify(term));
    statements.addItemTerm.run(id, kind, term.key, position);
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
