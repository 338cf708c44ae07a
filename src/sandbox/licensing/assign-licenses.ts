import { randomUUID } from 'node:crypto';
import type { Licensing } from './create-licensing.ts';

export interface AssignRequest {
  emails: string[];
  salesforceIds: (string | null)[] | undefined;
}

export interface Assignments {
  num_successful_assignments: number;
  num_already_associated: number;
  license_assignments: { user_email: string; license: string }[];
}

/**
 * Gives every address that has no license of the plan an unassigned one, all or none; the words of the refusal
 * where there are too few (api-ground-truth §6.1). Addresses in lower case, each once.
 */
export function assignLicenses(
  { database, now, transact }: Licensing,
  plan: string,
  { emails, salesforceIds }: AssignRequest,
): Assignments | string {
  const byEmail = new Map(
    emails.map((email, index) => [email.toLowerCase(), salesforceIds?.[index] ?? null]),
  );
  const countTaken = database.prepare(
    `SELECT count(*) AS count FROM licenses WHERE email = ? AND plan = ? AND status <> 'revoked'`,
  );
  const listFree = database.prepare(
    `SELECT uuid FROM licenses WHERE plan = ? AND status = 'unassigned' ORDER BY id`,
  );
  const assign = database.prepare(
    `UPDATE licenses SET email = ?, salesforce_id = ?, status = 'assigned', assigned_at = ? WHERE uuid = ?`,
  );
  return transact(() => {
    let associated = 0;
    const missing: string[] = [];
    for (const email of byEmail.keys()) {
      const count = Number(countTaken.get(email, plan)?.['count']);
      associated += count;
      if (count === 0) missing.push(email);
    }
    const free = listFree.all(plan).map((row) => String(row['uuid']));
    if (missing.length > free.length) return sayTooFew(missing.length, free.length);
    const moment = now().toISOString();
    const assignments = missing.map((email, index) => {
      const license = free[index] ?? '';
      assign.run(email, byEmail.get(email) ?? null, moment, license);
      return { user_email: email, license };
    });
    return {
      num_successful_assignments: assignments.length,
      num_already_associated: associated,
      license_assignments: assignments,
    };
  });
}

/** A license that takes the place of a revoked one. */
export function addUnassignedLicense({ database }: Licensing, plan: string): void {
  database
    .prepare(`INSERT INTO licenses (uuid, plan, status) VALUES (?, ?, 'unassigned')`)
    .run(randomUUID(), plan);
}

/** The services' own words; the space that is missing after "request." is missing there too. */
function sayTooFew(asked: number, free: number): string {
  return (
    'There are not enough licenses that can be assigned to complete your request.' +
    `You attempted to assign ${String(asked)} licenses, but there are only ${String(free)} potentially available.`
  );
}
