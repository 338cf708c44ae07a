import { createAdaptorServer } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { createSignInProvider, sandboxPeople, type SandboxPerson } from '#sandbox';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteStore } from '../../test/admin-stores.ts';
import { createCookieBrowser, type CookieBrowser, type Visit } from '../../test/cookie-browser.ts';
import { startServer } from '../../test/http-server.ts';
import { answerDenial } from '../guard/answer-denial.server.ts';
import { createGuard } from '../guard/create-guard.server.ts';
import type { Route } from '../guard/decide.server.ts';
import { listAuditEntries } from '../store/audit-log.server.ts';
import { getSession } from '../store/sessions.server.ts';
import { signInPaths } from './addresses.server.ts';
import { createSignIn, type SignInOptions } from './create-sign-in.server.ts';
import { signInRoutes } from './sign-in-routes.server.ts';

const minute = 60_000;
const limits = { idleMs: 30 * minute, maxAgeMs: 12 * 60 * minute };
const paths = signInPaths({ basePath: '/' });
const roles = { claim: 'roles', viewer: ['prospectus-viewer'], manager: ['prospectus-manager'] };

const pages = ['/admin/', '/admin/plans/'].map((path): Route => ({
  path,
  methods: ['GET'],
  access: 'signed-in',
  effect: 'read',
}));

/** A site with sign-in and two pages, behind the guard, that say who is signed in. */
async function startSite(changes: Partial<SignInOptions['provider']> = {}) {
  const clock = { now: Date.now() };
  const failures: string[] = [];
  const store = await openSqliteStore();
  const server = createAdaptorServer({ fetch: (request) => answer(request) });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const provider = await createSignInProvider({
    redirectUris: [`${url}${paths.callback}`],
    signedOutUris: [`${url}${paths.ended}`],
  });
  onTestFinished(async () => {
    server.close();
    await provider.close();
  });
  const site = { adminUrl: url, basePath: '/' };
  const guard = createGuard({
    routes: [...signInRoutes, ...pages],
    ...{ site, store, limits },
    now: () => clock.now,
  });
  const signIn = createSignIn({
    site,
    provider: {
      issuer: provider.issuer,
      clientId: provider.clientId,
      clientSecret: provider.clientSecret,
      scope: 'openid profile',
      ...changes,
    },
    ...{ roles, limits, store },
    now: () => clock.now,
    onFailure: (failure, code) => failures.push(`${failure}: ${code}`),
  });

  async function answer(request: Request): Promise<Response> {
    const decision = await guard(request, '127.0.0.1');
    if (decision.kind === 'static') return new Response('static');
    if (decision.kind === 'deny') return answerDenial(decision, { request, basePath: '/' });
    const { session } = decision;
    const { pathname } = new URL(request.url);
    if (pathname === paths.begin) return signIn.begin(request);
    if (pathname === paths.callback) return signIn.complete(request);
    if (pathname === paths.end && session !== undefined) return signIn.end(session);
    return Response.json(session === undefined ? 'nobody' : [session.name, session.role]);
  }

  return { url, provider, clock, store, failures };
}

type Site = Awaited<ReturnType<typeof startSite>>;

async function openSignIn(browser: CookieBrowser, site: Site, query = ''): Promise<Visit> {
  return browser.open(`${site.url}${paths.begin}${query}`);
}

async function signInAs(browser: CookieBrowser, site: Site, person: SandboxPerson, query = '') {
  const { email, password } = person;
  return browser.submit(await openSignIn(browser, site, query), { email, password });
}

/** The address that the provider sends back to, which the browser does not open yet. */
async function getCallback(browser: CookieBrowser, site: Site): Promise<string> {
  const { email, password } = sandboxPeople.manager;
  const page = await openSignIn(browser, site);
  const until = `${site.url}${paths.callback}`;
  return (await browser.submit(page, { email, password }, { until })).url;
}

function sessionIdOf(browser: CookieBrowser, site: Site): string | undefined {
  return browser.cookies.get(new URL(site.url).host)?.get('prospectus-session');
}

test.each([
  ['manager', 'manager'],
  ['viewer', 'viewer'],
  ['noRole', 'none'],
] as const)('the person %s signs in with the role %s and comes back', async (key, role) => {
  const site = await startSite();
  const browser = createCookieBrowser();
  const person = sandboxPeople[key];

  const page = await signInAs(browser, site, person, '?return=/admin/plans/%3Ftab=locks');

  expect(page.url).toBe(`${site.url}/admin/plans/?tab=locks`);
  expect(JSON.parse(page.html)).toEqual([person.name, role]);
  expect(await listAuditEntries(site.store, { limit: 9 })).toMatchObject([
    { action: 'sign-in', name: person.name, detail: { role } },
  ]);
  expect(site.failures).toEqual([]);
});

