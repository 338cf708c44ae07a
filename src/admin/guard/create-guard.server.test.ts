import { createAdaptorServer } from '@hono/node-server';
import { request as sendRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteStore } from '../../test/admin-stores.ts';
import type { Role } from '../store/schema.server.ts';
import { createSession } from '../store/sessions.server.ts';
import { answerDenial } from './answer-denial.server.ts';
import { createGuard, type GuardOptions } from './create-guard.server.ts';
import type { Route } from './decide.server.ts';

const minute = 60_000;
const limits = { idleMs: 30 * minute, maxAgeMs: 12 * 60 * minute };
const routes: Route[] = [
  { path: '/admin/health', methods: ['GET'], access: 'public', effect: 'read', isUnlimited: true },
  { path: '/admin/', methods: ['GET'], access: 'viewer', effect: 'read' },
  { path: '/admin/search/', methods: ['POST'], access: 'viewer', effect: 'read' },
  { path: '/admin/assign/', methods: ['POST'], access: 'manager', effect: 'write' },
];

/** A server that says what it let through. */
async function startGuarded(rates?: GuardOptions['rates']) {
  const clock = { now: Date.now() };
  const store = await openSqliteStore();
  const server = createAdaptorServer({ fetch: (request) => answer(request) });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const guard = createGuard({
    ...{ routes, store, limits },
    site: { adminUrl: url, basePath: '/' },
    now: () => clock.now,
    ...(rates && { rates }),
  });

  async function answer(request: Request): Promise<Response> {
    const decision = await guard(request, request.headers.get('X-Test-Address') ?? '192.0.2.1');
    if (decision.kind === 'static') return new Response('static');
    if (decision.kind === 'deny') return answerDenial(decision, { request, basePath: '/' });
    return new Response(`${decision.session?.name ?? 'nobody'}: ${await decision.request.text()}`);
  }

  async function signIn(role: Role) {
    const person = { subject: role, name: role, role, idToken: '' };
    const session = await createSession(store, person, { now: clock.now, limits });
    return { session, headers: { Cookie: `prospectus-session=${session.id}` } };
  }

  async function send(path: string, init: RequestInit = {}) {
    const response = await fetch(`${url}${path}`, { redirect: 'manual', ...init });
    return { status: response.status, text: await response.text(), headers: response.headers };
  }

  return { url, clock, signIn, send };
}

test('a viewer gets what a viewer may have, until the session is over', async () => {
  const { clock, signIn, send } = await startGuarded();
  const { headers } = await signIn('viewer');

  expect(await send('/admin/', { headers })).toMatchObject({ status: 200, text: 'viewer: ' });
  clock.now += 31 * minute;
  const late = await send('/admin/', { headers });

  expect([late.status, late.headers.get('Location')]).toEqual([
    303,
    '/admin/sign-in/?return=%2Fadmin%2F',
  ]);
});

test.each([
  ['manager', true, true, 200],
  ['manager', true, false, 403],
  ['manager', false, true, 403],
  ['viewer', true, true, 403],
  ['none', true, true, 403],
] as const)(
  'a write of a %s, own origin: %j, right token: %j, is answered with %i',
  async (role, isOwn, hasToken, status) => {
    const { url, signIn, send } = await startGuarded();
    const { session, headers } = await signIn(role);
    const csrf = hasToken ? session.csrfToken : 'wrong';

    const answer = await send('/admin/assign/', {
      method: 'POST',
      headers: { ...headers, Origin: isOwn ? url : 'https://evil.example' },
      body: new URLSearchParams({ csrf, note: 'hello' }),
    });

    expect(answer.status).toBe(status);
    expect(answer.text.includes('note=hello')).toBe(status === 200);
  },
);

test('a token of somebody else’s session is not one’s own', async () => {
  const { url, signIn, send } = await startGuarded();
  const [own, other] = [await signIn('manager'), await signIn('manager')];

  const answer = await send('/admin/assign/', {
    method: 'POST',
    headers: { ...own.headers, Origin: url },
    body: new URLSearchParams({ csrf: other.session.csrfToken }),
  });

  expect(answer.status).toBe(403);
});

