import { renderServerIslandRuntime } from '../../../node_modules/astro/dist/runtime/server/render/server-islands.js';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { BodyTooLargeError, readLimitedBody } from './body.server.ts';
import {
  clearCookie,
  createCookie,
  readCookie,
  sessionCookie,
  writeCookie,
} from './cookies.server.ts';
import { secureHeaders } from './headers.server.ts';
import { findIslandScripts } from './island-scripts.server.ts';
import { addressKey, createRateLimit } from './rate-limit.server.ts';
import { hasCsrfToken, hasOwnOrigin, readForm } from './write-check.server.ts';

const siteUrl = 'https://learn.tarnholt.example';

function buildRequest(init: RequestInit = {}, path = '/admin/'): Request {
  return new Request(`${siteUrl}${path}`, { method: 'POST', ...init });
}

test('on https the session’s cookie is of this host alone and out of reach of scripts', () => {
  const cookie = sessionCookie({ adminUrl: siteUrl });

  expect(writeCookie(cookie, 'abc')).toBe(
    '__Host-prospectus-session=abc; Path=/; HttpOnly; SameSite=Lax; Secure',
  );
  expect(clearCookie(cookie)).toContain('Max-Age=0');
});

test('on http, for trying it, a cookie has neither the prefix nor Secure', () => {
  const cookie = sessionCookie({ adminUrl: 'http://localhost:4321' });

  expect(writeCookie(cookie, 'abc', { maxAgeS: 60 })).toBe(
    'prospectus-session=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=60',
  );
});

test.each([
  ['x=1; __Host-s=abc; y=2', 'abc'],
  ['__Host-s=abc; __Host-s=abc', 'abc'],
  ['__Host-s=abc; __Host-s=planted', undefined],
  ['s=abc', undefined],
  ['__host-s=abc', undefined],
  ['__Host-s=', undefined],
  ['__Host-s=a b', undefined],
  ['__Host-s="abc"', undefined],
  ['', undefined],
])('the cookies %j hold %j', (header, value) => {
  const request = new Request(siteUrl, { headers: { Cookie: header } });

  expect(readCookie(request, createCookie('s', siteUrl))).toBe(value);
});

test.each([
  ['https://learn.tarnholt.example', true],
  ['https://learn.tarnholt.example.evil.example', false],
  ['http://learn.tarnholt.example', false],
  ['https://learn.tarnholt.example:8443', false],
  ['https://evil.example', false],
  ['null', false],
  ['', false],
  [undefined, false],
])('a write from the origin %j: %j', (origin, isOwn) => {
  const headers = origin === undefined ? {} : { Origin: origin };

  expect(hasOwnOrigin(buildRequest({ headers }), siteUrl)).toBe(isOwn);
});

function buildForm(...values: string[]): FormData {
  const form = new FormData();
  form.append('addresses', 'ada@tarnholt.example');
  for (const value of values) form.append('csrf', value);
  return form;
}

test.each([
  ['the header', { headers: { 'X-CSRF-Token': 'right' } }, true],
  ['a wrong header', { headers: { 'X-CSRF-Token': 'wrong' } }, false],
  [
    'a wrong header and a right field',
    { headers: { 'X-CSRF-Token': '' }, body: 'csrf=right' },
    false,
  ],
  ['a field', { body: new URLSearchParams({ csrf: 'right' }) }, true],
  ['a field of a form with files', { body: buildForm('right') }, true],
  ['a wrong field', { body: new URLSearchParams({ csrf: 'wrong' }) }, false],
  ['part of it', { body: new URLSearchParams({ csrf: 'righ' }) }, false],
  ['two fields', { body: buildForm('right', 'right') }, false],
  ['no field', { body: buildForm() }, false],
  ['a file in its place', { body: buildForm() }, false],
  ['a field of plain text', { body: 'csrf=right' }, false],
  ['JSON', { body: '{"csrf":"right"}', headers: { 'Content-Type': 'application/json' } }, false],
  ['a broken form', { body: 'x', headers: { 'Content-Type': 'multipart/form-data' } }, false],
  ['nothing', {}, false],
])('a write with %s has the token: %j', async (_, init: RequestInit, hasToken) => {
  const request = buildRequest(init);

  expect(hasCsrfToken(request, await readForm(request), 'right')).toBe(hasToken);
});

test('a token in the address is none', () => {
  const request = buildRequest({}, '/admin/?csrf=right');

  expect(hasCsrfToken(request, undefined, 'right')).toBe(false);
});

test('a form is read after its token was looked at', async () => {
  const request = await readLimitedBody(buildRequest({ body: buildForm('right') }));

  expect(hasCsrfToken(request, await readForm(request), 'right')).toBe(true);
  expect((await request.formData()).get('addresses')).toBe('ada@tarnholt.example');
});

