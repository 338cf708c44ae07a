import { z } from 'zod';

/** The reference's limit of a bulk enrollment (§3.6.2): addresses and course keys together. */
export const enrollmentSumLimit = 1000;

/** The deployed limit of a bulk enrollment: addresses times course keys (api-ground-truth §6.3). */
export const enrollmentProductLimit = 500;

/** Salesforce ids have 15 characters, or 18 in the form that the service takes (api-ground-truth §6.1). */
const salesforceIdLength = 18;

/** Something with one @ and a dot in its domain. The service has the last word. */
const address = z
  .string()
  .transform(cleanAddress)
  .pipe(z.string().regex(/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/, { error: 'Is no e-mail address.' }));

/** Trimmed, in lower case, each once: the service compares by spelling in places (api-ground-truth §6). */
const addresses = z
  .array(address)
  .transform((list) => [...new Set(list)])
  .pipe(z.array(z.string()).min(1, { error: 'Names no address.' }));

const courseRunKeys = z
  .array(z.string().trim().min(1, { error: 'Is empty.' }))
  .transform((list) => [...new Set(list)])
  .pipe(z.array(z.string()).min(1, { error: 'Names no course.' }));

/** Who gets a license (reference §3.4.2). Of an address given twice, the last Salesforce id counts. */
export const assignRequest = z
  .strictObject({
    user_emails: z.array(address).min(1, { error: 'Names no address.' }),
    user_sfids: z
      .array(z.string().trim())
      .refine((ids) => ids.every((id) => id === '' || id.length >= salesforceIdLength), {
        error: `Ids have ${salesforceIdLength} characters or more.`,
      })
      .optional(),
    greeting: z.string().optional(),
    closing: z.string().optional(),
    notify_users: z.boolean().optional(),
  })
  .refine(
    ({ user_emails: emails, user_sfids: ids }) => ids === undefined || ids.length === emails.length,
    {
      error: 'There must be as many Salesforce ids as addresses.',
      path: ['user_sfids'],
    },
  )
  .transform(({ user_emails: emails, user_sfids: ids, ...rest }) => {
    const byAddress = new Map(emails.map((email, index) => [email, ids?.[index] ?? '']));
    return {
      user_emails: [...byAddress.keys()],
      ...(ids !== undefined && { user_sfids: [...byAddress.values()] }),
      ...rest,
    };
  });

const statuses = z.array(z.enum(['activated', 'assigned', 'unassigned', 'revoked']));

/** As the reference writes filters (§3.5.3), and as the deployed service takes them (api-ground-truth §6.2). */
const filter = z.union([
  z.strictObject({ user_email: z.string() }),
  z.strictObject({ status_in: statuses }),
  z.strictObject({ name: z.literal('user_email'), filter_value: z.string() }),
  z.strictObject({ name: z.literal('status_in'), filter_value: statuses }),
]);

/** Whose licenses are revoked: by address or by filters, never both (reference §3.5.2). */
export const revokeRequest = z
  .strictObject({ user_emails: addresses.optional(), filters: z.array(filter).min(1).optional() })
  .refine(
    ({ user_emails: emails, filters }) => (emails === undefined) !== (filters === undefined),
    {
      error: 'Either user_emails or filters must be given, but not both.',
    },
  );

/** Who is enrolled in what (reference §3.6.2); one call of it, so within the limits of both. */
export const bulkEnrollmentRequest = z.strictObject({
  enterprise_customer_uuid: z.string().trim().min(1),
  emails: addresses,
  course_run_keys: courseRunKeys,
  notify: z.boolean(),
});

/** Without what pasting from an office program brings along: invisible characters (peers §5.8). */
function cleanAddress(text: string): string {
  return text
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .toLowerCase();
}
