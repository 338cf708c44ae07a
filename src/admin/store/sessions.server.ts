import type { Role, Store } from './schema.server.ts';
import { createSecret, hashSecret } from './secrets.server.ts';

/** How much of the idle limit may pass before a request is noted: most requests write nothing. */
const noteAfterShare = 1 / 30;

/** A person who is signed in. Times are milliseconds since 1970. */
export interface Session {
  /** What the browser's cookie holds; the store has only its hash. */
  id: string;
  subject: string;
  name: string;
  role: Role;
  csrfToken: string;
  idToken: string;
  createdAt: number;
  expiresAt: number;
}

export interface SessionLimits {
  /** Milliseconds without a request after which a session ends. */
  idleMs: number;
  /** Milliseconds after which it ends whatever happens. */
  maxAgeMs: number;
}

/** Begins a session with an id that nobody has seen before. */
export async function createSession(
  store: Store,
  person: Pick<Session, 'subject' | 'name' | 'role' | 'idToken'>,
  { now, limits }: { now: number; limits: SessionLimits },
): Promise<Session> {
  const session: Session = {
    ...person,
    id: createSecret(),
    csrfToken: createSecret(),
    createdAt: now,
    expiresAt: now + limits.maxAgeMs,
  };
  await store
    .insertInto('sessions')
    .values({
      id_hash: hashSecret(session.id),
      subject: session.subject,
      name: session.name,
      role: session.role,
      csrf_token: session.csrfToken,
      id_token: session.idToken,
      data: '{}',
      created_at: toIso(now),
      last_seen_at: toIso(now),
      expires_at: toIso(session.expiresAt),
    })
    .execute();
  return session;
}

/**
 * The session of a cookie's value, and notes that it was seen; undefined where there is none, where it was idle
 * for too long, or is too old.
 */
export async function getSession(
  store: Store,
  id: string,
  { now, limits }: { now: number; limits: SessionLimits },
): Promise<Session | undefined> {
  const row = await store
    .selectFrom('sessions')
    .selectAll()
    .where('id_hash', '=', hashSecret(id))
    .where('expires_at', '>', toIso(now))
    .where('last_seen_at', '>', toIso(now - limits.idleMs))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (Date.parse(row.last_seen_at) < now - limits.idleMs * noteAfterShare) {
    await store
      .updateTable('sessions')
      .set({ last_seen_at: toIso(now) })
      .where('id_hash', '=', row.id_hash)
      .execute();
  }
  return {
    id,
    subject: row.subject,
    name: row.name,
    role: row.role,
    csrfToken: row.csrf_token,
    idToken: row.id_token,
    createdAt: Date.parse(row.created_at),
    expiresAt: Date.parse(row.expires_at),
  };
}

/** Ends a session; fine where there is none. */
export async function deleteSession(store: Store, id: string): Promise<void> {
  await store.deleteFrom('sessions').where('id_hash', '=', hashSecret(id)).execute();
}

/** What pages keep for a person until sign-out, such as filters; an empty object at first. */
export async function getSessionData(store: Store, id: string): Promise<Record<string, unknown>> {
  const row = await store
    .selectFrom('sessions')
    .select('data')
    .where('id_hash', '=', hashSecret(id))
    .executeTakeFirst();
  return row === undefined ? {} : (JSON.parse(row.data) as Record<string, unknown>);
}

/** Replaces all of what `getSessionData` gives. */
export async function setSessionData(
  store: Store,
  id: string,
  data: Record<string, unknown>,
): Promise<void> {
  await store
    .updateTable('sessions')
    .set({ data: JSON.stringify(data) })
    .where('id_hash', '=', hashSecret(id))
    .execute();
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}
