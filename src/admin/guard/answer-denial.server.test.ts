import { expect, test } from 'vitest';
import { answerDenial } from './answer-denial.server.ts';

const siteUrl = 'https://learn.tarnholt.example';

test('a page that needs a person leads to sign-in and back', () => {
  const request = new Request(`${siteUrl}/admin/plans/?tab=locks`);
  const denial = {
    kind: 'deny',
    status: 401,
    reason: 'not-signed-in',
    session: undefined,
  } as const;

  const response = answerDenial(denial, { request, basePath: '/' });

  expect([response.status, response.headers.get('Location')]).toEqual([
    303,
    '/admin/sign-in/?return=%2Fadmin%2Fplans%2F%3Ftab%3Dlocks',
  ]);
});

test.each([
  ['GET', '/_server-islands/Plans/', 401, 'not-signed-in'],
  ['POST', '/admin/plans/', 401, 'not-signed-in'],
  ['GET', '/admin/plans/', 403, 'no-right'],
  ['POST', '/admin/plans/', 413, 'too-large'],
  ['GET', '/admin/plans/', 429, 'too-many'],
] as const)('%s %s is denied with %i and a sentence', async (method, path, status, reason) => {
  const request = new Request(`${siteUrl}${path}`, { method });
  const denial = { kind: 'deny', status, reason, session: undefined, retryAfterS: 7 } as const;

  const response = answerDenial(denial, { request, basePath: '/' });

  expect(response.status).toBe(status);
  expect(response.headers.get('Retry-After')).toBe('7');
  expect(response.headers.get('Connection')).toBe(method === 'POST' ? 'close' : null);
  expect(await response.text()).toMatch(/^[A-Z].*\.\n$/);
});

test('a script that asks for a page without a session is told, and not led to another site', () => {
  const headers = { 'Sec-Fetch-Dest': 'empty', Accept: 'text/event-stream' };
  const request = new Request(`${siteUrl}/admin/plans/`, { headers });
  const denial = {
    kind: 'deny',
    status: 401,
    reason: 'not-signed-in',
    session: undefined,
  } as const;
  expect(answerDenial(denial, { request, basePath: '/' }).status).toBe(401);
});

test.each([
  [401, 'not-signed-in', 'href="/admin/sign-in/" target="_blank"'],
  [403, 'no-token', 'href="/admin/assign/?plan=%22%3E%3Cb%3E"'],
] as const)(
  'a person whose form is denied with %i reads how to go on',
  async (status, reason, link) => {
    const request = new Request(`${siteUrl}/admin/assign/?_action=assign&plan="><b>`, {
      method: 'POST',
      headers: { Accept: 'text/html,*/*', 'Sec-Fetch-Dest': 'document' },
    });
    const denial = { kind: 'deny', status, reason, session: undefined } as const;
    const html = await answerDenial(denial, { request, basePath: '/' }).text();
    expect(html).toContain(link);
    expect(html).not.toContain('<b>');
  },
);
