import type { Store } from './schema.server.ts';

/** Something that happened. */
export interface AuditEntry {
  /** Grows with every entry; its order is that of writing. */
  id: number;
  /** Milliseconds since 1970. */
  at: number;
  /** Who: the provider's identifier and the name at that time. */
  subject: string;
  name: string;
  /** A code, such as `sign-in` or `assign-licenses-confirmed`. */
  action: string;
  operationId: string | undefined;
  /** Numbers and codes; never an address of a learner, which only results hold. */
  detail: Record<string, string | number | boolean | null>;
}

/** Adds to the log. What is in it can't be changed or removed: the database refuses. */
export async function addAuditEntry(
  store: Store,
  entry: Omit<AuditEntry, 'id' | 'operationId' | 'detail'> &
    Partial<Pick<AuditEntry, 'operationId' | 'detail'>>,
): Promise<void> {
  await store
    .insertInto('audit_log')
    .values({
      at: new Date(entry.at).toISOString(),
      subject: entry.subject,
      name: entry.name,
      action: entry.action,
      operation_id: entry.operationId ?? null,
      detail: JSON.stringify(entry.detail ?? {}),
    })
    .execute();
}

/** The log, newest first; `before` is the last id of the page above. */
export async function listAuditEntries(
  store: Store,
  { limit, before, operationId }: { limit: number; before?: number; operationId?: string },
): Promise<AuditEntry[]> {
  let query = store.selectFrom('audit_log').selectAll().orderBy('id', 'desc').limit(limit);
  if (before !== undefined) query = query.where('id', '<', before);
  if (operationId !== undefined) query = query.where('operation_id', '=', operationId);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    at: Date.parse(row.at),
    subject: row.subject,
    name: row.name,
    action: row.action,
    operationId: row.operation_id ?? undefined,
    detail: JSON.parse(row.detail) as AuditEntry['detail'],
  }));
}
