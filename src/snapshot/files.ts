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
import { z } from 'zod';
import { removeWorkFiles, workFileEnding } from './work-file.ts';

/** How many complete snapshots are kept. */
const keptSnapshots = 10;

const pointerName = 'current.json';
const pointer = z.object({ id: z.string().regex(/^[\w-]+$/) });

/**
 * The file of the current snapshot; undefined where no sync has succeeded yet. Where the pointer is damaged or
 * names what is gone, the latest complete snapshot stands in.
 */
export function findCurrentSnapshot(directory: string): string | undefined {
  const pointerFile = path.join(directory, pointerName);
  if (!existsSync(pointerFile)) return undefined;
  const id = readPointer(pointerFile);
  const file = path.join(directory, `${id ?? ''}.sqlite`);
  return existsSync(file) ? file : listSnapshots(directory).at(-1);
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
