import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSandbox, foreignCatalogUuid, type Sandbox, type SandboxOptions } from '../index.ts';

const list = '/enterprise/v2/enterprise-catalogs';
const unknown = '33333333-3333-4333-8333-333333333333';
interface Body extends Record<string, unknown> {
  count: number;
  next: string;
  previous: string;
  results: Record<string, unknown>[];
}
interface Course extends Record<string, unknown> {
  key: string;
  enrollment_url: string | null;
  course_runs: Record<string, unknown>[];
}

let sandbox: Sandbox;
let plain: Sandbox;
let largest: { uuid: string; count: number };
let catalogs: string[];

beforeAll(async () => {
  const now = new Date('2026-11-25T00:00:00Z');
  sandbox = await createSandbox({ courses: 80, now, dialect: 'gateway', switches: quick });
  plain = await createSandbox({ courses: 80, now, dialect: 'gateway', switches: untouched });
  catalogs = (await read(sandbox, list)).results.map(({ uuid }) => String(uuid));
  const counts = await Promise.all(
    catalogs.map(async (uuid) => ({
      uuid,
      count: (await read(sandbox, `${list}/${uuid}`)).count,
    })),
  );
  largest = counts.reduce((best, one) => (one.count > best.count ? one : best));
});

afterAll(async () => {
  await sandbox.close();
  await plain.close();
});

const quick = { throttle: 'off', sparse: '0.2' } as const;
const untouched = { throttle: 'off', sparse: '0', filter: 'off', portal: 'off' } as const;
const authorizations = new WeakMap<Sandbox, string>();

