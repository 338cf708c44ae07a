import type { Store } from './schema.server.ts';
import type { SessionLimits } from './sessions.server.ts';

/**
 * Forgets what is no longer needed: sessions and sign-ins that have ended, and addresses of learners with their
 * results once the operation has been over for `resultsKeptMs`. Operations and the audit log stay, which hold no
 * address. Answers how many rows went.
 */
export async function deleteOldRows(
  store: Store,
  { now, limits, resultsKeptMs }: { now: number; limits: SessionLimits; resultsKeptMs: number },
): Promise<{ sessions: number; signIns: number; results: number }> {
  const toIso = (ms: number) => new Date(ms).toISOString();
  const sessions = await store
    .deleteFrom('sessions')
    .where((or) =>
      or.or([
        or('expires_at', '<=', toIso(now)),
        or('last_seen_at', '<=', toIso(now - limits.idleMs)),
      ]),
    )
    .executeTakeFirst();
  const signIns = await store
    .deleteFrom('sign_ins')
    .where('expires_at', '<=', toIso(now))
    .executeTakeFirst();
  const results = await store
    .deleteFrom('results')
    .where('operation_id', 'in', (operations) =>
      operations
        .selectFrom('operations')
        .select('id')
        .where('ended_at', '<=', toIso(now - resultsKeptMs)),
    )
    .executeTakeFirst();
  return {
    sessions: Number(sessions.numDeletedRows),
    signIns: Number(signIns.numDeletedRows),
    results: Number(results.numDeletedRows),
  };
}
