import type { DatabaseSync } from 'node:sqlite';
import type { NoteTaker } from '#catalog';
import type { RefusedItem } from '#enterprise-api';
import { maxNotes, type RefusedEntry, type SyncReport } from './report.ts';

export type SyncFindings = ReturnType<typeof createFindings>;

/** Where something was found when it was not in a catalog's pages. */
export const findingScopes = { list: '(list of catalogs)', details: '(details)' } as const;

/**
 * What a sync has to say of single items. It is kept in the snapshot by the catalog that it was found in, so
 * that a catalog that is not read again still has its findings.
 */
export function createFindings(database: DatabaseSync) {
  const statements = {
    put: database.prepare(
      'INSERT OR REPLACE INTO findings (scope, type, kind, key, path, json) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    clear: database.prepare('DELETE FROM findings WHERE scope = ?'),
    forget: database.prepare('DELETE FROM findings WHERE scope = ? AND kind = ? AND key = ?'),
    hidden: database.prepare(
      "SELECT 1 FROM findings WHERE type = 'hidden' AND kind = ? AND key = ? LIMIT 1",
    ),
    list: database.prepare(
      `SELECT scope, kind, key, path, json FROM findings WHERE type = ?
       GROUP BY kind, key, path ORDER BY min(scope), kind, key, path LIMIT ?`,
    ),
    listRefused: database.prepare(
      `SELECT scope, kind, key, json FROM findings WHERE type = 'refused' ORDER BY scope, kind, key`,
    ),
    countNotes: database.prepare(
      `SELECT count(*) AS count FROM (SELECT DISTINCT kind, key, path FROM findings WHERE type = 'note')`,
    ),
  };
  let scope: string = findingScopes.list;

  return {
    /** What is found from here on was found there. */
    enter(next: string): void {
      scope = next;
    },
    /** Forgets what an earlier reading of the scope found, and enters it. */
    restart(next: string): void {
      statements.clear.run(next);
      scope = next;
    },
    /** Forgets what an earlier reading of a detail found. */
    forgetDetail(kind: string, key: string): void {
      statements.forget.run(findingScopes.details, kind, key);
    },
    addHidden(kind: string, key: string): void {
      statements.put.run(scope, 'hidden', kind, key, '', '{}');
    },
    isHidden: (kind: string, key: string): boolean =>
      statements.hidden.get(kind, key) !== undefined,
    addRefused({ kind, key, problems }: RefusedItem): void {
      statements.put.run(scope, 'refused', kind, key, '', JSON.stringify(problems));
    },
    noteFor(kind: string, key: string): NoteTaker {
      return (path, reason) => {
        statements.put.run(scope, 'note', kind, key, path, JSON.stringify(reason));
      };
    },
    result(): Pick<SyncReport, 'hidden' | 'refused' | 'notes' | 'noteCount'> {
      return {
        hidden: statements.list
          .all('hidden', -1)
          .map(({ kind, key }) => ({ kind: String(kind), key: String(key) })),
        refused: statements.listRefused.all().map((row): RefusedEntry => ({
          catalog: String(row['scope']),
          kind: String(row['kind']),
          key: String(row['key']),
          problems: JSON.parse(String(row['json'])) as RefusedEntry['problems'],
        })),
        notes: statements.list.all('note', maxNotes).map((row) => ({
          kind: String(row['kind']),
          key: String(row['key']),
          path: String(row['path']),
          reason: JSON.parse(String(row['json'])) as string,
        })),
        noteCount: Number(statements.countNotes.get()?.['count']),
      };
    },
  };
}
