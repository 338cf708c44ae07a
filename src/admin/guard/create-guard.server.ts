import type { SiteAddress } from '../sign-in/addresses.server.ts';
import type { Store } from '../store/schema.server.ts';
import { getSession, type Session, type SessionLimits } from '../store/sessions.server.ts';
import { BodyTooLargeError, readLimitedBody } from './body.server.ts';
import { readCookie, sessionCookie } from './cookies.server.ts';
import { decide, type Route } from './decide.server.ts';
import { addressKey, createRateLimit } from './rate-limit.server.ts';
import { hasCsrfToken, hasOwnOrigin, readForm } from './write-check.server.ts';

/** Requests a minute. A page makes one for itself and one for each of its panels. */
const defaultRates = { address: 1200, anonymous: 60, session: 600 };

export interface GuardOptions {
  routes: Route[];
  site: SiteAddress;
  store: Store;
  limits: SessionLimits;
  /** Milliseconds since 1970. */
  now: () => number;
  rates?: Partial<typeof defaultRates>;
}

export type GuardAnswer =
  /** A file of the static site, or nothing: never to be handed to Astro. */
  | { kind: 'static' }
  /** `request` is to be used from here on: its body is in memory and within its limit. */
  | { kind: 'allow'; request: Request; session: Session | undefined }
  | Denial;

export interface Denial {
  kind: 'deny';
  status: 400 | 401 | 403 | 404 | 405 | 413 | 429;
  reason: DenialReason;
  /** Seconds, for 429. */
  retryAfterS?: number;
  session: Session | undefined;
}

export type DenialReason =
  | 'bad-address'
  | 'not-signed-in'
  | 'no-right'
  | 'unknown'
  | 'wrong-method'
  | 'foreign-origin'
  | 'no-form'
  | 'no-token'
  | 'too-large'
  | 'too-many';

const reasonOfStatus = {
  400: 'bad-address',
  401: 'not-signed-in',
  403: 'no-right',
  404: 'unknown',
  405: 'wrong-method',
} as const;

/**
 * The one place that decides what goes on to the admin server. `address` is the visitor's network address, which
 * behind a proxy only a header of that proxy tells.
 */
export function createGuard({
  routes,
  site,
  store,
  limits,
  now,
  rates,
}: GuardOptions): (request: Request, address: string) => Promise<GuardAnswer> {
  const perMinute = { ...defaultRates, ...rates };
  const ofAddress = createRateLimit({ perMinute: perMinute.address, now });
  const ofAnonymous = createRateLimit({ perMinute: perMinute.anonymous, now });
  const ofSession = createRateLimit({ perMinute: perMinute.session, now });
  const cookie = sessionCookie(site);

  return async (request, address) => {
    const { method, url } = request;
    const table = { routes, basePath: site.basePath };
    // What needs no person costs no look at the store and counts for no limit.
    const forAll = decide({ method, url, role: undefined }, table);
    if (forAll.kind === 'static') return forAll;
    const isRead = method === 'GET' || method === 'HEAD';
    if (isRead && forAll.kind === 'allow' && forAll.routes.every((route) => route.isUnlimited)) {
      return { kind: 'allow', request, session: undefined };
    }
    const key = addressKey(address);
    const waitS = ofAddress.take(key);
    if (waitS !== undefined) return deny(429, 'too-many', { retryAfterS: waitS });
    const id = readCookie(request, cookie);
    const session =
      id === undefined ? undefined : await getSession(store, id, { now: now(), limits });
    const retryAfterS =
      session === undefined ? ofAnonymous.take(key) : ofSession.take(session.subject);
    if (retryAfterS !== undefined) return deny(429, 'too-many', { retryAfterS, session });

    const decision = decide({ method, url, role: session?.role }, table);
    if (decision.kind === 'static') return decision;
    if (decision.kind === 'deny') {
      return deny(decision.status, reasonOfStatus[decision.status], { session });
    }
    if (isRead) return { kind: 'allow', request, session };
    return checkBody(request, decision.routes, session);
  };

  async function checkBody(
    request: Request,
    allowed: Route[],
    session: Session | undefined,
  ): Promise<GuardAnswer> {
    if (!hasOwnOrigin(request, site.adminUrl)) return deny(403, 'foreign-origin', { session });
    try {
      const limited = await readLimitedBody(request, getMaxBytes(allowed));
      // Pages and actions take nothing else, and would end in an error of their own.
      const form = await readForm(limited);
      if (form === undefined) return deny(400, 'no-form', { session });
      const isWrite = allowed.some(({ effect }) => effect === 'write');
      const isMeant =
        !isWrite || (session !== undefined && hasCsrfToken(limited, form, session.csrfToken));
      return isMeant
        ? { kind: 'allow', request: limited, session }
        : deny(403, 'no-token', { session });
    } catch (error) {
      if (error instanceof BodyTooLargeError) return deny(413, 'too-large', { session });
      throw error;
    }
  }
}

function deny(
  status: Denial['status'],
  reason: DenialReason,
  { session, retryAfterS }: { session?: Session | undefined; retryAfterS?: number } = {},
): Denial {
  return {
    kind: 'deny',
    ...{ status, reason, session },
    ...(retryAfterS !== undefined && { retryAfterS }),
  };
}

/** The smallest one that a route sets, where one does. */
function getMaxBytes(routes: Route[]): number | undefined {
  const set = routes.flatMap(({ maxBodyBytes }) => maxBodyBytes ?? []);
  return set.length === 0 ? undefined : Math.min(...set);
}
