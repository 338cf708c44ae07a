import { closeSync, existsSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { buildIndex, itemFiles } from './build-index.ts';

interface Place {
  file: number;
  offset: number;
  length: number;
  run: string | null;
}

export type ContentStore = ReturnType<typeof openContentStore>;

/**
 * Serves a data folder from an index of places: the items stay in their files and are read when asked for, so
 * that memory does not grow with the catalogue. Items come back as JSON text, untouched and not even decoded. The folder must not
 * change while the store is open.
 */
export function openContentStore(directory: string) {
  const indexDirectory = mkdtempSync(path.join(tmpdir(), 'prospectus-sandbox-'));
  const database = new DatabaseSync(path.join(indexDirectory, 'index.sqlite'));
  const files: (number | undefined)[] = [];
  const close = (): void => {
    for (const file of files) if (file !== undefined) closeSync(file);
    database.close();
    rmSync(indexDirectory, { recursive: true, force: true });
  };
  try {
    buildIndex(database, directory);
    for (const { name } of itemFiles) {
      const location = path.join(directory, name);
      files.push(existsSync(location) ? openSync(location, 'r') : undefined);
    }
  } catch (error) {
    close();
    throw error;
  }

  const statements = prepareStatements(database);
  const read = (place: unknown): Buffer => readPlace(files, place as Place);
  const readIfFound = (place: unknown): Buffer | undefined =>
    place === undefined ? undefined : read(place);

  return {
    countCatalogs: (): number => countOf(statements.countCatalogs.get()),
    listCatalogs: (offset: number, limit: number): Buffer[] =>
      statements.listCatalogs.all(limit, offset).map((row) => Buffer.from(String(row['body']))),
    hasCatalog: (uuid: string): boolean => statements.findCatalog.get(uuid) !== undefined,
    countContent: (catalog: string): number => countOf(statements.countContent.get(catalog)),
    /** Each item is read when the one before it has been taken. */
    *listContent(catalog: string, offset: number, limit: number): Generator<Buffer> {
      for (const place of statements.listContent.all(catalog, offset, offset + limit))
        yield read(place);
    },
    /** A course of the catalog, or one that a course run of the catalog belongs to. */
    findCourse: (catalog: string, key: string): Buffer | undefined =>
      readIfFound(statements.findItem.get('course', key, catalog, catalog)),
    /** A program of the catalog, or one that an item of the catalog names. */
    findProgram: (catalog: string, uuid: string): Buffer | undefined =>
      readIfFound(statements.findItem.get('program', uuid, catalog, catalog)),
    /** A run of a course of the catalog, or one that the catalog lists by itself. */
    findRun: (catalog: string, key: string): Buffer | undefined =>
      readIfFound(
        statements.findEmbeddedRun.get(key, catalog, catalog) ??
          statements.findItem.get('course-run', key, catalog, catalog),
      ),
    close,
  };
}

// An item can be asked for where it is listed, or where a listed item names it.
const isReachable = `(
  EXISTS (SELECT 1 FROM memberships m WHERE m.item = i.id AND m.catalog = ?)
  OR EXISTS (SELECT 1 FROM mentions n JOIN memberships m ON m.item = n.item
    WHERE n.kind = i.kind AND n.key = i.key AND m.catalog = ?))`;

function prepareStatements(database: DatabaseSync) {
  return {
    countCatalogs: database.prepare('SELECT count(*) AS count FROM catalogs'),
    listCatalogs: database.prepare('SELECT body FROM catalogs ORDER BY position LIMIT ? OFFSET ?'),
    findCatalog: database.prepare('SELECT 1 FROM catalogs WHERE uuid = ?'),
    countContent: database.prepare(
      'SELECT max(position) + 1 AS count FROM memberships WHERE catalog = ?',
    ),
    listContent: database.prepare(
      `SELECT i.file, i.offset, i.length, m.run FROM memberships m JOIN items i ON i.id = m.item
       WHERE m.catalog = ? AND m.position >= ? AND m.position < ? ORDER BY m.position`,
    ),
    findItem: database.prepare(
      `SELECT file, offset, length, NULL AS run FROM items i WHERE kind = ? AND key = ? AND ${isReachable}`,
    ),
    findEmbeddedRun: database.prepare(
      `SELECT i.file, i.offset, i.length, r.key AS run FROM runs r JOIN items i ON i.id = r.course
       WHERE r.key = ? AND ${isReachable}`,
    ),
  };
}

function readPlace(
  files: readonly (number | undefined)[],
  { file, offset, length, run }: Place,
): Buffer {
  const descriptor = files[file];
  if (descriptor === undefined)
    throw new Error(`The sandbox's index names a file that is not there: ${String(file)}.`);
  const bytes = Buffer.allocUnsafe(length);
  readSync(descriptor, bytes, 0, length, offset);
  return run === null ? bytes : extractRun(bytes, run);
}

/** A run by itself has its course's programs (reference §3.12.2, last row but one), embedded it has not. */
function extractRun(bytes: Buffer, key: string): Buffer {
  const course = JSON.parse(bytes.toString()) as {
    key: string;
    programs?: unknown[];
    course_runs: { key: string }[];
  };
  const run = course.course_runs.find((candidate) => candidate.key === key);
  return Buffer.from(
    JSON.stringify({ course: course.key, programs: course.programs ?? [], ...run }),
  );
}

function countOf(row: Record<string, unknown> | undefined): number {
  return Number(row?.['count'] ?? 0);
}
