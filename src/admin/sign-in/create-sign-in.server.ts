import * as oidc from 'openid-client';
import {
  clearCookie,
  createCookie,
  readCookie,
  sessionCookie,
  writeCookie,
} from '../guard/cookies.server.ts';
import { addAuditEntry } from '../store/audit-log.server.ts';
import type { Store } from '../store/schema.server.ts';
import { createSecret } from '../store/secrets.server.ts';
import {
  createSession,
  deleteSession,
  type Session,
  type SessionLimits,
} from '../store/sessions.server.ts';
import { createSignInAttempt, takeSignInAttempt } from '../store/sign-ins.server.ts';
import { parseReturnAddress, signInPaths, type SiteAddress } from './addresses.server.ts';
import { codeOfError, failureOfError, type SignInFailure } from './failure.server.ts';
import { fetchPerson } from './fetch-person.server.ts';
import { renderLeaving } from './leaving.server.ts';
import { createProvider, type ProviderSettings } from './provider.server.ts';
import type { RoleRules } from './role-of-claims.server.ts';

/** How long a person may take at the provider. */
const attemptMs = 10 * 60_000;

export interface SignInOptions {
  site: SiteAddress;
  provider: ProviderSettings;
  roles: RoleRules;
  limits: SessionLimits;
  store: Store;
  /** Milliseconds since 1970. */
  now: () => number;
  /** For the log: a reason and a code, nothing about a person. */
  onFailure?: (failure: SignInFailure, code: string) => void;
}

export interface SignIn {
  /** GET `signInPaths().begin`: sends the browser to the provider. */
  begin(request: Request): Promise<Response>;
  /** GET `signInPaths().callback`: begins a session, or leads to the page about failures. */
  complete(request: Request): Promise<Response>;
  /** POST `signInPaths().end`, after the guard: ends the session here, then at the provider. */
  end(session: Session): Promise<Response>;
}

/** Sign-in by OpenID Connect: code flow with PKCE, state and nonce. Throws where the issuer can't be trusted. */
export function createSignIn(options: SignInOptions): SignIn {
  const { site, store, now } = options;
  const getProvider = createProvider(options.provider);
  const paths = signInPaths(site);
  const cookies = {
    session: sessionCookie(site),
    browser: createCookie('prospectus-sign-in', site.adminUrl),
  };
  return { begin, complete, end };

  async function begin(request: Request): Promise<Response> {
    const { searchParams } = new URL(request.url);
    const codeVerifier = oidc.randomPKCECodeVerifier();
    const attempt = {
      state: oidc.randomState(),
      // Kept from an earlier one, so that sign-ins in two windows can both be ended.
      browserKey: readCookie(request, cookies.browser) ?? createSecret(),
      nonce: oidc.randomNonce(),
      codeVerifier,
      returnAddress: parseReturnAddress(searchParams.get('return'), site),
      expiresAt: now() + attemptMs,
    };
    try {
      const address = oidc.buildAuthorizationUrl(await getProvider(), {
        redirect_uri: `${site.adminUrl}${paths.callback}`,
        scope: options.provider.scope,
        code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        state: attempt.state,
        nonce: attempt.nonce,
        ...(searchParams.has('again') && { prompt: 'login' }),
      });
      await createSignInAttempt(store, attempt);
      const cookie = writeCookie(cookies.browser, attempt.browserKey, {
        maxAgeS: attemptMs / 1000,
      });
      return redirect(address.href, [cookie]);
    } catch (error) {
      return fail(failureOfError(error), codeOfError(error));
    }
  }

  async function complete(request: Request): Promise<Response> {
    const { pathname, search, searchParams } = new URL(request.url);
    const browserKey = readCookie(request, cookies.browser);
    const state = searchParams.get('state');
    if (state === null) return fail('answer-invalid', 'no-state');
    if (browserKey === undefined) return fail('no-cookie', 'no-cookie');
    const attempt = await takeSignInAttempt(store, { state, browserKey });
    if (attempt === undefined) return fail('expired', 'unknown-state');
    if (attempt.expiresAt <= now()) return fail('expired', 'too-late');
    try {
      const provider = await getProvider();
      // Behind a proxy the request's own origin is another one than the provider was told.
      const answer = new URL(`${site.adminUrl}${pathname}${search}`);
      const tokens = await oidc.authorizationCodeGrant(provider, answer, {
        pkceCodeVerifier: attempt.codeVerifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      });
      const person = await fetchPerson(provider, tokens, options.roles);
      return await welcome(request, person, attempt.returnAddress);
    } catch (error) {
      return fail(failureOfError(error), codeOfError(error));
    }
  }

  async function welcome(
    request: Request,
    person: Pick<Session, 'subject' | 'name' | 'role' | 'idToken'>,
    returnAddress: string,
  ): Promise<Response> {
    // An id that was in the browser before must not become that of somebody who is signed in.
    const earlier = readCookie(request, cookies.session);
    if (earlier !== undefined) await deleteSession(store, earlier);
    const session = await createSession(store, person, { now: now(), limits: options.limits });
    await note('sign-in', session);
    return redirect(returnAddress, [writeCookie(cookies.session, session.id)]);
  }

  async function end(session: Session): Promise<Response> {
    await deleteSession(store, session.id);
    await note('sign-out', session);
    const address = await getProviderSignOut(session);
    const cookie = clearCookie(cookies.session);
    return address === undefined
      ? redirect(paths.ended, [cookie])
      : renderLeaving(address, { 'Set-Cookie': cookie });
  }

  /** Undefined where the provider has no such thing, or can't be asked: the session here has ended all the same. */
  async function getProviderSignOut(session: Session): Promise<string | undefined> {
    try {
      const provider = await getProvider();
      if (provider.serverMetadata().end_session_endpoint === undefined) return undefined;
      return oidc.buildEndSessionUrl(provider, {
        id_token_hint: session.idToken,
        post_logout_redirect_uri: `${site.adminUrl}${paths.ended}`,
      }).href;
    } catch (error) {
      options.onFailure?.(failureOfError(error), codeOfError(error));
      return undefined;
    }
  }

  async function note(action: string, session: Session): Promise<void> {
    const { subject, name, role } = session;
    await addAuditEntry(store, { at: now(), subject, name, action, detail: { role } });
  }

  function fail(failure: SignInFailure, code: string): Response {
    options.onFailure?.(failure, code);
    return redirect(`${paths.failed}?why=${failure}`, []);
  }
}

function redirect(address: string, setCookies: string[]): Response {
  const headers = new Headers({ Location: address, 'Cache-Control': 'no-store' });
  for (const cookie of setCookies) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}
