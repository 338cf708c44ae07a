import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './index.ts';

const list = '/enterprise/v2/enterprise-catalogs';
const credentials = { client_id: 'sandbox', client_secret: 'sandbox-secret' };
const grant = { grant_type: 'client_credentials', token_type: 'jwt', ...credentials };
let sandbox: Sandbox;
let authorization: string;

beforeAll(async () => {
  sandbox = await createSandbox({ courses: 24 });
  authorization = await login();
});

afterEach(() => {
  sandbox.faults.clear();
  sandbox.requests.length = 0;
});

afterAll(() => sandbox.close());

function askForToken(form: Record<string, string>) {
  return fetch(`${sandbox.url}/oauth2/v1/access_token`, {
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

async function ask(address: string): Promise<Response> {
  return fetch(sandbox.url + address, {
    headers: { Accept: 'application/json', Authorization: authorization },
  });
}

describe('faults', () => {
  test('answer in place of the sandbox, as often as they should', async () => {
    const fault = sandbox.faults.add({
      match: { method: 'GET', path: list, query: { page_size: '2' } },
      status: 429,
      body: { detail: 'Request was throttled. Expected available in 2 seconds.' },
      headers: { 'Retry-After': '2' },
      skip: 1,
      times: 2,
    });
    const statuses: number[] = [];
    for (let count = 0; count < 4; count += 1)
      statuses.push((await ask(`${list}?page_size=2`)).status);

    expect(statuses).toEqual([200, 429, 429, 200]);
    expect(fault.hits).toBe(2);
    expect((await ask(`${list}?page_size=1`)).status).toBe(200);
  });

  test('meet the token endpoint too, and can be removed', async () => {
    const fault = sandbox.faults.add({
      match: { path: /access_token/ },
      status: 403,
      body: '<h1>403 Forbidden</h1>',
    });
    const refused = await askForToken(grant);
    fault.remove();

    expect([refused.status, await refused.text()]).toEqual([403, '<h1>403 Forbidden</h1>']);
    expect((await askForToken(grant)).status).toBe(200);
  });

  test('change an answer', async () => {
    sandbox.faults.add({ change: (body) => ({ ...(body as object), next: '', results: [] }) });

    expect(await (await ask(list)).json()).toEqual({
      count: 5,
      next: '',
      previous: null,
      results: [],
    });
  });

  test('cut an answer in the middle', async () => {
    sandbox.faults.add({ truncate: true });
    const response = await ask(list);

    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  test('hang up', async () => {
    sandbox.faults.add({ hangUp: true, delayMs: 1 });

    await expect(ask(list)).rejects.toThrow();
  });
});

test('records what was asked, without secrets', async () => {
  await ask(`${list}/a%2Bb%3Ac/?page=2`);

  expect(sandbox.requests).toEqual([
    {
      method: 'GET',
      path: `${list}/a+b:c/`,
      query: { page: '2' },
      headers: {
        accept: 'application/json',
        authorization: 'JWT (not kept)',
        'user-agent': 'node',
      },
      status: 500,
    },
  ]);
});
