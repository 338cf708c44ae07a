import type { DatabaseSync } from 'node:sqlite';
import { schemaVersion } from './schema.ts';

/** Closes a snapshot that another version of ours wrote, and throws with what to do. */
export function requireVersion(database: DatabaseSync, file: string): void {
  const version = database.prepare("SELECT value FROM meta WHERE name = 'schemaVersion'").get();
  if (Number(version?.['value']) === schemaVersion) return;
  database.close();
  throw new Error(`The snapshot ${file} was written by another version. Run "npm run sync" again.`);
}
