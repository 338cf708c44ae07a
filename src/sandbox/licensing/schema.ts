import type { DatabaseSync } from 'node:sqlite';
import { learnerColumns } from './learner-fields.ts';

const version = 1;
const types = { text: 'TEXT', number: 'NUMERIC', flag: 'INTEGER' } as const;

const columns = Object.entries(learnerColumns).map(([name, kind]) => `${name} ${types[kind]}`);

const tables = `
  CREATE TABLE companies (uuid TEXT PRIMARY KEY, name TEXT NOT NULL, client TEXT NOT NULL UNIQUE);
  CREATE TABLE plans (
    uuid TEXT PRIMARY KEY, company TEXT NOT NULL REFERENCES companies (uuid), title TEXT NOT NULL,
    start_date TEXT NOT NULL, expiration_date TEXT NOT NULL, renewed_until TEXT, created TEXT NOT NULL,
    catalog TEXT, is_active INTEGER NOT NULL, cap_percent INTEGER, applied INTEGER NOT NULL,
    is_locked INTEGER NOT NULL, is_auto_applied INTEGER, prior_renewals TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE licenses (
    id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, plan TEXT NOT NULL REFERENCES plans (uuid),
    email TEXT COLLATE NOCASE, salesforce_id TEXT, status TEXT NOT NULL
      CHECK (status IN ('unassigned', 'assigned', 'activated', 'revoked')),
    assigned_at TEXT, activated_at TEXT, revoked_at TEXT,
    CHECK ((email IS NULL) = (status = 'unassigned'))
  );
  CREATE INDEX licenses_by_status ON licenses (plan, status);
  CREATE INDEX licenses_by_email ON licenses (email, plan);
  CREATE TABLE jobs (
    uuid TEXT PRIMARY KEY, company TEXT NOT NULL REFERENCES companies (uuid),
    created TEXT NOT NULL, is_notified INTEGER NOT NULL, request TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE learner_summary (
    id INTEGER PRIMARY KEY, company TEXT NOT NULL REFERENCES companies (uuid), ${columns.join(', ')}
  );
  CREATE INDEX learner_summary_by_activity ON learner_summary (company, last_activity_date DESC, id);
  CREATE INDEX learner_summary_by_enrollment ON learner_summary (user_email, courserun_key);
  PRAGMA user_version = ${String(version)};
`;

/** Whether a database has no state yet. @throws an Error where it holds something else */
export function isNew(database: DatabaseSync): boolean {
  const found = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  const { count } = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get() ?? {};
  if (found === version) return false;
  if (found === 0 && count === 0) return true;
  throw new Error('The state file holds something else; name another, or remove it.');
}

export function createTables(database: DatabaseSync): void {
  database.exec(tables);
}
