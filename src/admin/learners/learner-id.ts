import { createHmac } from 'node:crypto';
import type { LearnerRow } from './fields.ts';

/**
 * Stands for a learner in addresses and logs: the same for all their rows, and nothing that could be guessed
 * without the key. Undefined for a row that doesn't say whose it is, such as one without consent.
 */
export function learnerIdOf(row: LearnerRow, key: string): string | undefined {
  const identity = learnerIdentityOf(row);
  if (identity === undefined) return undefined;
  return createHmac('sha256', key).update(identity).digest('base64url').slice(0, 22);
}

/** What tells learners apart, in the clear; never to be shown. */
export function learnerIdentityOf({
  enterprise_user_id: userId,
  user_email: email,
}: LearnerRow): string | undefined {
  if (userId !== null) return `user:${userId}`;
  return email === null ? undefined : `email:${email.toLowerCase()}`;
}
