import { request as sendRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '../index.ts';

const list = '/enterprise/v2/enterprise-catalogs';
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox({ courses: 24, faults: { seed: 7, faults: [] } });
});

afterEach(() => {
  sandbox.faults.clear();
  sandbox.requests.length = 0;
});

afterAll(() => sandbox.close());

async function steer(method: string, path: string, body?: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${sandbox.url}/sandbox/${path}`, {
    method,
    ...(body !== undefined && { body: text, headers: { 'Content-Type': 'application/json' } }),
  });
  const answer = await response.text();
  return {
    status: response.status,
    body: answer === '' ? undefined : (JSON.parse(answer) as unknown),
  };
}

describe('steering a running sandbox', () => {
  test('adds a fault, lists what it met, and removes it', async () => {
    const fault = { match: { route: 'catalogs' }, status: 502, body: '<h1>Bad Gateway</h1>' };
    const added = await steer('POST', 'faults', fault);
    const [id] = (added.body as { added: number[] }).added;
    const refused = await fetch(sandbox.url + list);

    expect([added.status, refused.status]).toEqual([201, 502]);
    expect((await steer('GET', 'faults')).body).toEqual({
      seed: 7,
      faults: [{ id, seen: 1, hits: 1, fault }],
    });
    expect((await steer('DELETE', `faults/${String(id)}`)).status).toBe(204);
    expect((await fetch(sandbox.url + list)).status).toBe(401);
    expect((await steer('DELETE', `faults/${String(id)}`)).body).toEqual({
      problems: [`There is no fault of the id ${String(id)}.`],
    });
  });

  test('adds many at once and removes them all', async () => {
    await steer('POST', 'faults', [{ hangUp: true }, { truncate: true }]);
    await steer('POST', 'faults', { seed: 3, faults: [{ status: 500, chance: 0.5 }] });
    const listed = (await steer('GET', 'faults')).body as { faults: unknown[] };
    await steer('DELETE', 'faults');

    expect(listed.faults).toHaveLength(3);
    expect((await steer('GET', 'faults')).body).toEqual({ seed: 7, faults: [] });
  });

  test('shows the request log, which it is not part of, and empties it', async () => {
    await fetch(sandbox.url + list, { headers: { Authorization: 'JWT secret-token' } });
    const log = await steer('GET', 'requests');
    await steer('DELETE', 'requests');

    expect(log.body).toMatchObject([{ method: 'GET', path: list, status: 401 }]);
    expect(JSON.stringify(log.body)).not.toContain('secret-token');
    expect((await steer('GET', 'requests')).body).toEqual([]);
  });

  test('shows faults that were added in process', async () => {
    sandbox.faults.add({ match: { path: /x/ }, change: (body) => body });

    expect((await steer('GET', 'faults')).body).toMatchObject({
      faults: [{ fault: { match: { path: '/x/' }, change: '(a function)' } }],
    });
  });

  test('the same seed makes the same chances', async () => {
    const outcomes: number[][] = [];
    for (const seed of [11, 11, 12]) {
      await steer('POST', 'faults', { seed, faults: [{ status: 500, chance: 0.5 }] });
      const statuses: number[] = [];
      for (let call = 0; call < 20; call += 1) statuses.push((await fetch(sandbox.url)).status);
      outcomes.push(statuses);
      await steer('DELETE', 'faults');
    }

    expect(new Set(outcomes[0])).toEqual(new Set([404, 500]));
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(outcomes[2]).not.toEqual(outcomes[0]);
  });

  test('a fault ends when its time is over', async () => {
    await steer('POST', 'faults', { status: 500, forMs: 1 });
    await new Promise((resolve) => setTimeout(resolve, 10));

    expect((await fetch(sandbox.url)).status).toBe(404);
    expect((await steer('GET', 'faults')).body).toMatchObject({ faults: [] });
  });
});

describe('what is no fault', () => {
  const wrong: [name: string, body: unknown, problems: (string | RegExp)[]][] = [
    ['no JSON', '{"status": 500', [/^The body is no JSON\.$/]],
    ['no object', '7', [/^faults\.0: .*expected object/]],
    ['a name that is not there', { satus: 500 }, [/satus/]],
    ['conditions alone', { times: 2 }, [/not what/]],
    ['a wrong status', { status: 99 }, [/^faults\.0\.status: /]],
    ['a body without a status', { body: 'x', hangUp: true }, [/"status" beside/]],
    ['a chance over 1', { status: 500, chance: 2 }, [/^faults\.0\.chance: /]],
    ['a route that is not there', { match: { route: 'x' }, hangUp: true }, [/match\.route: /]],
    ['a broken pattern', { match: { pathPattern: '(' }, hangUp: true }, [/a regular expression/]],
    ['a header that frames', { status: 200, headers: { 'Content-Length': '9' } }, [/itself sets/]],
    ['a header of two lines', { status: 200, headers: { A: 'b\r\nC: d' } }, [/printable/]],
    ['both kinds of change', { changeAfterPage: { page: 1, add: 1, remove: 1 } }, [/either/]],
    ['refusing without end', { refuseConnections: true }, [/nobody can end it/]],
    [
      'several problems',
      [{ status: 'x', delayMs: -1 }, { next: 'y' }],
      [/^faults\.0\.status/, /^faults\.0\.delayMs/, /^faults\.1\.next/],
    ],
    ['too many', Array.from({ length: 1001 }, () => ({ status: 500 })), [/1000/]],
  ];

  test.each(wrong)('%s is answered by 400 with every problem', async (_name, body, problems) => {
    const answer = await steer('POST', 'faults', body);
    const told = (answer.body as { problems: string[] }).problems;

    expect(answer.status).toBe(400);
    for (const problem of problems) expect(told).toContainEqual(expect.stringMatching(problem));
    expect((await steer('GET', 'faults')).body).toMatchObject({ faults: [] });
  });

  test('a body that is too large is left unread', async () => {
    const answer = await steer('POST', 'faults', { status: 500, body: 'x'.repeat(300_000) });

    expect(answer).toMatchObject({
      status: 413,
      body: { problems: [expect.stringMatching('larger')] },
    });
  });

  test('a body without end is cut off', async () => {
    const status = await new Promise((resolve) => {
      const sent = sendRequest(`${sandbox.url}/sandbox/faults`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' },
      });
      const timer = setInterval(() => sent.write('x'.repeat(64_000)), 1);
      sent.on('response', (response) => {
        clearInterval(timer);
        sent.destroy();
        resolve(response.statusCode);
      });
      sent.on('error', () => {
        clearInterval(timer);
        resolve('cut');
      });
    });

    expect([413, 'cut']).toContain(status);
    expect((await steer('GET', 'faults')).status).toBe(200);
  });

  test('what a form can send is refused, so that no web page steers the sandbox', async () => {
    const response = await fetch(`${sandbox.url}/sandbox/faults`, {
      method: 'POST',
      body: '{"hangUp":true}',
    });

    expect(response.status).toBe(415);
  });

  test.each(['PUT', 'PATCH'])('%s is answered with what there is', async (method) => {
    expect(await steer(method, 'faults', {})).toMatchObject({
      status: 404,
      body: { problems: [expect.stringMatching('GET, POST')] },
    });
  });
});