test('a body without end is cut at its limit', async () => {
  let sent = 0;
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(1000));
    },
    cancel() {
      isCancelled = true;
    },
  });
  // The types of the web know nothing of `duplex`, which Node wants with a stream.
  const request = buildRequest(Object.assign({ body }, { duplex: 'half' }));

  await expect(readLimitedBody(request, 10_000)).rejects.toThrow(BodyTooLargeError);
  expect(sent).toBeLessThan(20);
  expect(isCancelled).toBe(true);
});

test.each([
  [10, true],
  [11, false],
])('%i bytes fit into 10: %j', async (length, fits) => {
  const reading = readLimitedBody(buildRequest({ body: 'x'.repeat(length) }), 10);

  if (fits) expect(await (await reading).text()).toHaveLength(length);
  else await expect(reading).rejects.toThrow('longer than 10 bytes');
});

test('a limit gives so many requests a minute, then says how long to wait', () => {
  const clock = { now: 0 };
  const limit = createRateLimit({ perMinute: 3, now: () => clock.now });
  const take = (key = 'one') => limit.take(key);

  expect([take(), take(), take(), take()]).toEqual([undefined, undefined, undefined, 20]);
  expect(take('two')).toBeUndefined();
  clock.now += 20_000;
  expect([take(), take()]).toEqual([undefined, 20]);
  clock.now += 60_000;
  expect([take(), take(), take(), take()]).toEqual([undefined, undefined, undefined, 20]);
});

test('a limit remembers who is busy while 100,000 others come by', () => {
  const clock = { now: 0 };
  const limit = createRateLimit({ perMinute: 2, now: () => clock.now });
  for (let index = 0; index < 100_000; index += 1) {
    limit.take(String(index));
    clock.now += 1;
    if (index % 20_000 === 0) for (let again = 0; again < 5; again += 1) limit.take('busy');
  }

  expect(limit.take('busy')).toBeUndefined();
  expect([limit.take('busy'), limit.take('busy')].at(-1)).toBeGreaterThan(0);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['unknown', 'unknown'],
])('the address %s counts as %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});

test('the policy lets run exactly the given inline scripts', () => {
  const headers = secureHeaders({ inlineScripts: ['run()', 'run()'], isSecure: true });
  const hash = createHash('sha256').update('run()').digest('base64');
  const policy = headers['Content-Security-Policy']!;

  expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(headers).toMatchObject({
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
  });
});

test('https alone is asked to stay https', () => {
  expect(secureHeaders({ isSecure: false })).not.toHaveProperty('Strict-Transport-Security');
});

const runtime = renderServerIslandRuntime().replace(/^<script>|<\/script>$/g, '');
const loader = `const headers = new Headers({});
let response = await fetch("/_server-islands/Plans/?e=a%2B1&p=b-_&s=", { headers });replaceServerIsland("11-aa", response);`;
const postLoader = `let data = {
	encryptedComponentExport: "a+/=",
	encryptedProps: "b",
	encryptedSlots: "",
};
const headers = new Headers({ 'Content-Type': 'application/json', ...{} });
let response = await fetch("/_server-islands/Plans/", {
	method: 'POST',
	body: JSON.stringify(data),
	headers,
});replaceServerIsland("11-aa", response);`;
const island = (text: string) =>
  `<script type="module" data-astro-rerun data-island-id="11-aa">${text}</script>`;

test('the scripts that this version of Astro writes for islands are known', () => {
  const html = `<p>Plans</p><script>${runtime}</script>${island(loader)}${island(postLoader)}`;

  expect(findIslandScripts(html, { basePath: '/' })).toEqual([runtime, loader, postLoader]);
});

test.each([
  '<script>alert(1)</script>',
  `<script>${runtime};alert(1)</script>`,
  `<script type="module">${loader}</script>`,
  island('alert(1)'),
  island(`${loader}alert(1)`),
  island(`alert(1);${loader}`),
  island(loader.replace('Headers({})', 'Headers(alert(1))')),
  island(loader.replace('/_server-islands/', 'https://evil.example/_server-islands/')),
  island(loader.replace('&s=', '"+alert(1)+"')),
  island(loader.replace('&s=', String.raw`\"+alert(1)+\"`)),
  island(loader.replace('"11-aa"', '"22-bb"')),
  island(loader.replace('/_server-islands/', '/admin/_server-islands/')),
  island(postLoader.replace('encryptedSlots: ""', 'encryptedSlots: alert(1)')),
])('a script that somebody else wrote is not let run: %s', (html) => {
  expect(findIslandScripts(html, { basePath: '/' })).toEqual([]);
});
