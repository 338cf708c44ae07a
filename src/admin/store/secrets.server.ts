import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as text for cookies, forms and addresses. */
export function createSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the store keeps in place of a secret: it is random enough to need no salt. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
