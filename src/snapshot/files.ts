import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { removeWorkFiles, workFileEnding } from './work-file.ts';

/** How many complete snapshots are kept. */
const keptSnapshots = 10;

const pointerName = 'current.json';
const pointer = z.object({ id: z.string().regex(/^[\w-]+$/) });

/**
 * The file of the current snapshot; undefined where no sync has succeeded yet. Where the pointer is damaged,
 * missing or names what is gone, the latest complete snapshot stands in.
 */
export function findCurrentSnapshot(directory: string): string | undefined {
  const pointerFile = path.join(directory, pointerName);
  const id = existsSync(pointerFile) ? readPointer(pointerFile) : undefined;
  const file = path.join(directory, `${id ?? ''}.sqlite`);
  return existsSync(file) ? file : listSnapshots(directory).at(-1);
}

/** The current snapshot, or where that is damaged the latest one that is sound. */
export function findSoundSnapshot(directory: string): string | undefined {
  const current = findCurrentSnapshot(directory);
  const others = listSnapshots(directory).toReversed();
  return [...(current === undefined ? [] : [current]), ...others].find(isSound);
}

/** The files of all complete snapshots that are kept, the oldest first. */
export function listSnapshots(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => name.endsWith('.sqlite'))
    .toSorted()
    .map((name) => path.join(directory, name));
}

/**
 * Makes a complete snapshot the current one: its file gets its name, then the pointer is replaced by rename.
 * A crash in between leaves the old one current. Older snapshots than the last ten go.
 */
export function publishSnapshot(directory: string, id: string): string {
  const file = path.join(directory, `${id}.sqlite`);
  const work = path.join(directory, `${id}${workFileEnding}`);
  flush(work);
  renameSync(work, file);
  const pointerFile = path.join(directory, pointerName);
  writeFileSync(`${pointerFile}.new`, `${JSON.stringify({ id })}\n`);
  flush(`${pointerFile}.new`);
  renameSync(`${pointerFile}.new`, pointerFile);
  flush(directory);
  removeOldSnapshots(directory, file);
  removeWorkFiles(directory);
  return file;
}

function isSound(file: string): boolean {
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      const meta = database.prepare("SELECT 1 FROM meta WHERE name = 'schemaVersion'").get();
      const check = database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
      return meta !== undefined && check === 'ok';
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}

function readPointer(file: string): string | undefined {
  try {
    return pointer.parse(JSON.parse(readFileSync(file, 'utf8'))).id;
  } catch {
    return undefined;
  }
}

/** Names sort by time; the current one stays whatever the clock said. */
function removeOldSnapshots(directory: string, current: string): void {
  const others = listSnapshots(directory).filter((file) => file !== current);
  for (const file of others.slice(0, 1 - keptSnapshots)) rmSync(file);
}

function flush(file: string): void {
  const descriptor = openSync(file, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
