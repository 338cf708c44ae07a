import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Takes the lock of a file, which is made where it is not there, until what is returned is called or the process
 * ends, however it ends: the lock is the operating system's own, held through SQLite, so none is ever left behind.
 * Undefined where another process, or another caller in this one, holds it.
 */
export function takeLock(file: string): (() => void) | undefined {
  mkdirSync(path.dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!String(error).includes('locked')) throw error;
    return undefined;
  }
  return () => {
    if (database.isOpen) database.close();
  };
}
