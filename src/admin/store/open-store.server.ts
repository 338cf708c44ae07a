import { Kysely, PostgresDialect, SqliteDialect, type Dialect } from 'kysely';
import { Migrator, type MigrationProvider } from 'kysely/migration';
import { Pool } from 'pg';
import { createMigrations } from './migrations.server.ts';
import { openNodeSqlite } from './node-sqlite.server.ts';
import type { Store, StoreTables } from './schema.server.ts';

/**
 * Opens the store that `ADMIN_DATABASE_URL` names, a SQLite file or `postgres://…`, and brings its tables up to
 * date. End it with `store.destroy()`. Throws where the database can't be reached or was made by a later version;
 * the message has no address in it, since that may hold a password.
 */
export async function openStore(databaseUrl: string): Promise<Store> {
  if (!isPostgresUrl(databaseUrl)) {
    return prepareStore('sqlite', new SqliteDialect({ database: openNodeSqlite(databaseUrl) }));
  }
  const pool = new Pool({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  // Without a listener a connection that breaks, idle or in use, would end the process; a query that it
  // was to carry, or the next one, says what is wrong.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return prepareStore('postgres', new PostgresDialect({ pool }));
}

/** Brings the tables of any database that Kysely can speak to up to date; throws like `openStore`. */
export async function prepareStore(
  database: 'sqlite' | 'postgres',
  dialect: Dialect,
): Promise<Store> {
  const store = new Kysely<StoreTables>({ dialect });
  const provider: MigrationProvider = { getMigrations: async () => createMigrations(database) };
  const { error } = await new Migrator({ db: store, provider }).migrateToLatest();
  if (error === undefined) return store;
  await store.destroy();
  const reason = error instanceof Error ? error.message : 'it gave no reason';
  throw new Error(`The admin database could not be brought up to date: ${reason}`, {
    cause: error,
  });
}

/** Whether `ADMIN_DATABASE_URL` names a PostgreSQL database and not a file. */
export function isPostgresUrl(databaseUrl: string): boolean {
  return /^postgres(ql)?:\/\//i.test(databaseUrl);
}
