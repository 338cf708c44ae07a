import type { Clock } from './clock.ts';
import type { TokenResource } from './contract/index.ts';

const defaultLifetimeMs = 5 * 60_000;

/** A token is renewed so long before it expires, or at nine tenths of a short life. */
const renewAheadMs = 60_000;

export interface TokenSource {
  get: () => Promise<string>;
  /** Whether a refused token can be replaced by another. */
  readonly isRenewable: boolean;
  /** Gets another token in place of one that was refused; one renewal at a time serves all who ask. */
  replace: (refused: string) => Promise<string>;
}

export function createFixedToken(token: string): TokenSource {
  return { get: async () => token, isRenewable: false, replace: async () => token };
}

/** Keeps the token that `fetchToken` gets, renews it before it expires, and never asks twice at a time. */
export function createTokenSource(
  fetchToken: () => Promise<TokenResource>,
  clock: Clock,
): TokenSource {
  let current: { token: string; renewAt: number } | undefined;
  let pending: Promise<string> | undefined;

  const renew = (): Promise<string> => {
    pending ??= fetchToken()
      .then((answer) => {
        const lifetimeMs = lifetimeOf(answer, clock.now());
        const renewAt = clock.now() + Math.max(lifetimeMs - renewAheadMs, lifetimeMs * 0.9 - 1000);
        current = { token: answer.access_token, renewAt };
        return answer.access_token;
      })
      .finally(() => {
        pending = undefined;
      });
    return pending;
  };

  return {
    isRenewable: true,
    get: async () =>
      current !== undefined && clock.now() < current.renewAt ? current.token : renew(),
    replace: async (refused) =>
      current !== undefined && current.token !== refused ? current.token : renew(),
  };
}

/** `expires_in` as a number or text, else `exp` of the JWT, else five minutes (api-ground-truth §11.6). */
function lifetimeOf(answer: TokenResource, now: number): number {
  const seconds = Number(answer.expires_in ?? Number.NaN);
  if (Number.isFinite(seconds) && seconds > 0) return seconds * 1000;
  const expiry = expiryOf(answer.access_token);
  return expiry === undefined ? defaultLifetimeMs : Math.max(0, expiry - now);
}

function expiryOf(token: string): number | undefined {
  const payload = token.split('.')[1];
  if (payload === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    const { exp } = claims as { exp?: unknown };
    return typeof exp === 'number' ? exp * 1000 : undefined;
  } catch {
    return undefined;
  }
}
