import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';

/** Why a sign-in did not succeed, each with another way to go on. */
const reasons = [
  /** The provider does not answer, or only with faults: later, or by its administrators. */
  'provider-unreachable',
  /** The provider does not know this site or its secret: by whoever set it up. */
  'client-refused',
  /** The person gave up, or may not use this site: again, or by the provider's administrators. */
  'cancelled',
  /** The provider said no for another reason. */
  'provider-refused',
  /** It took too long, was ended before, or was never begun: again. */
  'expired',
  /** The browser brought no cookie: it keeps none, or another browser began. */
  'no-cookie',
  /** The code was used before or is too old: again. */
  'code-refused',
  /** What came back does not fit what was asked: again, and a look by whoever set it up if it stays so. */
  'answer-invalid',
] as const;

export type SignInFailure = (typeof reasons)[number];

/** What the page about a failed sign-in has to word; undefined for anything else in its address. */
export function parseSignInFailure(reason: string | null): SignInFailure | undefined {
  return reasons.find((known) => known === reason);
}

/** What went wrong at the provider, by what openid-client throws. */
export function failureOfError(error: unknown): SignInFailure {
  if (error instanceof AuthorizationResponseError) {
    return error.error === 'access_denied' ? 'cancelled' : 'provider-refused';
  }
  if (error instanceof ResponseBodyError) {
    if (error.status >= 500) return 'provider-unreachable';
    if (error.error === 'invalid_grant') return 'code-refused';
    return isClientError(error.error) ? 'client-refused' : 'provider-refused';
  }
  return isUnreachable(error) ? 'provider-unreachable' : 'answer-invalid';
}

/** A short code for the log: never a message, which could repeat what the provider sent. */
export function codeOfError(error: unknown): string {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    return /^[\w.-]{1,60}$/.test(error.error) ? error.error : 'unknown';
  }
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

function isClientError(error: string): boolean {
  return error === 'invalid_client' || error === 'unauthorized_client';
}

function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // What `fetch` throws where there is no connection.
  if (error instanceof TypeError && error.message === 'fetch failed') return true;
  const code = codeOfError(error);
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT') return true;
  return isFaultyResponse(error.cause) || isUnreachable(error.cause);
}

/** By its shape: a server's library may put a `Response` of its own in place of the global one. */
function isFaultyResponse(cause: unknown): boolean {
  if (typeof cause !== 'object' || cause === null || !('status' in cause)) return false;
  return typeof cause.status === 'number' && cause.status >= 500;
}
