import { addUnassignedLicense } from './assign-licenses.ts';
import type { Licensing } from './create-licensing.ts';
import { readCap } from './list-plans.ts';
import type { LicenseFilters } from './revoke-request.ts';

export interface RevokeOptions {
  plan: string;
  /** Whose licenses: their addresses, or filters that must all fit. */
  target: string[] | LicenseFilters;
  /**
   * What a failure undoes: nothing of the others (`none`, the deployed service), or everything (`all`, the
   * reference); `later` stops there and leaves the earlier ones revoked, as the service did until 2024.
   */
  onFailure: 'none' | 'later' | 'all';
}

export interface Revoked {
  license_uuid: string;
  original_status: string;
  user_email: string;
}

export interface Unrevoked {
  error: string;
  error_response_status?: 400 | 404;
  user_email?: string | null;
}

export interface Revocations {
  revoked: Revoked[];
  failed: Unrevoked[];
}

/** Ends a transaction whose changes must not stay. */
class NothingRevoked extends Error {
  override readonly name = 'NothingRevoked';
  readonly failed: Unrevoked;

  constructor(failed: Unrevoked) {
    super('Nothing was revoked.');
    this.failed = failed;
  }
}

/**
 * Revokes assigned and activated licenses; each one leaves a fresh unassigned license behind, and only
 * activated ones count against the cap (api-ground-truth §6.2, peers §5.8).
 */
export function revokeLicenses(licensing: Licensing, options: RevokeOptions): Revocations {
  try {
    return licensing.transact(() => revokeEach(licensing, options));
  } catch (error) {
    if (error instanceof NothingRevoked) return { revoked: [], failed: [error.failed] };
    throw error;
  }
}

function revokeEach(licensing: Licensing, { plan, target, onFailure }: RevokeOptions): Revocations {
  const emails = Array.isArray(target)
    ? target
    : listFiltered(licensing, plan, target, onFailure === 'all');
  const cap = readCap(licensing, plan);
  // Every address counts here, those of licenses that were never activated too.
  if (cap !== undefined && emails.length > cap.remaining) {
    return {
      revoked: [],
      failed: [{ error: 'Plan does not have enough revocations remaining.' }],
    };
  }
  const result: Revocations = { revoked: [], failed: [] };
  for (const email of emails) {
    const outcome = revokeOne(licensing, plan, email);
    if (!('error' in outcome)) {
      result.revoked.push(outcome);
      continue;
    }
    if (onFailure === 'all') throw new NothingRevoked(outcome);
    result.failed.push(outcome);
    if (onFailure === 'later') break;
  }
  return result;
}

function revokeOne(licensing: Licensing, plan: string, email: string | null): Revoked | Unrevoked {
  const { database, now } = licensing;
  // Of two licenses of one address, the one that was not activated goes first.
  const license = database
    .prepare(
      `SELECT uuid, status, email FROM licenses
       WHERE plan = ? AND email = ? AND status IN ('assigned', 'activated') ORDER BY status DESC, id LIMIT 1`,
    )
    .get(plan, email);
  if (license === undefined) {
    const address = email ?? 'None';
    const error = `No license for email ${address} exists in plan ${plan} with a status in ['activated', 'assigned']. user_email: ${address}`;
    return { error, error_response_status: 404, user_email: email };
  }
  const uuid = String(license['uuid']);
  const isActivated = license['status'] === 'activated';
  const cap = readCap(licensing, plan);
  if (isActivated && cap !== undefined && cap.remaining < 1) {
    const error = `Action: license revocation failed for license: ${uuid} because: License revocation limit has been reached.. user_email: ${String(email)}`;
    return { error, error_response_status: 400, user_email: email };
  }
  database
    .prepare(`UPDATE licenses SET status = 'revoked', revoked_at = ? WHERE uuid = ?`)
    .run(now().toISOString(), uuid);
  if (isActivated) {
    database.prepare('UPDATE plans SET applied = applied + 1 WHERE uuid = ?').run(plan);
  }
  addUnassignedLicense(licensing, plan);
  return {
    license_uuid: uuid,
    original_status: String(license['status']),
    user_email: String(license['email']),
  };
}

/**
 * The addresses of the licenses that filters find, null for one that is unassigned. Where one failure undoes
 * all, licenses that cannot be revoked are found only when a status asks for them.
 */
function listFiltered(
  { database }: Licensing,
  plan: string,
  { emailPart, statuses }: LicenseFilters,
  isAtomic: boolean,
): (string | null)[] {
  const found = statuses ?? (isAtomic ? ['activated', 'assigned'] : undefined);
  return database
    .prepare(
      `SELECT email FROM licenses WHERE plan = ?
         AND (? IS NULL OR instr(lower(email), lower(?)) > 0)
         AND (? IS NULL OR status IN (SELECT value FROM json_each(?))) ORDER BY id`,
    )
    .all(plan, emailPart ?? null, emailPart ?? null, toJson(found), toJson(found))
    .map((row) => (row['email'] === null ? null : String(row['email'])));
}

function toJson(list: readonly string[] | undefined): string | null {
  return list === undefined ? null : JSON.stringify(list);
}
