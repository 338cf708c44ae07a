import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { type CatalogContents, folderFiles } from './data-folder.ts';
import { readLines } from './read-lines.ts';

/** What of an item the index needs; the rest stays in its file. */
interface IndexedItem {
  key?: string;
  uuid?: string | null;
  course?: string | null;
  course_runs?: { key?: string }[] | null;
  programs?: { uuid?: string | null }[] | null;
}

type ItemKind = 'course' | 'course-run' | 'program';

/** The files that hold items; an item's `file` in the index is its place in this list. */
export const itemFiles: readonly { kind: ItemKind; name: string }[] = [
  { kind: 'course', name: folderFiles.courses },
  { kind: 'program', name: folderFiles.programs },
  { kind: 'course-run', name: folderFiles.courseRuns },
];

// `mentions` says which item names a program or course that may be in no listing: it can be asked for
// in every catalog that lists the item.
const schema = `
  PRAGMA journal_mode = OFF;
  PRAGMA synchronous = OFF;
  CREATE TABLE catalogs (position INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
  CREATE TABLE items (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, file INTEGER NOT NULL,
    offset INTEGER NOT NULL, length INTEGER NOT NULL, UNIQUE (kind, key));
  CREATE TABLE runs (key TEXT PRIMARY KEY, course INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE mentions (kind TEXT NOT NULL, key TEXT NOT NULL, item INTEGER NOT NULL,
    PRIMARY KEY (kind, key, item)) WITHOUT ROWID;
  CREATE TABLE memberships (catalog TEXT NOT NULL, position INTEGER NOT NULL, item INTEGER NOT NULL, run TEXT,
    PRIMARY KEY (catalog, position)) WITHOUT ROWID;
`;

/**
 * Reads a data folder once, line by line, and writes where each item stands and which catalog lists it.
 * Keys that a catalog names and no file holds are left out of its listing.
 */
export function buildIndex(database: DatabaseSync, directory: string): void {
  database.exec(schema);
  database.exec('BEGIN');
  addCatalogs(database, directory);
  for (const [file, { kind, name }] of itemFiles.entries())
    addItems(database, directory, { file, kind, name });
  addMemberships(database, directory);
  database.exec('CREATE INDEX memberships_by_item ON memberships (item, catalog)');
  database.exec('COMMIT');
}

function addCatalogs(database: DatabaseSync, directory: string): void {
  const answer = readJson(directory, folderFiles.catalogs) as { results?: unknown[] } | unknown[];
  const catalogs = (Array.isArray(answer) ? answer : (answer.results ?? [])) as { uuid: string }[];
  const insert = database.prepare('INSERT INTO catalogs (uuid, body) VALUES (?, ?)');
  for (const catalog of catalogs) insert.run(catalog.uuid, JSON.stringify(catalog));
}

function addItems(
  database: DatabaseSync,
  directory: string,
  { file, kind, name }: { file: number; kind: ItemKind; name: string },
): void {
  const location = path.join(directory, name);
  if (!existsSync(location)) return;
  const insert = database.prepare(
    'INSERT OR IGNORE INTO items (kind, key, file, offset, length) VALUES (?, ?, ?, ?, ?)',
  );
  const insertRun = database.prepare('INSERT OR IGNORE INTO runs (key, course) VALUES (?, ?)');
  const insertMention = database.prepare(
    'INSERT OR IGNORE INTO mentions (kind, key, item) VALUES (?, ?, ?)',
  );
  for (const { text, offset, length, number } of readLines(location)) {
    const item = parseItem(text, `${name}, line ${String(number)}`);
    const key = kind === 'program' ? item.uuid : item.key;
    if (!key)
      throw new Error(
        `${name}, line ${String(number)}: the item has no ${kind === 'program' ? 'uuid' : 'key'}.`,
      );
    const { changes, lastInsertRowid } = insert.run(kind, key, file, offset, length);
    if (changes === 0) continue;
    for (const run of item.course_runs ?? []) if (run.key) insertRun.run(run.key, lastInsertRowid);
    for (const program of item.programs ?? []) {
      if (program.uuid) insertMention.run('program', program.uuid, lastInsertRowid);
    }
    if (kind === 'course-run' && item.course)
      insertMention.run('course', item.course, lastInsertRowid);
  }
}

function addMemberships(database: DatabaseSync, directory: string): void {
  const contents = readJson(directory, folderFiles.contents) as Record<string, CatalogContents>;
  const findItem = database.prepare('SELECT id FROM items WHERE kind = ? AND key = ?');
  const findRun = database.prepare('SELECT course AS id FROM runs WHERE key = ?');
  const insert = database.prepare(
    'INSERT INTO memberships (catalog, position, item, run) VALUES (?, ?, ?, ?)',
  );
  for (const [catalog, { courses = [], programs = [], course_runs: runs = [] }] of Object.entries(
    contents,
  )) {
    let position = 0;
    const add = (found: { id?: unknown } | undefined, run: string | null = null): boolean => {
      if (typeof found?.id !== 'number') return false;
      insert.run(catalog, position++, found.id, run);
      return true;
    };
    for (const key of courses) add(findItem.get('course', key));
    for (const uuid of programs) add(findItem.get('program', uuid));
    for (const key of runs) if (!add(findItem.get('course-run', key))) add(findRun.get(key), key);
  }
}

function parseItem(text: string, place: string): IndexedItem {
  try {
    return JSON.parse(text) as IndexedItem;
  } catch (cause) {
    throw new Error(`${place} is not JSON.`, { cause });
  }
}

function readJson(directory: string, name: string): unknown {
  const location = path.join(directory, name);
  if (!existsSync(location)) {
    throw new Error(
      `The data folder ${directory} has no ${name}: it needs ${folderFiles.catalogs} and ${folderFiles.contents}.`,
    );
  }
  return JSON.parse(readFileSync(location, 'utf8'));
}
