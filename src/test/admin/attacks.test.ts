import { request } from 'node:http';
import { expect, test } from 'vitest';
import { createCookieBrowser } from '../cookie-browser.ts';
import { sandboxPeople } from '#sandbox';
import { startAdminSite, type AdminSite } from './start-site.ts';

const megabyte = 1024 * 1024;
const { email, password } = sandboxPeople.manager;

test('a form that another site sends is not carried out, whatever it holds', async () => {
  const site = await startAdminSite();
  const { ask, csrfToken } = await site.signIn('manager');
  const body = new URLSearchParams({ csrf: csrfToken });

  for (const origin of ['https://evil.example', 'null', `${site.origin}.evil.example`, undefined]) {
    const headers = origin === undefined ? {} : { Origin: origin };
    const { status } = await ask('/admin/sign-out/', { method: 'POST', headers, body });
    expect(status, String(origin)).toBe(403);
  }
  expect((await ask('/admin/')).status).toBe(200);
});

test('a form without the token of its own session is not carried out', async () => {
  const site = await startAdminSite();
  const manager = await site.signIn('manager');
  const other = await site.signIn('viewer');
  const headers = { Origin: site.origin };

  for (const token of [undefined, '', 'guess', other.csrfToken]) {
    const body = new URLSearchParams(token === undefined ? {} : { csrf: token });
    const { status } = await manager.ask('/admin/sign-out/', { method: 'POST', headers, body });
    expect(status, String(token)).toBe(403);
  }
  const body = new URLSearchParams({ csrf: manager.csrfToken });
  await manager.ask('/admin/sign-out/', { method: 'POST', headers, body });
  expect((await manager.ask('/admin/')).status).toBe(303);
});

test('a session id that was planted in the browser is not that of who signs in', async () => {
  const site = await startAdminSite();
  const browser = createCookieBrowser();
  const planted = 'a'.repeat(43);
  const host = new URL(site.origin).host;
  browser.cookies.set(host, new Map([['prospectus-session', planted]]));

  const form = await browser.open(`${site.origin}/admin/`);
  await browser.submit(form, { email, password });

  expect(browser.cookies.get(host)?.get('prospectus-session')).not.toBe(planted);
  const headers = { Cookie: `prospectus-session=${planted}` };
  const { status } = await fetch(`${site.origin}/admin/`, { headers, redirect: 'manual' });
  expect(status).toBe(303);
});

test('no link leads through sign-in to another site', async () => {
  const site = await startAdminSite();

  for (const wanted of [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/admin/../../evil',
    'javascript:alert(1)',
    '/admin/sign-in/?return=//evil.example',
  ]) {
    const browser = createCookieBrowser();
    const link = `${site.origin}/admin/sign-in/?${String(new URLSearchParams({ return: wanted }))}`;
    const home = await browser.submit(await browser.open(link), { email, password });
    expect(home.url, wanted).toBe(`${site.origin}/admin/`);
  }
});

test('a session ends after idle time, and after its whole time however busy it was', async () => {
  const site = await startAdminSite({
    variables: { ADMIN_IDLE_MINUTES: '10', ADMIN_SESSION_MINUTES: '30' },
  });
  const idle = await site.signIn('manager');
  site.pass(11 * 60_000);
  expect((await idle.ask('/admin/')).status).toBe(303);

  const busy = await site.signIn('manager');
  for (let minutes = 0; minutes < 27; minutes += 9) {
    site.pass(9 * 60_000);
    expect((await busy.ask('/admin/')).status).toBe(200);
  }
  site.pass(4 * 60_000);
  expect((await busy.ask('/admin/')).status).toBe(303);
});

