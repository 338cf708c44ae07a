import { createHmac } from 'node:crypto';
import type { LearnerRow } from './fields.ts';

/**
 * Stands for a learner in addresses and logs: the same for all their rows, and nothing that could be guessed
 * without the key. Undefined for a row that doesn't say whose it is, such as one without consent.
 */
export function learnerIdOf(
  { enterprise_user_id: userId, user_email: email }: LearnerRow,
  key: string,
): string | undefined {
  const identity = userId === null ? email && `email:${email.toLowerCase()}` : `user:${userId}`;
  if (!identity) return undefined;
  return createHmac('sha256', key).update(identity).digest('base64url').slice(0, 22);
}
