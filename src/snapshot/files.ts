import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** How many complete snapshots are kept. */
const keptSnapshots = 10;

const pointerName = 'current.json';
const pointer = z.object({ id: z.string().regex(/^[\w-]+$/) });

/** The file of the current snapshot; undefined where no sync has succeeded yet. */
export function findCurrentSnapshot(directory: string): string | undefined {
  const pointerFile = path.join(directory, pointerName);
  if (!existsSync(pointerFile)) return undefined;
  const { id } = pointer.parse(JSON.parse(readFileSync(pointerFile, 'utf8')));
  const file = path.join(directory, `${id}.sqlite`);
  return existsSync(file) ? file : undefined;
}

/** Where a new snapshot is written until it is complete. */
export function createSnapshotFile(directory: string, now: number): { id: string; file: string } {
  mkdirSync(directory, { recursive: true });
  removePartialFiles(directory);
  const time = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
  const id = `${time}-${randomBytes(3).toString('hex')}`;
  return { id, file: path.join(directory, `${id}${partialEnding}`) };
}

/**
 * Makes a complete snapshot the current one: its file gets its name, then the pointer is replaced by rename.
 * A crash in between leaves the old one current. Older snapshots than the last ten go.
 */
export function publishSnapshot(directory: string, id: string): string {
  const file = path.join(directory, `${id}.sqlite`);
  const partial = path.join(directory, `${id}${partialEnding}`);
  flush(partial);
  renameSync(partial, file);
  const pointerFile = path.join(directory, pointerName);
  writeFileSync(`${pointerFile}.new`, `${JSON.stringify({ id })}\n`);
  flush(`${pointerFile}.new`);
  renameSync(`${pointerFile}.new`, pointerFile);
  removeOldSnapshots(directory, `${id}.sqlite`);
  return file;
}

const partialEnding = '.partial';

function removePartialFiles(directory: string): void {
  for (const name of readdirSync(directory)) {
    if (name.includes(partialEnding)) rmSync(path.join(directory, name), { force: true });
  }
}

/** Names sort by time; the current one stays whatever the clock said. */
function removeOldSnapshots(directory: string, current: string): void {
  const others = readdirSync(directory).filter(
    (name) => name.endsWith('.sqlite') && name !== current,
  );
  for (const name of others.toSorted().slice(0, 1 - keptSnapshots))
    rmSync(path.join(directory, name));
}

function flush(file: string): void {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
