import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { isPostgresUrl } from './open-store.server.ts';

/**
 * Writes a copy of the SQLite store to a file that is not there yet, while the server runs: the copy is of one
 * moment and complete. Throws an Error that says what to do where the store is PostgreSQL, which has `pg_dump`.
 */
export function backUpStore(databaseUrl: string, file: string): void {
  if (isPostgresUrl(databaseUrl)) {
    throw new Error(
      'The admin database is PostgreSQL: back it up with pg_dump --format=custom, and bring it back with pg_restore.',
    );
  }
  if (!existsSync(databaseUrl)) {
    throw new Error(`There is no admin database at ${databaseUrl}. Check ADMIN_DATABASE_URL.`);
  }
  if (existsSync(file)) throw new Error(`${file} is there already: name a new file.`);
  const previous = process.umask(0o077);
  const database = new DatabaseSync(databaseUrl, { readOnly: true });
  try {
    database.prepare('VACUUM INTO ?').run(file);
  } finally {
    database.close();
    process.umask(previous);
  }
}
