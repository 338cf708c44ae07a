import { expect, test } from 'vitest';
import { describeStores, openSqliteStore } from '../../test/admin-stores.ts';
import type { Store } from './schema.server.ts';
import {
  createSession,
  deleteSession,
  getSession,
  getSessionData,
  setSessionData,
} from './sessions.server.ts';

const minute = 60_000;
const start = Date.parse('2026-11-25T08:00:00Z');
const limits = { idleMs: 30 * minute, maxAgeMs: 12 * 60 * minute };
const person = {
  subject: 'mona',
  name: 'Mona Manager',
  role: 'manager',
  idToken: 'x.y.z',
} as const;

async function begin(store: Store) {
  return createSession(store, person, { now: start, limits });
}

describeStores((openEmptyStore) => {
  test('a session is found by what the cookie holds, and by nothing that the store holds', async () => {
    const store = await openEmptyStore();
    const session = await begin(store);

    const [row] = await store.selectFrom('sessions').selectAll().execute();

    expect(await getSession(store, session.id, { now: start, limits })).toEqual(session);
    expect(await getSession(store, row!.id_hash, { now: start, limits })).toBeUndefined();
    expect(JSON.stringify(row)).not.toContain(session.id);
  });

  test('a session ends when nobody used it for the idle limit', async () => {
    const store = await openEmptyStore();
    const { id } = await begin(store);

    expect(await getSession(store, id, { now: start + 30 * minute, limits })).toBeUndefined();
  });

  test('a session that is used lasts until its absolute limit and not a moment longer', async () => {
    const store = await openEmptyStore();
    const { id } = await begin(store);

    for (let now = start; now < start + limits.maxAgeMs; now += 20 * minute)
      expect(await getSession(store, id, { now, limits })).toBeDefined();

    expect(await getSession(store, id, { now: start + limits.maxAgeMs, limits })).toBeUndefined();
  });

  test('a session that was ended is gone; ending it again is fine', async () => {
    const store = await openEmptyStore();
    const { id } = await begin(store);

    await deleteSession(store, id);
    await deleteSession(store, id);

    expect(await getSession(store, id, { now: start, limits })).toBeUndefined();
  });

  test('each session has an id and a token of its own', async () => {
    const store = await openEmptyStore();
    const [first, second] = [await begin(store), await begin(store)];

    expect(new Set([first.id, second.id, first.csrfToken, second.csrfToken]).size).toBe(4);
    expect(first.id).toMatch(/^[\w-]{43}$/);
  });

  test('data of a session is kept for it alone', async () => {
    const store = await openEmptyStore();
    const [first, second] = [await begin(store), await begin(store)];

    await setSessionData(store, first.id, { filters: { address: 'ada@tarnholt.example' } });

    expect(await getSessionData(store, first.id)).toEqual({
      filters: { address: 'ada@tarnholt.example' },
    });
    expect(await getSessionData(store, second.id)).toEqual({});
  });
});

test('a session that was just noted is not noted again', async () => {
  const store = await openSqliteStore();
  const { id } = await begin(store);

  await getSession(store, id, { now: start + 30_000, limits });
  const [early] = await store.selectFrom('sessions').select('last_seen_at').execute();
  await getSession(store, id, { now: start + 2 * minute, limits });
  const [late] = await store.selectFrom('sessions').select('last_seen_at').execute();

  expect(early!.last_seen_at).toBe('2026-11-25T08:00:00.000Z');
  expect(late!.last_seen_at).toBe('2026-11-25T08:02:00.000Z');
});
