import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSandbox, type Fault, type Sandbox } from '../index.ts';

const list = '/enterprise/v2/enterprise-catalogs';
const everyFault: Fault[] = [
  { delayMs: [0, 20] },
  { delayMs: 60_000 },
  { bytesPerSecond: 10 },
  { status: 204, body: 'a body that may not be' },
  { status: 304 },
  { status: 500, body: '<html>', headers: { 'Content-Type': 'application/json' }, malformed: true },
  { hangUp: true },
  { truncate: true },
  { status: 204, truncate: true },
  { malformed: true },
  { set: { 'a.b.c': 1, '*': 2, 'results.*.*': 3, '__proto__.x': 4, 'results.0.__proto__': 5 } },
  { remove: ['*', 'results.*', 'constructor.prototype'] },
  { nullArrays: true },
  { next: 'endless' },
  { next: 'http', count: { shrinkBy: 100 } },
  { reshuffle: 100 },
  { changeAfterPage: { page: 1, remove: 100 } },
  { changeAfterPage: { page: 1, add: 100 } },
  { tokenCalls: 1 },
];
let sandbox: Sandbox;
let authorization: string;

beforeAll(async () => {
  sandbox = await createSandbox({ courses: 24, faults: { seed: 1, faults: [] } });
  const form = { grant_type: 'client_credentials', token_type: 'jwt' };
  const response = await fetch(`${sandbox.url}/oauth2/v1/access_token`, {
    method: 'POST',
    body: new URLSearchParams({ ...form, client_id: 'sandbox', client_secret: 'sandbox-secret' }),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  authorization = `JWT ${token}`;
});

afterAll(() => sandbox.close());

/** Asks like a client that has no patience; what comes of it does not matter. */
async function ask(method: string, path: string, accept: string): Promise<void> {
  try {
    const response = await fetch(sandbox.url + path, {
      method,
      headers: { Accept: accept, Authorization: authorization },
      signal: AbortSignal.timeout(100),
      ...(method === 'POST' && { body: '{"a":' }),
    });
    await response.text();
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
  }
}

test.each(everyFault.map((fault) => [JSON.stringify(fault), fault] as const))(
  'survives %s at every method, endpoint and form, and answers as before after it',
  async (_name, fault) => {
    const { body: catalogs } = await askWhole();
    const added = sandbox.faults.add(fault);
    const paths = [
      list,
      `${list}?page=2&page_size=2`,
      `${list}/x`,
      `${list}?page=9`,
      '/',
      '/media/x',
    ];
    await Promise.all(
      paths.flatMap((path) =>
        ['GET', 'HEAD', 'POST', 'DELETE'].flatMap((method) =>
          ['application/json', '*/*'].map((accept) => ask(method, path, accept)),
        ),
      ),
    );
    added.remove();

    expect(added.hits).toBeGreaterThan(0);
    expect(await askWhole()).toEqual({ status: 200, body: catalogs });
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  },
);

test('closes at once while answers wait or trickle', async () => {
  const other = await createSandbox({ courses: 24 });
  other.faults.add({ match: { path: '/a' }, delayMs: 60_000 });
  other.faults.add({ bytesPerSecond: 1 });
  const asked = ['/a', '/b'].map((path) => fetch(other.url + path).then((answer) => answer.text()));
  const outcomes = Promise.allSettled(asked);
  await expect.poll(() => other.requests.length).toBe(2);

  await other.close();

  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

async function askWhole(): Promise<{ status: number; body: unknown }> {
  const headers = { Accept: 'application/json', Authorization: authorization };
  const response = await fetch(sandbox.url + list, { headers });
  return { status: response.status, body: await response.json() };
}