test('who asks for a page without a session signs in and sees that page', async () => {
  const site = await startSite();
  const browser = createCookieBrowser();
  const { email, password, name } = sandboxPeople.viewer;

  const question = await browser.open(`${site.url}/admin/plans/?tab=locks`);
  const page = await browser.submit(question, { email, password });

  expect(page.url).toBe(`${site.url}/admin/plans/?tab=locks`);
  expect(JSON.parse(page.html)).toEqual([name, 'viewer']);
});

test('a return address at another site is not followed', async () => {
  const site = await startSite();

  const page = await signInAs(
    createCookieBrowser(),
    site,
    sandboxPeople.viewer,
    '?return=//evil.example/admin/',
  );

  expect(page.url).toBe(`${site.url}/admin/`);
});

test('a wrong password is told on the page, and the right one goes on', async () => {
  const site = await startSite();
  const browser = createCookieBrowser();
  const { email, password } = sandboxPeople.manager;

  const refused = await browser.submit(await openSignIn(browser, site), { email, password: 'x' });
  const accepted = await browser.submit(refused, { email, password });

  expect([refused.status, accepted.status]).toEqual([401, 200]);
  expect(refused.html).toContain('do not belong together');
  expect(sessionIdOf(browser, site)).toBeDefined();
});

test('who gives up is led to the page that says so', async () => {
  const site = await startSite();
  const browser = createCookieBrowser();

  const page = await browser.submit(await openSignIn(browser, site), { choice: 'cancel' });

  expect(page.url).toBe(`${site.url}${paths.failed}?why=cancelled`);
  expect(site.failures).toEqual(['cancelled: access_denied']);
});

test('a callback that is opened twice signs in once', async () => {
  const site = await startSite();
  const browser = createCookieBrowser();
  const callback = await getCallback(browser, site);

  await browser.open(callback);
  const again = await browser.open(callback);

  expect(again.url).toBe(`${site.url}${paths.failed}?why=expired`);
  expect(await site.store.selectFrom('sessions').select('subject').execute()).toHaveLength(1);
});

test('a code that was used is refused with another sign-in’s state', async () => {
  const site = await startSite();
  const browser = createCookieBrowser();
  const used = new URL(await getCallback(browser, site));
  await browser.open(used.href);
  const fresh = new URL(await openCallbackAgain(browser, site));
  fresh.searchParams.set('code', used.searchParams.get('code')!);

  const page = await browser.open(fresh.href);

  expect(new URL(page.url).searchParams.get('why')).toBe('code-refused');
});

/** The provider still knows the person, so it asks nothing. */
async function openCallbackAgain(browser: CookieBrowser, site: Site): Promise<string> {
  const until = `${site.url}${paths.callback}`;
  return (await browser.open(`${site.url}${paths.begin}`, { until })).url;
}

test('a code of another person’s sign-in is refused: it was asked for with another secret', async () => {
  const site = await startSite();
  const [victim, attacker] = [createCookieBrowser(), createCookieBrowser()];
  const stolen = new URL(await getCallback(victim, site));
  const own = new URL(await getCallback(attacker, site));
  own.searchParams.set('code', stolen.searchParams.get('code')!);

  const page = await attacker.open(own.href);

  expect(new URL(page.url).searchParams.get('why')).toBe('code-refused');
  expect(sessionIdOf(attacker, site)).toBeUndefined();
});

test.each([
  ['state', 'tampered', 'expired'],
  ['state', '', 'expired'],
  ['state', undefined, 'answer-invalid'],
  ['code', undefined, 'answer-invalid'],
  ['code', 'tampered', 'code-refused'],
  ['iss', 'https://evil.example', 'answer-invalid'],
  ['error', 'server_error', 'provider-refused'],
])('a callback whose %s is %j ends with “%s”', async (name, value, why) => {
  const site = await startSite();
  const browser = createCookieBrowser();
  const callback = new URL(await getCallback(browser, site));
  if (value === undefined) callback.searchParams.delete(name);
  else callback.searchParams.set(name, value);

  const page = await browser.open(callback.href);

  expect(new URL(page.url).searchParams.get('why')).toBe(why);
  expect(sessionIdOf(browser, site)).toBeUndefined();
});

test('a callback in another browser signs nobody in', async () => {
  const site = await startSite();
  const callback = await getCallback(createCookieBrowser(), site);
  const other = createCookieBrowser();
  const withCookie = createCookieBrowser();
  await openSignIn(withCookie, site);

  expect((await other.open(callback)).url).toContain('why=no-cookie');
  expect((await withCookie.open(callback)).url).toContain('why=expired');
});