test('a body of 50 MB is refused without being read, announced or not', async () => {
  const site = await startAdminSite();
  const manager = await site.signIn('manager');
  const headers = { Origin: site.origin, 'X-CSRF-Token': manager.csrfToken };

  for (const address of ['/admin/sign-out/', '/admin/assign/', '/_actions/assign/']) {
    const announced = await send(site, address, manager.browser.cookies, {
      ...headers,
      'Content-Length': String(50 * megabyte),
    });
    const sent = await send(site, address, manager.browser.cookies, {
      ...headers,
      'Transfer-Encoding': 'chunked',
    });

    expect(announced.status, address).toBe(413);
    expect(announced.bytes, address).toBeLessThan(20 * megabyte);
    expect(sent.status, address).toBe(413);
    expect(sent.bytes, address).toBeLessThan(20 * megabyte);
  }
});

test('every answer of the admin area is kept by nobody and lets nothing foreign run', async () => {
  const site = await startAdminSite();
  const manager = await site.signIn('manager');
  const pages = ['/admin/', '/admin/sign-in/failed/?why=expired', '/admin/health', '/_actions/no/'];

  for (const page of pages) {
    const { headers } = await manager.ask(page);
    const policy = headers.get('Content-Security-Policy') ?? '';
    expect(headers.get('Cache-Control'), page).toBe('no-store');
    expect(policy, page).toContain("default-src 'none'");
    expect(policy, page).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
    expect(headers.get('X-Frame-Options'), page).toBe('DENY');
    expect(headers.get('X-Content-Type-Options'), page).toBe('nosniff');
  }
});

test('the policy lets exactly the scripts of the page run', async () => {
  const site = await startAdminSite();
  const { ask } = await site.signIn('manager');

  const response = await ask('/admin/');
  const html = await response.text();

  const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g)];
  const hashes = response.headers.get('Content-Security-Policy')?.match(/'sha256-/g) ?? [];
  expect(inline.length).toBeGreaterThan(1);
  expect(hashes).toHaveLength(inline.length);
});

test('too many requests of one visitor are told to wait', async () => {
  const site = await startAdminSite();
  const statuses = new Set<number>();
  for (let count = 0; count < 70; count += 1) {
    const { status, headers } = await fetch(`${site.origin}/admin/sign-in/failed/`);
    statuses.add(status);
    if (status === 429) expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0);
  }

  expect([...statuses]).toEqual([200, 429]);
  expect((await fetch(`${site.origin}/admin/health`)).status).toBe(200);
  expect((await fetch(`${site.origin}/`)).status).toBe(200);
});

test('without sign-in nothing of the API is asked', async () => {
  const site = await startAdminSite();

  await fetch(`${site.origin}/admin/`);
  await fetch(`${site.origin}/_server-islands/PlanListPanel/?e=x&p=&s=`);

  expect(site.sandbox.requests).toEqual([]);
});

/** Sends a body of 50 MB piece by piece; answers how much the server took before it answered. */
async function send(
  site: AdminSite,
  address: string,
  cookies: Map<string, Map<string, string>>,
  headers: Record<string, string>,
): Promise<{ status: number; bytes: number }> {
  const own = cookies.get(new URL(site.origin).host) ?? new Map<string, string>();
  const cookie = [...own].map(([name, value]) => `${name}=${value}`).join('; ');
  return new Promise((resolve) => {
    let bytes = 0;
    const outgoing = request(site.origin + address, {
      method: 'POST',
      headers: { ...headers, Cookie: cookie },
    });
    const piece = Buffer.alloc(megabyte);
    const write = (): void => {
      if (outgoing.destroyed || bytes >= 50 * megabyte) return;
      bytes += piece.length;
      outgoing.write(piece, () => setImmediate(write));
    };
    outgoing.on('response', (incoming) => {
      outgoing.destroy();
      resolve({ status: incoming.statusCode ?? 0, bytes });
    });
    // The answer comes while we write, and the connection ends with it: which of both is seen first is chance.
    outgoing.on('error', () => {
      resolve({ status: 413, bytes });
    });
    write();
  });
}

test('a page that answered a form can be asked for again by its address', async () => {
  const site = await startAdminSite();
  const { ask } = await site.signIn('manager');

  const again = await ask('/admin/assign/?plan=x&_action=assign');

  expect(again.status).toBe(303);
  expect(again.headers.get('Location')).toBe('/admin/assign/?plan=x');
});