test('a POST that only reads needs its own origin and no token', async () => {
  const { url, signIn, send } = await startGuarded();
  const { headers } = await signIn('viewer');
  const post = (origin: string) =>
    send('/admin/search/', {
      method: 'POST',
      body: new URLSearchParams({ q: 'x' }),
      headers: { ...headers, Origin: origin },
    });

  expect((await post(url)).text).toBe('viewer: q=x');
  expect((await post('null')).status).toBe(403);
});

test.each([
  ['text', 'text/plain'],
  ['{}', 'application/json'],
  ['cut off', 'multipart/form-data; boundary=x'],
])('a POST of %j as %s is no form, and goes no further', async (body, type) => {
  const { url, signIn, send } = await startGuarded();
  const { headers } = await signIn('viewer');

  const { status } = await send('/admin/search/', {
    method: 'POST',
    body,
    headers: { ...headers, Origin: url, 'Content-Type': type },
  });

  expect(status).toBe(400);
});

test('a body of 50 MB is cut, with its length told or not', async () => {
  const { url, signIn } = await startGuarded();
  const { headers } = await signIn('manager');
  const send = (extra: Record<string, string>) =>
    sendLongBody(`${url}/admin/assign/`, { ...headers, Origin: url, ...extra });

  for (const extra of [{ 'Content-Length': '50000000' }, { 'Transfer-Encoding': 'chunked' }]) {
    const { status, sentBytes } = await send(extra);

    expect(status).toBe(413);
    expect(sentBytes).toBeLessThan(20_000_000);
  }
});

/** Sends up to 50 MB as fast as they are taken, and stops when there is an answer. */
async function sendLongBody(url: string, headers: Record<string, string>) {
  return new Promise<{ status: number | undefined; sentBytes: number }>((resolve, reject) => {
    const chunk = Buffer.alloc(100_000);
    let sentBytes = 0;
    let isAnswered = false;
    const request = sendRequest(url, { method: 'POST', headers }, (response) => {
      isAnswered = true;
      response.resume();
      resolve({ status: response.statusCode, sentBytes });
      request.destroy();
    });
    request.on('error', (error) => {
      if (!isAnswered) reject(error);
    });
    const write = () => {
      while (!isAnswered && sentBytes < 50_000_000) {
        sentBytes += chunk.length;
        if (!request.write(chunk)) {
          request.once('drain', write);
          return;
        }
      }
    };
    write();
  });
}

test('too many requests of one address are told when to come again, and others go on', async () => {
  const { clock, send } = await startGuarded({ anonymous: 2 });
  const from = (address: string) => send('/admin/', { headers: { 'X-Test-Address': address } });

  expect([(await from('192.0.2.1')).status, (await from('192.0.2.1')).status]).toEqual([303, 303]);
  const denied = await from('192.0.2.1');
  expect([denied.status, denied.headers.get('Retry-After')]).toEqual([429, '30']);
  expect((await from('192.0.2.2')).status).toBe(303);
  clock.now += 30_000;
  expect((await from('192.0.2.1')).status).toBe(303);
});

test('too many requests of one person are refused from every address', async () => {
  const { signIn, send } = await startGuarded({ session: 2 });
  const [first, second] = [await signIn('viewer'), await signIn('viewer')];
  const from = async (address: string, { headers }: typeof first) =>
    (await send('/admin/', { headers: { ...headers, 'X-Test-Address': address } })).status;

  expect(await from('192.0.2.1', first)).toBe(200);
  expect(await from('192.0.2.2', second)).toBe(200);
  expect(await from('192.0.2.3', first)).toBe(429);
});

test('random session ids are limited by their address before the store is asked', async () => {
  const { send } = await startGuarded({ address: 2 });
  const attempt = async () => {
    const Cookie = `prospectus-session=${crypto.randomUUID()}`;
    return (await send('/admin/', { headers: { Cookie } })).status;
  };

  expect([await attempt(), await attempt(), await attempt()]).toEqual([303, 303, 429]);
});

test('files of the static site and looks at the server’s health count for no limit', async () => {
  const { send } = await startGuarded({ address: 1, anonymous: 1 });

  for (let index = 0; index < 5; index += 1) {
    expect((await send('/courses/edx-demox/')).text).toBe('static');
    expect((await send('/admin/health')).text).toBe('nobody: ');
  }
});
