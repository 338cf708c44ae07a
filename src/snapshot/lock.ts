import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SyncError } from './sync-error.ts';

/**
 * Makes this process the only one at work in a folder, until it calls what is returned or ends, however it
 * ends: the lock is the operating system's own, held through SQLite, so none is ever left behind.
 * @throws a SyncError where another process holds it
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const database = new DatabaseSync(path.join(directory, 'lock'));
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!String(error).includes('locked')) throw error;
    throw new SyncError(
      `Another sync is at work in ${directory}. This one leaves it alone; wait until it has ended.`,
      { cause: error },
    );
  }
  return () => {
    if (database.isOpen) database.close();
  };
}
