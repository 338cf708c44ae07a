import { PGlite } from '@electric-sql/pglite';
import { PGliteDialect, SqliteDialect } from 'kysely';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import { openNodeSqlite } from '../admin/store/node-sqlite.server.ts';
import { prepareStore } from '../admin/store/open-store.server.ts';
import type { Store } from '../admin/store/schema.server.ts';

/** Runs the same tests on both databases; `openEmptyStore` gives a store that ends with the test. */
export function describeStores(tests: (openEmptyStore: () => Promise<Store>) => void): void {
  describe('on SQLite', () => {
    tests(openSqliteStore);
  });
  describe('on PostgreSQL', () => {
    let pglite: PGlite;
    beforeAll(async () => {
      pglite = await PGlite.create();
    }, 60_000);
    afterAll(() => pglite.close());
    tests(async () => {
      await pglite.exec('drop schema public cascade; create schema public');
      // The database outlives each store, which would close it.
      return prepareStore('postgres', new PGliteDialect({ pglite }));
    });
  });
}

/** A store in memory. */
export async function openSqliteStore(): Promise<Store> {
  const dialect = new SqliteDialect({ database: openNodeSqlite(':memory:') });
  const store = await prepareStore('sqlite', dialect);
  onTestFinished(() => store.destroy());
  return store;
}