test('a sign-in that takes longer than ten minutes is begun again', async () => {
  const site = await startSite();
  const browser = createCookieBrowser();
  const callback = await getCallback(browser, site);

  site.clock.now += 10 * minute;

  expect((await browser.open(callback)).url).toContain('why=expired');
});

test('sign-ins in two windows of one browser can both be ended', async () => {
  const site = await startSite();
  const browser = createCookieBrowser();
  const first = await getCallback(browser, site);
  const second = await openCallbackAgain(browser, site);

  const pages = [await browser.open(second), await browser.open(first)];

  expect(pages.map(({ url }) => url)).toEqual([`${site.url}/admin/`, `${site.url}/admin/`]);
});

test('a session id that was in the browser before sign-in is worth nothing after it', async () => {
  const site = await startSite();
  const browser = createCookieBrowser();
  await openSignIn(browser, site);
  const planted = 'a'.repeat(43);
  browser.cookies.get(new URL(site.url).host)!.set('prospectus-session', planted);

  await signInAs(browser, site, sandboxPeople.manager);
  const first = sessionIdOf(browser, site)!;
  await browser.open(`${site.url}${paths.begin}`);
  const second = sessionIdOf(browser, site)!;

  expect(new Set([planted, first, second]).size).toBe(3);
  for (const id of [planted, first])
    expect(await getSession(site.store, id, { now: site.clock.now, limits })).toBeUndefined();
});

test('who signs in again to change the person is asked who they are', async () => {
  const site = await startSite();
  const browser = createCookieBrowser();
  await signInAs(browser, site, sandboxPeople.noRole);

  const change = await signInAs(browser, site, sandboxPeople.manager, '?again');

  // The provider's page sends its form by a script.
  const page = await browser.submit(change, {});

  expect(JSON.parse(page.html)).toEqual([sandboxPeople.manager.name, 'manager']);
});

test('sign-out ends the session here and at the provider, and leads back', async () => {
  const site = await startSite();
  const browser = createCookieBrowser();
  await signInAs(browser, site, sandboxPeople.manager);
  const id = sessionIdOf(browser, site)!;

  const session = await getSession(site.store, id, { now: site.clock.now, limits });
  const end = (csrf: string, Origin = site.url) =>
    browser.open(`${site.url}${paths.end}`, {
      request: { method: 'POST', headers: { Origin }, body: new URLSearchParams({ csrf }) },
    });

  const foreign = await end(session!.csrfToken, 'https://evil.example');
  const forged = await end('forged');
  const leaving = await end(session!.csrfToken);
  const question = await browser.open(/url=(.*)$/.exec(leaving.headers.get('Refresh')!)![1]!);
  const left = await browser.submit(question, { logout: 'yes' });

  expect([foreign.status, forged.status, leaving.status]).toEqual([403, 403, 200]);
  expect(left.url).toContain(`${site.url}${paths.ended}`);
  expect(sessionIdOf(browser, site)).toBeUndefined();
  expect(await getSession(site.store, id, { now: site.clock.now, limits })).toBeUndefined();
  // The provider asks again who one is.
  expect((await openSignIn(browser, site)).html).toContain('Password');
});

test('a provider that is not there is told as such', async () => {
  const site = await startSite({ issuer: 'http://127.0.0.1:2' });
  const browser = createCookieBrowser();

  const page = await openSignIn(browser, site);

  expect(page.url).toBe(`${site.url}${paths.failed}?why=provider-unreachable`);
});

test('a secret that the provider does not know is told as such', async () => {
  const site = await startSite({ clientSecret: 'another' });

  const page = await signInAs(createCookieBrowser(), site, sandboxPeople.manager);

  expect(new URL(page.url).searchParams.get('why')).toBe('client-refused');
  expect(site.failures).toEqual(['client-refused: invalid_client']);
});

test('a provider that answers with a fault is unreachable, and is asked again the next time', async () => {
  const faulty = await startServer(() => ({ status: 503, body: 'down' }));
  const site = await startSite({ issuer: faulty.url });
  const browser = createCookieBrowser();

  const pages = [await openSignIn(browser, site), await openSignIn(browser, site)];

  expect(pages.map(({ url }) => new URL(url).searchParams.get('why'))).toEqual([
    'provider-unreachable',
    'provider-unreachable',
  ]);
  expect(faulty.requests).toHaveLength(2);
});

test.each(['http://login.tarnholt.example', 'http://127.0.0.1.evil.example', 'ftp://localhost'])(
  'the issuer %s is refused',
  async (issuer) => {
    await expect(startSite({ issuer })).rejects.toThrow('must be an https address');
  },
);
