import { abortable } from './abortable.ts';
import type { Clock } from './clock.ts';
import type { TokenResource } from './contract/index.ts';
import { readClaims } from './token-claims.ts';

const defaultLifetimeMs = 5 * 60_000;

/** A token is renewed so long before it expires, or at nine tenths of a short life. */
const renewAheadMs = 60_000;

export interface TokenSource {
  get: (signal?: AbortSignal) => Promise<string>;
  /** Whether a refused token can be replaced by another. */
  readonly isRenewable: boolean;
  /** Gets another token in place of one that was refused; one renewal at a time serves all who ask. */
  replace: (refused: string, signal?: AbortSignal) => Promise<string>;
}

export function createFixedToken(token: string): TokenSource {
  return { get: async () => token, isRenewable: false, replace: async () => token };
}

/** Keeps the token that `fetchToken` gets, renews it before it expires, and never asks twice at a time. */
export function createTokenSource(
  fetchToken: (signal: AbortSignal) => Promise<TokenResource>,
  clock: Clock,
): TokenSource {
  let current: { token: string; renewAt: number } | undefined;
  let renewal: Renewal | undefined;

  const start = (): Renewal => {
    const controller = new AbortController();
    const token = fetchToken(controller.signal).then((answer) => {
      const now = clock.now();
      const lifetimeMs = lifetimeOf(answer, now);
      const aheadMs = Math.min(renewAheadMs, lifetimeMs / 10);
      current = { token: answer.access_token, renewAt: now + lifetimeMs - aheadMs };
      return answer.access_token;
    });
    return { token, controller, waiting: 0 };
  };

  // The renewal belongs to all who wait for it: it ends early only when all of them have given up.
  const renew = async (signal: AbortSignal | undefined): Promise<string> => {
    const joined = (renewal ??= start());
    joined.waiting += 1;
    try {
      return await abortable(joined.token, signal);
    } finally {
      joined.waiting -= 1;
      if (joined.waiting === 0) {
        joined.controller.abort();
        if (renewal === joined) renewal = undefined;
      }
    }
  };

  return {
    isRenewable: true,
    get: async (signal) =>
      current !== undefined && clock.now() < current.renewAt ? current.token : renew(signal),
    replace: async (refused, signal) =>
      current !== undefined && current.token !== refused ? current.token : renew(signal),
  };
}

interface Renewal {
  token: Promise<string>;
  controller: AbortController;
  waiting: number;
}

/** `expires_in` as a number or text, else `exp` of the JWT, else five minutes (api-ground-truth §11.6). */
function lifetimeOf(answer: TokenResource, now: number): number {
  const seconds = Number(answer.expires_in ?? Number.NaN);
  if (Number.isFinite(seconds) && seconds > 0) return seconds * 1000;
  const expiry = expiryOf(answer.access_token);
  return expiry !== undefined && expiry > now ? expiry - now : defaultLifetimeMs;
}

function expiryOf(token: string): number | undefined {
  const expiry = readClaims(token)?.['exp'];
  return typeof expiry === 'number' ? expiry * 1000 : undefined;
}