async function authorize(from: Sandbox): Promise<string> {
  const { url, clientId, clientSecret } = from;
  const known = authorizations.get(from);
  if (known !== undefined) return known;
  const response = await fetch(`${url}/oauth2/v1/access_token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      token_type: 'jwt',
    }),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  authorizations.set(from, `JWT ${token}`);
  return `JWT ${token}`;
}

async function ask(from: Sandbox, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { Authorization: await authorize(from), ...init.headers };
  return fetch(from.url + path, { ...init, headers });
}

async function read(from: Sandbox, path: string): Promise<Body> {
  return (await (await ask(from, path)).json()) as Body;
}

async function readWholeCatalog(from: Sandbox, uuid = largest.uuid) {
  const items: Course[] = [];
  const sizes: number[] = [];
  for (let next = `${list}/${uuid}?page_size=10`; next !== '';) {
    const page = await read(from, next);
    items.push(...(page.results as Course[]));
    sizes.push(page.results.length);
    next = page.next.replace(from.url, '');
  }
  return { items, sizes };
}

describe('routes and their own errors', () => {
  test('a wrong method is an unknown route', async () => {
    const response = await fetch(sandbox.url + list, { method: 'PUT' });

    expect([response.status, await response.json()]).toEqual([
      403,
      { message: 'Missing Authentication Token' },
    ]);
  });

  test('an unknown path repeats the token that it was sent', async () => {
    const response = await ask(sandbox, '/enterprise/v9/nothing');
    const { message } = (await response.json()) as { message: string };

    expect(response.status).toBe(403);
    expect(message).toMatch(
      /^'eyJ.+' not a valid key=value pair \(missing equal-sign\) in Authorization header: 'JWT eyJ.+'\.$/,
    );
  });

  test('a request of more than 10 MB is too long', async () => {
    const response = await ask(sandbox, '/enterprise/v1/bulk-license-enrollment', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: ' '.repeat(10 * 1024 * 1024 + 1),
    });

    expect([response.status, await response.json()]).toEqual([
      413,
      { message: 'Request Too Long' },
    ]);
  });

  test('the token endpoint gets no query and no Authorization', async () => {
    const basic = Buffer.from(`${sandbox.clientId}:${sandbox.clientSecret}`).toString('base64');
    const response = await fetch(`${sandbox.url}/oauth2/v1/access_token?token_type=jwt`, {
      method: 'POST',
      headers: { Authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });

    expect([response.status, await response.json()]).toEqual([401, { error: 'invalid_client' }]);
  });

  test('no header of the service comes through', async () => {
    const response = await fetch(sandbox.url + list, { headers: { Authorization: 'JWT x' } });

    expect(response.status).toBe(401);
    expect(response.headers.get('WWW-Authenticate')).toBeNull();
    expect(response.headers.get('Content-Type')).toBe('application/json');
  });

  test('a page of HTML is called JSON, and 404 comes before 401', async () => {
    const malformed = await fetch(`${sandbox.url}${list}/not-a-uuid`);
    const missing = await fetch(`${sandbox.url}${list}/${unknown}`);

    expect(malformed.status).toBe(500);
    expect(malformed.headers.get('Content-Type')).toBe('application/json');
    expect(await malformed.text()).toContain('<h1>Server Error (500)</h1>');
    expect(missing.status).toBe(404);
  });

  test('another company’s catalog is refused', async () => {
    const response = await ask(sandbox, `${list}/${foreignCatalogUuid}`);

    expect([response.status, await response.json()]).toEqual([
      403,
      { detail: 'MISSING: catalog.has_learner_access' },
    ]);
  });
});

describe('lists', () => {
  test('are JSON of four keys whatever format is asked for', async () => {
    const response = await ask(sandbox, `${list}/`, { headers: { Accept: 'application/xml' } });
    const body = (await response.json()) as Body;

    expect(response.headers.get('Content-Type')).toBe('application/json');
    expect(Object.keys(body)).toEqual(['count', 'next', 'previous', 'results']);
  });

  test('have 10 items a page, links through the gateway and none as empty text', async () => {
    const first = await read(sandbox, `${list}/${largest.uuid}/?limit=50`);
    const second = await read(sandbox, `${list}/${largest.uuid}?page=2`);
    const last = await read(sandbox, `${list}/${largest.uuid}?page=last`);

    expect(first.results.length).toBeLessThanOrEqual(10);
    expect(first.previous).toBe('');
    expect(first.next).toBe(`${sandbox.url}${list}/${largest.uuid}?page=2`);
    expect(second.previous).toBe(`${sandbox.url}${list}/${largest.uuid}`);
    expect(last.next).toBe('');
  });

  test.each(['0', '-1', 'abc', '999'])('have no page %s', async (page) => {
    const response = await ask(sandbox, `${list}/${largest.uuid}?page=${page}`);

    expect([response.status, await response.json()]).toEqual([404, { detail: 'Invalid page.' }]);
  });

  test('write slashes of their items escaped', async () => {
    const text = await (await ask(sandbox, `${list}/${largest.uuid}`)).text();

    expect(text).toContain('https:\\/\\/');
    expect(text.slice(text.indexOf('"results"')).replaceAll('\\/', '')).not.toContain('/');
  });
});

describe('content', () => {
  test('leaves out courses without an active run, and still counts them', async () => {
    const all = await readWholeCatalog(plain);
    const filtered = await readWholeCatalog(sandbox);

    expect(all.items).toHaveLength(largest.count);
    expect(filtered.items.length).toBeLessThan(largest.count);
    expect(new Set(filtered.sizes).size).toBeGreaterThan(1);
    const enrollable = ({ is_enrollable, is_marketable }: Record<string, unknown>): boolean =>
      is_enrollable === true && is_marketable === true;
    const kept = all.items.filter(
      ({ content_type: type, course_runs: runs }) => type !== 'course' || runs.some(enrollable),
    );
    expect(filtered.items.map(({ aggregation_key: key }) => key)).toEqual(
      kept.map(({ aggregation_key: key }) => key),
    );
  });

  test('has sparse courses among full ones', async () => {
    const courses = (await readWholeCatalog(sandbox)).items.filter(
      ({ content_type: type }) => type === 'course',
    );
    const sparse = courses.filter((course) => 'organizations' in course);

    expect(sparse.length).toBeGreaterThan(0);
    expect(sparse.length).toBeLessThan(courses.length / 2);
    for (const course of sparse) {
      expect(course).not.toHaveProperty('owners');
      expect(course).not.toHaveProperty('entitlements');
      expect(course['organizations']).toEqual([expect.stringMatching(/^\w+: ./)]);
      expect(course['subjects']).toEqual([...(course['subjects'] as unknown[]).map(String)]);
      expect(course.course_runs[0]).toHaveProperty('enrollment_mode');
    }
    expect(courses.find((course) => 'owners' in course)).toMatchObject({
      aggregation_key: expect.stringMatching(/^course:/) as string,
      normalized_metadata: { content_price: expect.any(Number) as number },
      active: true,
    });
  });

  test('leads to the learner portal, details lead to the learning system', async () => {
    const { items } = await readWholeCatalog(sandbox);
    const course = items.find(({ course_type: type }) => type === 'verified-audit');
    const everything = await Promise.all(catalogs.map((uuid) => readWholeCatalog(sandbox, uuid)));
    const executive = everything
      .flatMap((catalog) => catalog.items)
      .find(({ course_type: type }) => type === 'executive-education-2u');
    const program = items.find(({ content_type: type }) => type === 'program');
    const key = String(course?.key);

    expect(course?.enrollment_url).toBe(
      `https://enterprise.sandbox.example/tarnholt/course/${key}?utm_medium=enterprise&utm_source=tarnholt`,
    );
    expect(course?.course_runs[0]?.['enrollment_url']).toMatch(
      /course_run_key=course-v1%3A.+%2B.+&utm_medium=enterprise&utm_source=tarnholt$/,
    );
    expect(executive?.enrollment_url).toContain('/executive-education-2u/');
    expect(executive?.course_runs[0]).not.toHaveProperty('enrollment_url');
    expect(program).toMatchObject({ enrollment_url: null });
    expect(program).not.toHaveProperty('key');
    const detail = await read(sandbox, `${list}/${largest.uuid}/courses/${key}`);
    expect(detail['enrollment_url']).toContain(`/enroll/?catalog=${largest.uuid}&`);
    expect(detail).not.toHaveProperty('aggregation_key');
  });
});

