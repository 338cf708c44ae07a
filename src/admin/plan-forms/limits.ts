export { enrollmentProductLimit, enrollmentSumLimit } from '#enterprise-api/contract';

/** Addresses in one review. The API sets no limit; a page and its answer stay within a megabyte. */
export const addressLimit = 10_000;

/** Course runs in one review: with all addresses they are a million enrollments, and 2,000 requests. */
export const runLimit = 100;

/** Characters of greeting and closing, each (peers §5.8). */
export const messageLimit = 50_000;

/** From how many revocations on a person types what they confirm. */
const typedAbove = 10;

/** What a person has to type before so many licenses are revoked; undefined where it is few. */
export function revocationPhrase(count: number): string | undefined {
  return count > typedAbove ? `revoke ${String(count)}` : undefined;
}

/** Case and spaces around are not what it is about. */
export function isPhrase(typed: string, phrase: string): boolean {
  return typed.trim().replaceAll(/\s+/g, ' ').toLowerCase() === phrase;
}
