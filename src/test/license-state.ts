import { DatabaseSync } from 'node:sqlite';
import { printedPlan } from './licensing-sandbox.ts';

export type LicenseStatus = 'assigned' | 'activated';

/** Unassigned licenses in a sandbox's file of licenses (`state`), as a bigger contract has them. */
export function addSeats(
  state: string,
  { plan = printedPlan, count }: { plan?: string; count: number },
): void {
  withState(state, (database) => {
    const insert = database.prepare(
      `INSERT INTO licenses (uuid, plan, status) VALUES (?, ?, 'unassigned')`,
    );
    database.exec('BEGIN IMMEDIATE');
    for (let index = 0; index < count; index += 1) insert.run(crypto.randomUUID(), plan);
    database.exec('COMMIT');
  });
}

/** How many licenses that are not revoked each address has, in a sandbox's file of licenses. */
export function listHolders(
  state: string,
  { plan = printedPlan, status }: { plan?: string; status?: LicenseStatus | undefined } = {},
): Map<string, number> {
  return withState(state, (database) => {
    const rows = database
      .prepare(
        `SELECT email, count(*) AS count FROM licenses
         WHERE plan = ? AND status IN (?, ?) GROUP BY email ORDER BY email`,
      )
      .all(plan, status ?? 'assigned', status ?? 'activated');
    return new Map(rows.map((row) => [String(row['email']), Number(row['count'])]));
  });
}

function withState<Result>(file: string, work: (database: DatabaseSync) => Result): Result {
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA busy_timeout = 5000');
    return work(database);
  } finally {
    database.close();
  }
}