describe('switches', () => {
  test('throttle: no more than the rate, times the factor', async () => {
    const throttled = await createSandbox({
      courses: 5,
      dialect: 'gateway',
      switches: { throttle: 0.1 },
    });
    try {
      const [catalog] = (await read(throttled, list)).results;
      const path = `${list}/${String(catalog?.['uuid'])}`;
      const statuses = [];
      for (let call = 0; call < 3; call += 1) statuses.push((await ask(throttled, path)).status);
      const refused = await ask(throttled, path);

      expect(statuses).toEqual([200, 200, 200]);
      expect(refused.status).toBe(429);
      expect(refused.headers.get('Retry-After')).toBeNull();
      expect(await refused.json()).toEqual({
        detail: expect.stringMatching(
          /^Request was throttled\. Expected available in \d+ seconds\.$/,
        ) as string,
      });
    } finally {
      await throttled.close();
    }
  });

  test('throttle in the reference dialect says Retry-After', async () => {
    const throttled = await createSandbox({ courses: 5, switches: { throttle: '0.01' } });
    try {
      const json = { headers: { Accept: 'application/json' } };
      const { results } = (await (await ask(throttled, list, json)).json()) as Body;
      const path = `${list}/${String(results[0]?.['uuid'])}`;
      await ask(throttled, path);
      const refused = await ask(throttled, path);

      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    } finally {
      await throttled.close();
    }
  });

  test('map-statuses: what the gateway does not know is 400, or left as it is', async () => {
    const statuses = [];
    for (const mapping of ['on', 'off']) {
      const one = await createSandbox({
        courses: 5,
        dialect: 'gateway',
        switches: { 'map-statuses': mapping },
      });
      const assign =
        '/enterprise/v1/subscriptions/904b1785-9d3a-1000-848d-6ae7a56e6355/licenses/assign';
      const headers = { 'Content-Type': 'text/plain' };
      const answer = await ask(one, assign, { method: 'POST', headers, body: 'x' });
      statuses.push([answer.status, await answer.json()]);
      await one.close();
    }
    const body = { detail: 'Unsupported media type "text/plain" in request.' };

    expect(statuses).toEqual([
      [400, body],
      [415, body],
    ]);
  });

  test('tokens: lifetime, its type, what an expired one is called, how many a minute', async () => {
    const odd = await createSandbox({
      courses: 5,
      dialect: 'gateway',
      switches: {
        'token-lifetime': 0,
        'expires-in': 'string',
        'expired-token': 'signature',
        'token-limit': 1,
      },
    });
    const form = {
      grant_type: 'client_credentials',
      client_id: odd.clientId,
      client_secret: odd.clientSecret,
      token_type: 'jwt',
    };
    const askForToken = () =>
      fetch(`${odd.url}/oauth2/v1/access_token`, {
        method: 'POST',
        body: new URLSearchParams(form),
      });
    try {
      const token = (await (await askForToken()).json()) as Record<string, string>;
      const expired = await fetch(odd.url + list, {
        headers: { Authorization: `JWT ${String(token['access_token'])}` },
      });
      const refused = await askForToken();

      expect(token['expires_in']).toBe('0');
      expect(await expired.json()).toEqual({ detail: 'Signature has expired.' });
      expect(refused.status).toBe(403);
      expect(await refused.text()).toContain('<h1>403 Forbidden</h1>');
    } finally {
      await odd.close();
    }
  });

  test.each([
    [{ colour: 'red' }, /"colour" is no switch\. The switches are: page-size/],
    [{ sparse: '2' }, /sparse=2 does not fit\. The switches are: /],
  ])('%o is refused with the list of those that there are', async (given, message) => {
    const switches = given as SandboxOptions['switches'] & object;
    await expect(createSandbox({ courses: 5, switches })).rejects.toThrow(message);
  });
});
