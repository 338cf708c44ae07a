import type { z } from 'zod';
import { licenseRevocations, revokeRequest } from './contract/index.ts';
import { redact } from './decode-error.ts';
import { EnterpriseApiHttpError, EnterpriseApiResponseError } from './errors.ts';
import { parseRequest } from './parse-request.ts';
import type { JsonAnswer, PostJson } from './post-json.ts';

export interface RevocationResult {
  /** One for each address, trimmed and in lower case, in the order given; by status, for each that the answer names. */
  entries: RevocationEntry[];
}

export type RevocableStatus = 'activated' | 'assigned';

export type RevocationEntry =
  | { email: string; outcome: 'revoked' }
  /** Has no license of the plan that could be revoked: as good as done. */
  | { email: string; outcome: 'nothing-to-revoke' }
  /** `reason` is the service's, without addresses; absent where it said nothing of the address. */
  | { email: string; outcome: 'failed'; reason?: string };

/**
 * Reference §3.5, and the deployed service, which answers for each address (api-ground-truth §6.2): with 200 or
 * 207, through an older gateway with 400 and the same body, with the last failure's status where all failed.
 * The filter of addresses is never sent: it takes whatever contains the text (§11.13).
 */
export async function revokeLicenses(
  postJson: PostJson,
  path: string,
  emails: readonly string[],
  signal: AbortSignal | undefined,
): Promise<RevocationResult> {
  const { user_emails: addresses = [] } = parseRequest(revokeRequest, { user_emails: [...emails] });
  return postJson({
    kind: 'revoke',
    path,
    body: { user_emails: addresses },
    repeatable: true,
    signal,
    read: (answer) => readAnswer(addresses, answer),
  });
}

/**
 * Revokes every license of the plan that has one of the statuses. Filters are sent as the deployed service takes
 * them and, only where it refuses those as malformed, as the reference writes them (§3.5.3): nothing was done then.
 */
export async function revokeLicensesByStatus(
  postJson: PostJson,
  path: string,
  statuses: readonly RevocableStatus[],
  signal: AbortSignal | undefined,
): Promise<RevocationResult> {
  const values = [...new Set(statuses)];
  const revoke = (filter: StatusFilter) =>
    postJson({
      kind: 'revoke',
      path,
      body: parseRequest(revokeRequest, { filters: [filter] }),
      repeatable: true,
      signal,
      read: (answer) => readAnswerByStatus(path, answer),
    });
  try {
    return await revoke({ name: 'status_in', filter_value: values });
  } catch (error) {
    if (!isMalformedFilter(error)) throw error;
    return revoke({ status_in: values });
  }
}

function isMalformedFilter(error: unknown): boolean {
  return (
    error instanceof EnterpriseApiHttpError &&
    error.status === 400 &&
    /malformed filters|^filters: /i.test(error.detail)
  );
}

/**
 * The addresses that the answer names: none of the reference's 204. An unassigned license has no address.
 * @throws where the older service ended at a license: those before it may be revoked (api-ground-truth §6.2)
 */
function readAnswerByStatus(
  path: string,
  { status, json }: JsonAnswer,
): RevocationResult | undefined {
  if (status === 204) return { entries: [] };
  if (typeof json === 'string' && /\b(user_email:|for email|for license:?) /.test(json)) {
    throw new EnterpriseApiResponseError(path, 'wrong-shape', 'ends at one of several licenses');
  }
  const named = readEntries(status, json);
  if (named === undefined) return undefined;
  const isSuccess = status >= 200 && status < 300;
  return named.size > 0 || isSuccess ? { entries: [...named.values()] } : undefined;
}

/** What became of each address, or undefined where the answer speaks of none of them. */
function readAnswer(emails: string[], { status, json }: JsonAnswer): RevocationResult | undefined {
  if (status === 204) return { entries: emails.map((email) => ({ email, outcome: 'revoked' })) };
  if (typeof json === 'string' && (status === 404 || status === 400)) {
    return readFirstFailure(emails, status, json);
  }
  const entries = readEntries(status, json);
  // A 400 for the whole request, such as that of the cap, names no address: nothing was revoked.
  if (entries === undefined || !emails.some((email) => entries.has(email))) return undefined;
  return fillIn(emails, entries);
}

/** What the lists of an answer say, by address; undefined where it has none. */
function readEntries(status: number, json: unknown): Map<string, RevocationEntry> | undefined {
  const answer = licenseRevocations.safeParse(json);
  const isAnswer = (status >= 200 && status < 300) || status === 400 || status === 404;
  if (!answer.success || !isAnswer) return undefined;
  const { unsuccessful_revocations: failures, successful_revocations: successes } = answer.data;
  const entries = new Map<string, RevocationEntry>();
  for (const failure of failures ?? []) {
    const email = cleanAddress(failure.user_email);
    if (email !== '') entries.set(email, readFailure(email, failure));
  }
  // After the failures: an address given twice, or with two licenses, has one of each.
  for (const success of successes ?? []) {
    const email = cleanAddress(success.user_email);
    entries.set(email, { email, outcome: 'revoked' });
  }
  return entries;
}

function readFailure(
  email: string,
  { error, error_response_status: status }: Failure,
): RevocationEntry {
  if (Number(status) === 404) return { email, outcome: 'nothing-to-revoke' };
  return { email, outcome: 'failed', reason: redact(error ?? '') };
}

/**
 * The older service ends at the first address that fails and names it in a text. By the reference nothing is
 * revoked then; in fact the addresses before it were (api-ground-truth §6.2). So the others are not done, as
 * far as one can tell; asking for them again does no harm.
 */
function readFirstFailure(
  emails: string[],
  status: number,
  text: string,
): RevocationResult | undefined {
  const named =
    /user_email: (\S+?)\.?$/.exec(text.trim())?.[1] ?? /for email (\S+)/.exec(text)?.[1];
  const email = cleanAddress(named);
  if (!emails.includes(email)) return undefined;
  const entry = readFailure(email, { error: text, error_response_status: status });
  return fillIn(emails, new Map([[email, entry]]));
}

function fillIn(emails: string[], entries: Map<string, RevocationEntry>): RevocationResult {
  return {
    entries: emails.map((email) => entries.get(email) ?? { email, outcome: 'failed' }),
  };
}

function cleanAddress(text: string | null | undefined): string {
  return (text ?? '').trim().toLowerCase();
}

type StatusFilter =
  { name: 'status_in'; filter_value: RevocableStatus[] } | { status_in: RevocableStatus[] };

type Failure = Pick<
  NonNullable<z.output<typeof licenseRevocations>['unsuccessful_revocations']>[number],
  'error' | 'error_response_status'
>;
