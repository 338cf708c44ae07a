import { createHash } from 'node:crypto';
import type { LearnerRow } from './fields.ts';

/**
 * Each enrollment once, the first copy of it: a list that changes while it is read may send a row twice. Keeps
 * one short hash for each row, and no row.
 */
export async function* uniqueRows(rows: AsyncIterable<LearnerRow>): AsyncGenerator<LearnerRow> {
  const seen = new Set<string>();
  for await (const row of rows) {
    const identity = identityOf(row);
    if (identity !== undefined && seen.has(identity)) continue;
    if (identity !== undefined) seen.add(identity);
    yield row;
  }
}

/** One learner and run may have several rows, and ids may be missing (api-ground-truth §5.5). */
function identityOf(row: LearnerRow): string | undefined {
  const ids = [row.enrollment_id, row.enterprise_enrollment_id];
  const names = [row.user_email, row.courserun_key, row.enrollment_date];
  if (ids.every((id) => id === null) && row.user_email === null) return undefined;
  const identity = ids.every((id) => id === null) ? names : ids;
  return createHash('sha1').update(JSON.stringify(identity)).digest('base64').slice(0, 16);
}
