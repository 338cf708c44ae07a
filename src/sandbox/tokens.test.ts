import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './index.ts';

const list = '/enterprise/v2/enterprise-catalogs';
const credentials = { client_id: 'sandbox', client_secret: 'sandbox-secret' };
const grant = { grant_type: 'client_credentials', token_type: 'jwt', ...credentials };
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox({ courses: 24 });
});

afterAll(() => sandbox.close());

function askForToken(form: Record<string, string>, query = '') {
  return fetch(`${sandbox.url}/oauth2/v1/access_token${query}`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
}

async function login(): Promise<string> {
  const { access_token: token } = (await (await askForToken(grant)).json()) as {
    access_token: string;
  };
  return `JWT ${token}`;
}

function askList(authorization?: string) {
  return fetch(sandbox.url + list, {
    headers: {
      Accept: 'application/json',
      ...(authorization !== undefined && { Authorization: authorization }),
    },
  });
}

describe('the token endpoint', () => {
  test('gives a signed token for the client’s credentials', async () => {
    const response = await askForToken(grant);

    expect(response.status).toBe(200);
    const body = (await response.json()) as { access_token: string };
    expect(body).toMatchObject({
      expires_in: 3600,
      token_type: 'JWT',
      scope: 'read write profile email',
    });
    const claims = JSON.parse(
      Buffer.from(body.access_token.split('.')[1]!, 'base64url').toString(),
    ) as { exp: number; iat: number };
    expect(claims).toMatchObject({
      roles: ['enterprise_admin:7d1f3c52-2f0a-4b7e-9c55-1b1a70b40f01'],
      version: '1.2.0',
    });
    expect(claims.exp - claims.iat).toBe(3600);
  });

  test('gives an opaque token that opens nothing where token_type is missing', async () => {
    const { token_type: _, ...form } = grant;
    const body = (await (await askForToken(form)).json()) as { access_token: string };

    expect(body).toMatchObject({ expires_in: 36_000, token_type: 'Bearer' });
    expect(await (await askList(`Bearer ${body.access_token}`)).json()).toEqual({
      detail: 'Authentication credentials were not provided.',
    });
  });

  test.each([
    ['a wrong secret', { ...grant, client_secret: 'x' }, 401, { error: 'invalid_client' }],
    ['an unknown client', { ...grant, client_id: 'constructor' }, 401, { error: 'invalid_client' }],
    [
      'another grant',
      { ...grant, grant_type: 'password' },
      400,
      { error: 'unsupported_grant_type' },
    ],
    ['no grant', credentials, 400, { error: 'unsupported_grant_type' }],
  ])('refuses %s', async (_, form, status, body) => {
    const response = await askForToken(form);

    expect([response.status, await response.json()]).toEqual([status, body]);
  });

  test('takes a form only, without query, by POST', async () => {
    const url = `${sandbox.url}/oauth2/v1/access_token/`;
    const asJson = await fetch(url, {
      method: 'POST',
      body: JSON.stringify(grant),
      headers: { 'Content-Type': 'application/json' },
    });
    const byGet = await fetch(url, { headers: { Accept: 'application/json' } });

    expect(await asJson.json()).toEqual({ error: 'unsupported_grant_type' });
    expect(await (await askForToken(grant, '?a=b')).json()).toMatchObject({
      error: 'invalid_request',
    });
    expect([byGet.status, await byGet.json()]).toEqual([
      405,
      { detail: 'Method "GET" not allowed.' },
    ]);
  });
});

describe('authentication', () => {
  test.each([
    ['none', undefined, 'Authentication credentials were not provided.'],
    ['Bearer', 'Bearer x', 'Authentication credentials were not provided.'],
    ['three parts', 'JWT a b', 'Authentication credentials were not provided.'],
    ['garbage', 'JWT a.b.c', 'Invalid token.'],
  ])('answers 401 to %s', async (_, header, detail) => {
    const response = await askList(header);

    expect([response.status, await response.json()]).toEqual([401, { detail }]);
    expect(response.headers.get('WWW-Authenticate')).toBe('JWT realm="api"');
  });

  test('takes the scheme in any case', async () => {
    expect((await askList((await login()).replace('JWT', 'jwt'))).status).toBe(200);
  });

  test('refuses a token that was revoked and takes the next one', async () => {
    const old = await login();
    sandbox.revokeTokens();

    expect(await (await askList(old)).json()).toEqual({ detail: 'Invalid token.' });
    expect((await askList(await login())).status).toBe(200);
  });

  test('refuses a token that has expired', async () => {
    const shortLived = await createSandbox({ courses: 1, switches: { 'token-lifetime': 0 } });
    const form = new URLSearchParams(grant);
    const answer = await fetch(`${shortLived.url}/oauth2/v1/access_token`, {
      method: 'POST',
      body: form,
    });
    const { access_token: token } = (await answer.json()) as { access_token: string };

    const headers = { Accept: 'application/json', Authorization: `JWT ${token}` };
    expect((await fetch(shortLived.url + list, { headers })).status).toBe(401);
    await shortLived.close();
  });
});
