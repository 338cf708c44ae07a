import { enrollmentProductLimit, enrollmentSumLimit } from '#enterprise-api/contract';
import type { Chunk } from './types.ts';

type Part<Kind extends Chunk['kind']> = Extract<Chunk, { kind: Kind }>;

/** In the order given; Salesforce ids stay beside their addresses, and are left out where nobody has one. */
export function cutAssignment(
  addresses: readonly { email: string; salesforceId?: string | undefined }[],
  size: number,
): Part<'assign'>[] {
  const hasIds = addresses.some(({ salesforceId }) => salesforceId !== undefined);
  return cut(addresses, size).map((some) => ({
    kind: 'assign',
    emails: some.map(({ email }) => email),
    ...(hasIds && { salesforceIds: some.map(({ salesforceId }) => salesforceId ?? '') }),
  }));
}

/**
 * The service counts every address of a request against the cap, in use or not (peers §5.8), so none may have
 * more than `remaining`.
 */
export function cutRevocation(
  emails: readonly string[],
  { size, remaining }: { size: number; remaining: number },
): Part<'revoke'>[] {
  const atOnce = Math.max(1, Math.min(size, remaining));
  return cut(emails, atOnce).map((some) => ({ kind: 'revoke', emails: some }));
}

/**
 * Keeps to the limit of the service (addresses times courses) and to that of the reference (both together:
 * peers §5.8); every address meets every course exactly once. A learner's courses stay in one request as far
 * as that goes, since each sends its own e-mail.
 */
export function cutEnrollment(
  emails: readonly string[],
  courseRunKeys: readonly string[],
  size: number,
): Part<'enroll'>[] {
  if (emails.length === 0 || courseRunKeys.length === 0) return [];
  const keysAtOnce = Math.min(courseRunKeys.length, enrollmentProductLimit, enrollmentSumLimit - 1);
  const emailsAtOnce = Math.min(
    size,
    Math.floor(enrollmentProductLimit / keysAtOnce),
    enrollmentSumLimit - keysAtOnce,
  );
  return cut(emails, emailsAtOnce).flatMap((some) =>
    cut(courseRunKeys, keysAtOnce).map((keys) => ({
      kind: 'enroll' as const,
      emails: some,
      courseRunKeys: keys,
    })),
  );
}

function cut<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
