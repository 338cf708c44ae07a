import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Steps from an empty database to `schema.server.ts`, in the order of their names. One that was released is
 * never changed: add another. They run on SQLite and PostgreSQL alike.
 */
export function createMigrations(database: 'sqlite' | 'postgres'): Record<string, Migration> {
  return {
    '0001-sessions': { up: createSessions },
    '0002-operations': { up: createOperations },
    '0003-audit-log': {
      up: database === 'sqlite' ? createAuditLogInSqlite : createAuditLogInPostgres,
    },
  };
}

async function createSessions(store: Kysely<unknown>): Promise<void> {
  await store.schema
    .createTable('sessions')
    .addColumn('id_hash', 'text', (column) => column.primaryKey())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('csrf_token', 'text', (column) => column.notNull())
    .addColumn('id_token', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('last_seen_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
  await store.schema
    .createTable('sign_ins')
    .addColumn('state_hash', 'text', (column) => column.primaryKey())
    .addColumn('browser_hash', 'text', (column) => column.notNull())
    .addColumn('nonce', 'text', (column) => column.notNull())
    .addColumn('code_verifier', 'text', (column) => column.notNull())
    .addColumn('return_address', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
}

async function createOperations(store: Kysely<unknown>): Promise<void> {
  await store.schema
    .createTable('operations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('idempotency_key', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('queue', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('retry_of', 'text')
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('problem', 'text')
    .addColumn('wait', 'text')
    .addColumn('counts', 'text')
    .addColumn('runner', 'text')
    .addColumn('stop_asked_at', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text')
    .addColumn('ended_at', 'text')
    .execute();
  await store.schema
    .createIndex('operations_by_time')
    .on('operations')
    .columns(['created_at', 'id'])
    .execute();
  await store.schema
    .createTable('queues')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .execute();
  await store.schema
    .createTable('runners')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('seen_at', 'text', (column) => column.notNull())
    .execute();
  await store.schema
    .createTable('chunks')
    .addColumn('operation_id', 'text', (column) => column.notNull().references('operations.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('request', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('is_asking', 'integer', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('sent_at', 'text')
    .addColumn('answered_at', 'text')
    .addColumn('before', 'text')
    .addColumn('detail', 'text')
    .addPrimaryKeyConstraint('chunks_key', ['operation_id', 'position'])
    .execute();
  await store.schema
    .createTable('results')
    .addColumn('operation_id', 'text', (column) => column.notNull().references('operations.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('chunk_position', 'integer', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('course_run', 'text', (column) => column.notNull())
    .addColumn('salesforce_id', 'text')
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('detail', 'text')
    .addPrimaryKeyConstraint('results_key', ['operation_id', 'position'])
    .execute();
  await store.schema
    .createIndex('results_by_chunk')
    .on('results')
    .columns(['operation_id', 'chunk_position'])
    .execute();
}

async function createAuditLogInSqlite(store: Kysely<unknown>): Promise<void> {
  // autoincrement: a number is never given twice.
  await sql`create table audit_log (id integer primary key autoincrement, at text not null, subject text not null,
    name text not null, action text not null, operation_id text, detail text not null)`.execute(
    store,
  );
  for (const event of ['update', 'delete']) {
    await sql`create trigger ${sql.ref(`audit_log_no_${event}`)} before ${sql.raw(event)} on audit_log
      begin select raise(abort, 'the audit log is append-only'); end`.execute(store);
  }
}

async function createAuditLogInPostgres(store: Kysely<unknown>): Promise<void> {
  await sql`create table audit_log (id integer generated always as identity primary key, at text not null,
    subject text not null, name text not null, action text not null, operation_id text, detail text not null)`.execute(
    store,
  );
  await sql`create function refuse_change_of_audit_log() returns trigger language plpgsql as
    $$ begin raise exception 'the audit log is append-only'; end $$`.execute(store);
  await sql`create trigger audit_log_no_change before update or delete or truncate on audit_log
    for each statement execute function refuse_change_of_audit_log()`.execute(store);
}
