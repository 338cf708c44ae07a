import { assignRequest, licenseAssignments } from './contract/index.ts';
import { parseRequest } from './parse-request.ts';
import type { PostJson } from './post-json.ts';

export interface Assignment {
  emails: readonly string[];
  /** One for each address, of 18 characters, or "" where there is none. */
  salesforceIds?: readonly string[] | undefined;
  /** Texts at the beginning and the end of the e-mail. */
  greeting?: string | undefined;
  closing?: string | undefined;
  /** Whether an e-mail goes out; the service's default is yes. */
  notify?: boolean | undefined;
}

export interface AssignmentResult {
  /** Addresses are trimmed and in lower case; each is in one of the two lists. */
  assigned: { email: string; licenseUuid: string }[];
  /** Had a license of the plan before. */
  alreadyAssociated: string[];
}

/**
 * Reference §3.4. The answer is matched by address, since the service loses the order; who is absent from it
 * had a license already (api-ground-truth §6.1, §11.14).
 */
export async function assignLicenses(
  postJson: PostJson,
  path: string,
  { emails, salesforceIds, greeting, closing, notify }: Assignment,
  signal: AbortSignal | undefined,
): Promise<AssignmentResult> {
  const body = parseRequest(assignRequest, {
    user_emails: [...emails],
    ...(salesforceIds !== undefined && { user_sfids: [...salesforceIds] }),
    ...(greeting !== undefined && { greeting }),
    ...(closing !== undefined && { closing }),
    ...(notify !== undefined && { notify_users: notify }),
  });
  return postJson({
    kind: 'assign',
    path,
    body,
    repeatable: true,
    signal,
    read({ status, json }) {
      if (status < 200 || status >= 300) return undefined;
      const answer = licenseAssignments.safeParse(json);
      return answer.success
        ? matchByAddress(body.user_emails, answer.data.license_assignments)
        : undefined;
    },
  });
}

function matchByAddress(
  emails: string[],
  assignments: { user_email: string; license: string }[],
): AssignmentResult {
  const licenses = new Map(
    assignments.map(({ user_email: email, license }) => [email.trim().toLowerCase(), license]),
  );
  const assigned = emails.flatMap((email) => {
    const licenseUuid = licenses.get(email);
    return licenseUuid === undefined ? [] : [{ email, licenseUuid }];
  });
  return { assigned, alreadyAssociated: emails.filter((email) => !licenses.has(email)) };
}
