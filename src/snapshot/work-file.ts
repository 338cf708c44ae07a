import { randomBytes } from 'node:crypto';
import { constants, copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { schema, schemaVersion } from './schema.ts';

/** A snapshot that is being made. */
export interface WorkFile {
  id: string;
  file: string;
  database: DatabaseSync;
  /** When the sync that began it began, in milliseconds. */
  startedAt: number;
  generation: number;
  /** That of the sync that began it: what any of them read since then is the work's own. */
  firstGeneration: number;
  /** Whether an earlier sync began it and was cut off. */
  isResumed: boolean;
}

export interface WorkRequest {
  directory: string;
  /** Milliseconds. */
  now: number;
  /** What is read, and how: work that was begun for something else is not gone on with. */
  purpose: string;
  /** Work that is older is begun anew. */
  resumeWithinMs: number;
  /** Work that the gate refused is gone on with only where these let it through, and while it is fresh. */
  accept: readonly string[];
  acceptWithinMs: number;
  /** The file of the last snapshot, where its tables are this version's. */
  previous: string | undefined;
}

export const workFileEnding = '.partial';
/** Of a copy of the last snapshot until it says what it is for. */
const copyEnding = '.copy';

/** That the gate refused the work, when, and by which rules. */
export interface Refusal {
  rules: string[];
  /** Milliseconds. */
  at: number;
}

/** Goes on with the work of a sync that was cut off, where `findResumable` found some, or begins with a copy of the last snapshot, or with nothing. */
export function openWorkFile(request: WorkRequest, resumed: WorkFile | undefined): WorkFile {
  if (resumed !== undefined) writeMeta(resumed.database, 'generation', resumed.generation);
  removeWorkFiles(request.directory, resumed?.file);
  return resumed ?? beginWork(request);
}

/** Leaves work that could not be finished for the next sync, if it holds anything that was read. */
export function leaveWork(work: WorkFile, isDiscarded: boolean): void {
  const { database, file, firstGeneration } = work;
  const isWorthless = isDiscarded || !database.isOpen || !holdsAnything(database, firstGeneration);
  if (database.isOpen) database.close();
  if (isWorthless) removeWorkFiles(path.dirname(file));
}

export function removeWorkFiles(directory: string, except?: string): void {
  for (const name of readdirSync(directory)) {
    const file = path.join(directory, name);
    const isWork = name.includes(workFileEnding) || name.includes(copyEnding);
    if (isWork && !(except !== undefined && file.startsWith(except))) {
      rmSync(file, { force: true });
    }
  }
}

export function readMeta(database: DatabaseSync, name: string): unknown {
  const row = database.prepare('SELECT value FROM meta WHERE name = ?').get(name);
  return row === undefined ? undefined : JSON.parse(String(row['value']));
}

export function writeMeta(database: DatabaseSync, name: string, value: unknown): void {
  database
    .prepare('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)')
    .run(name, JSON.stringify(value));
}

function holdsAnything(database: DatabaseSync, firstGeneration: number): boolean {
  const row = database
    .prepare(
      'SELECT (SELECT count(*) FROM walk_pages) + (SELECT count(*) FROM catalogs WHERE generation >= ?) AS count',
    )
    .get(firstGeneration);
  return Number(row?.['count']) > 0;
}

function beginWork({ directory, now, purpose, previous }: WorkRequest): WorkFile {
  const time = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
  const id = `${time}-${randomBytes(3).toString('hex')}`;
  const copy = path.join(directory, `${id}${copyEnding}`);
  if (previous !== undefined) copyFileSync(previous, copy, constants.COPYFILE_FICLONE);
  const database = openDatabase(copy);
  database.exec('BEGIN');
  if (previous === undefined) database.exec(schema);
  const generation = Number(readMeta(database, 'generation') ?? 0) + 1;
  database.exec("DELETE FROM meta WHERE name IN ('report', 'refused')");
  writeMeta(database, 'schemaVersion', schemaVersion);
  writeMeta(database, 'generation', generation);
  writeMeta(database, 'firstGeneration', generation);
  writeMeta(database, 'startedAt', now);
  writeMeta(database, 'purpose', purpose);
  if (readMeta(database, 'historyStart') === undefined) writeMeta(database, 'historyStart', now);
  database.exec('COMMIT');
  database.close();
  rmSync(`${copy}-journal`, { force: true });
  // Only now can it be gone on with.
  const file = path.join(directory, `${id}${workFileEnding}`);
  renameSync(copy, file);
  const work = { id, file, startedAt: now, generation, firstGeneration: generation };
  return { ...work, database: openDatabase(file), isResumed: false };
}

/** The work that a sync which was cut off has left, opened, if this one may go on with it. */
export function findResumable(request: WorkRequest): WorkFile | undefined {
  if (!existsSync(request.directory)) return undefined;
  const names = readdirSync(request.directory).filter((name) => name.endsWith(workFileEnding));
  for (const name of names.toSorted().toReversed()) {
    const work = resumeWork(path.join(request.directory, name), request);
    if (work !== undefined) return work;
  }
  return undefined;
}

function resumeWork(
  file: string,
  { now, purpose, resumeWithinMs, accept, acceptWithinMs }: WorkRequest,
): WorkFile | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = openDatabase(file);
    const startedAt = Number(readMeta(database, 'startedAt'));
    const isUsable =
      readMeta(database, 'schemaVersion') === schemaVersion &&
      readMeta(database, 'purpose') === purpose &&
      readMeta(database, 'report') === undefined &&
      now >= startedAt &&
      now - startedAt < resumeWithinMs &&
      isLetThrough(readMeta(database, 'refused'), { now, accept, acceptWithinMs }) &&
      database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok';
    if (isUsable) {
      // What it reads from here on takes the place of what the sync before it left.
      const generation = Number(readMeta(database, 'generation')) + 1;
      const firstGeneration = Number(readMeta(database, 'firstGeneration'));
      const id = path.basename(file, workFileEnding);
      return { id, file, database, startedAt, generation, firstGeneration, isResumed: true };
    }
  } catch {
    // Cut off before it held anything, or by a power cut: it is begun anew.
  }
  database?.close();
  return undefined;
}

/** What the gate refused may have been wrong: it is not built upon unless the operator says that it is right. */
function isLetThrough(
  refused: unknown,
  { now, accept, acceptWithinMs }: Pick<WorkRequest, 'now' | 'accept' | 'acceptWithinMs'>,
): boolean {
  if (refused === undefined) return true;
  const { rules, at } = refused as Refusal;
  return rules.every((rule) => accept.includes(rule)) && now - at < acceptWithinMs;
}

/** Survives the end of the process at any moment, as going on needs; only a power cut may cost the work. */
function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = OFF;');
  return database;
}
