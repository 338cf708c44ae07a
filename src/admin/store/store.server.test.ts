import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { describeStores } from '../../test/admin-stores.ts';
import { addAuditEntry, listAuditEntries } from './audit-log.server.ts';
import { backUpStore } from './backup.server.ts';
import { openStore } from './open-store.server.ts';
import { createOperation } from './create-operation.server.ts';
import { endOperation, getOperation } from './operations.server.ts';
import { deleteOldRows } from './retention.server.ts';
import { createSession } from './sessions.server.ts';
import { createSignInAttempt, takeSignInAttempt } from './sign-ins.server.ts';

const day = 86_400_000;
const start = Date.parse('2026-11-25T08:00:00Z');
const limits = { idleMs: day / 48, maxAgeMs: day / 2 };
const mona = { subject: 'mona', name: 'Mona Manager', role: 'manager', idToken: '' } as const;
const attempt = {
  state: 'state',
  browserKey: 'browser',
  nonce: 'nonce',
  codeVerifier: 'verifier',
  returnAddress: '/admin/',
  expiresAt: start + 1000,
};

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'prospectus-admin-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describeStores((openEmptyStore) => {
  test('the audit log is read newest first, by page and by operation', async () => {
    const store = await openEmptyStore();
    for (const action of ['sign-in', 'assign', 'sign-out']) {
      await addAuditEntry(store, {
        at: start,
        ...{ subject: 'mona', name: 'Mona Manager', action },
        ...(action === 'assign' && { operationId: 'one', detail: { addresses: 3 } }),
      });
    }

    const [newest] = await listAuditEntries(store, { limit: 1 });
    const older = await listAuditEntries(store, { limit: 5, before: newest!.id });

    expect([newest, ...older].map((entry) => entry?.action)).toEqual([
      'sign-out',
      'assign',
      'sign-in',
    ]);
    expect(await listAuditEntries(store, { limit: 5, operationId: 'one' })).toMatchObject([
      { at: start, action: 'assign', detail: { addresses: 3 } },
    ]);
  });

  test('the database refuses to change or remove an entry of the audit log', async () => {
    const store = await openEmptyStore();
    await addAuditEntry(store, { at: start, subject: 'mona', name: 'Mona', action: 'sign-in' });

    await expect(store.deleteFrom('audit_log').execute()).rejects.toThrow('append-only');
    await expect(
      store.updateTable('audit_log').set({ action: 'nothing' }).execute(),
    ).rejects.toThrow('append-only');
    expect(await listAuditEntries(store, { limit: 5 })).toHaveLength(1);
  });

  test('a sign-in is ended once, and by the browser that began it', async () => {
    const store = await openEmptyStore();
    await createSignInAttempt(store, attempt);

    expect(await takeSignInAttempt(store, { ...attempt, browserKey: 'other' })).toBeUndefined();
    expect(await takeSignInAttempt(store, { ...attempt, state: 'other' })).toBeUndefined();
    expect(await takeSignInAttempt(store, attempt)).toEqual(attempt);
    expect(await takeSignInAttempt(store, attempt)).toBeUndefined();
  });

  test('retention forgets what has ended, and keeps what goes on and what happened', async () => {
    const store = await openEmptyStore();
    await createSession(store, mona, { now: start, limits });
    await createSession(store, mona, { now: start + 100 * day, limits });
    await createSignInAttempt(store, attempt);
    const [old, recent, open] = await Promise.all(
      ['old', 'recent', 'open'].map((idempotencyKey) =>
        createOperation(
          store,
          {
            ...{ ...mona, idempotencyKey, kind: 'assign-licenses', queue: 'plan', settings: {} },
            chunks: [{ request: {}, items: [{ address: 'ada@tarnholt.example' }] }],
          },
          start,
        ),
      ),
    );
    const end = { from: ['waiting'], state: 'done' } as const;
    await endOperation(store, old!.id, { ...end, now: start });
    await endOperation(store, recent!.id, { ...end, now: start + 50 * day });

    const now = start + 100 * day;
    const deleted = await deleteOldRows(store, { now, limits, resultsKeptMs: 90 * day });

    expect(deleted).toEqual({ sessions: 1, signIns: 1, results: 1 });
    expect(await getOperation(store, old!.id)).toMatchObject({ state: 'done', size: 1 });
    const left = await store.selectFrom('results').select('operation_id').execute();
    expect(left.map((row) => row.operation_id).toSorted()).toEqual(
      [recent!.id, open!.id].toSorted(),
    );
  });
});

test('a store is a file that its owner alone reads, and is opened again with all that is in it', async () => {
  const file = path.join(temporaryFolder(), 'inner/admin.db');
  const first = await openStore(file);
  await addAuditEntry(first, { at: start, subject: 'mona', name: 'Mona', action: 'sign-in' });
  await first.destroy();

  const second = await openStore(file);
  onTestFinished(() => second.destroy());

  expect(await listAuditEntries(second, { limit: 5 })).toHaveLength(1);
  expect((statSync(file).mode & 0o077).toString(8)).toBe('0');
});

test('a store of a later version is refused with a reason', async () => {
  const file = path.join(temporaryFolder(), 'admin.db');
  const store = await openStore(file);
  await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '')`.execute(
    store,
  );
  await store.destroy();

  await expect(openStore(file)).rejects.toThrow(/could not be brought up to date.*9999-later/);
});

test('a PostgreSQL server that is not there is told without its password', async () => {
  const opening = openStore('postgres://admin:hidden-word@127.0.0.1:1/prospectus');

  const error: unknown = await opening.catch((reason: unknown) => reason);
  expect(String(error)).toContain('could not be brought up to date');
  expect(String(error)).not.toContain('hidden-word');
});

test('a backup is a whole store, made while it is in use', async () => {
  const folder = temporaryFolder();
  const [file, copy] = [path.join(folder, 'admin.db'), path.join(folder, 'copy.db')];
  const store = await openStore(file);
  onTestFinished(() => store.destroy());
  await addAuditEntry(store, { at: start, subject: 'mona', name: 'Mona', action: 'sign-in' });

  backUpStore(file, copy);
  await addAuditEntry(store, { at: start, subject: 'mona', name: 'Mona', action: 'sign-out' });

  const restored = await openStore(copy);
  onTestFinished(() => restored.destroy());
  const entries = await listAuditEntries(restored, { limit: 5 });
  expect(entries.map(({ action }) => action)).toEqual(['sign-in']);
  expect((statSync(copy).mode & 0o077).toString(8)).toBe('0');
});

test.each([
  ['postgres://127.0.0.1/prospectus', 'new.db', 'pg_dump'],
  ['/nowhere/admin.db', 'new.db', 'There is no admin database'],
  ['package.json', 'package.json', 'is there already'],
])('a backup of %s to %s says what to do', (from, to, message) => {
  expect(() => {
    backUpStore(from, to);
  }).toThrow(message);
});
