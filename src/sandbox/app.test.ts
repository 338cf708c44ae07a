import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createSandbox, foreignCatalogUuid, writeDataFolder, type Sandbox } from './index.ts';

const core = '11111111-1111-4111-8111-111111111111';
const empty = '22222222-2222-4222-8222-222222222222';
const unknown = '33333333-3333-4333-8333-333333333333';
const list = '/enterprise/v2/enterprise-catalogs';
const data = mkdtempSync(path.join(tmpdir(), 'prospectus-app-'));
let sandbox: Sandbox;
let authorization: string;

const enrollmentUrl = (key: string) =>
  `https://learn.example/course/${key}/enroll/?catalog=${unknown}&utm_source=x`;
const createRun = (key: string) => ({
  key,
  title: 'A run',
  seats: [],
  enrollment_url: enrollmentUrl(key),
});
const createCourse = (number: number, more: object = {}) => ({
  key: `A+${String(number)}`,
  title: `Course <${String(number)}> & more`,
  excluded_from_seo: false,
  sponsors: [],
  short_description: null,
  course_runs: [createRun(`course-v1:A+${String(number)}+1T2027`)],
  enrollment_url: enrollmentUrl(`A+${String(number)}`),
  ...more,
});

beforeAll(async () => {
  const courses = Array.from({ length: 45 }, (_, index) => createCourse(index));
  writeDataFolder(data, {
    catalogs: [core, empty].map((uuid) => ({ uuid, title: `Catalog ${uuid}` })),
    contents: {
      [core]: {
        courses: [...courses.map(({ key }) => key), 'A+nowhere'],
        programs: ['listed-program'],
        course_runs: ['course-v1:B+1+1T2027', 'course-v1:C+1+1T2027'],
      },
      [empty]: {},
    },
    courses: [
      ...courses.slice(0, -1),
      { ...courses[44], programs: [{ uuid: 'named-program', title: 'Named' }] },
      createCourse(99, { key: 'B+1', course_runs: [createRun('course-v1:B+1+1T2027')] }),
      createCourse(98, { key: 'C+1', course_runs: [] }),
      createCourse(97, { key: 'D+1', normalized_metadata_by_run: { 'course-v1:D+1': 1 } }),
    ],
    programs: ['listed-program', 'named-program', 'other-program'].map((uuid) => ({
      uuid,
      title: uuid,
      courses: [],
      enrollment_url: enrollmentUrl(uuid),
    })),
    courseRuns: [
      { content_type: 'courserun', ...createRun('course-v1:C+1+1T2027'), course: 'C+1' },
    ],
  });
  sandbox = await createSandbox({ data });
});

afterEach(() => {
  sandbox.faults.clear();
  sandbox.requests.length = 0;
});

afterAll(async () => {
  await sandbox.close();
  rmSync(data, { recursive: true });
});

const credentials = { client_id: 'sandbox', client_secret: 'sandbox-secret' };
const grant = { grant_type: 'client_credentials', token_type: 'jwt', ...credentials };

function askForToken(form: Record<string, string>, query = '') {
  return fetch(`${sandbox.url}/oauth2/v1/access_token${query}`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
}

async function login(form: Record<string, string> = grant): Promise<string> {
  const { access_token: token } = (await (await askForToken(form)).json()) as {
    access_token: string;
  };
  return `JWT ${token}`;
}

async function ask(
  address: string,
  { accept = 'application/json', ...init }: RequestInit & { accept?: string } = {},
) {
  authorization ??= await login();
  return fetch(address.startsWith('http') ? address : sandbox.url + address, {
    ...init,
    headers: { Accept: accept, Authorization: authorization, ...init.headers },
  });
}

async function askJson(address: string, init?: RequestInit) {
  const response = await ask(address, init);
  return { status: response.status, body: (await response.json()) as any };
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
    );
    expect(claims).toMatchObject({ roles: ['enterprise_admin:*'], version: '1.2.0' });
    expect(claims.exp - claims.iat).toBe(3600);
  });

  test('gives an opaque token that opens nothing where token_type is missing', async () => {
    const { token_type: _, ...form } = grant;
    const body = (await (await askForToken(form)).json()) as { access_token: string };

    expect(body).toMatchObject({ expires_in: 36_000, token_type: 'Bearer' });
    const headers = { Authorization: `Bearer ${body.access_token}` };
    expect((await askJson(list, { headers })).body).toEqual({
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
    const response = await fetch(sandbox.url + list, {
      headers: {
        Accept: 'application/json',
        ...(header !== undefined && { Authorization: header }),
      },
    });

    expect([response.status, await response.json()]).toEqual([401, { detail }]);
    expect(response.headers.get('WWW-Authenticate')).toBe('JWT realm="api"');
  });

  test('takes the scheme in any case', async () => {
    const headers = { Authorization: (await login()).replace('JWT', 'jwt') };

    expect((await askJson(list, { headers })).status).toBe(200);
  });

  test('refuses a token that was revoked and takes the next one', async () => {
    const old = await login();
    sandbox.revokeTokens();

    expect((await askJson(list, { headers: { Authorization: old } })).body).toEqual({
      detail: 'Invalid token.',
    });
    authorization = await login();
    expect((await askJson(list)).status).toBe(200);
  });

  test('refuses a token that has expired', async () => {
    const shortLived = await createSandbox({ data, tokenLifetimeSeconds: 0 });
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

describe('the list of catalogs', () => {
  test('names every catalog', async () => {
    const { status, body } = await askJson(list);

    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['count', 'next', 'previous', 'results']);
    expect(body).toMatchObject({ count: 2, next: null, previous: null });
    expect(body.results.map(({ uuid }: { uuid: string }) => uuid)).toEqual([core, empty]);
  });

  test('is forbidden to a client that administers no company, as is all else', async () => {
    const headers = { Authorization: await login({ ...grant, client_id: 'sandbox-guest' }) };
    const answers = await Promise.all(
      [list, `${list}/${core}`, `${list}/${core}/courses/A+1`].map((address) =>
        askJson(address, { headers }),
      ),
    );

    expect(answers).toEqual([
      { status: 403, body: { detail: 'You do not have permission to perform this action.' } },
      { status: 403, body: { detail: 'MISSING: catalog.has_learner_access' } },
      { status: 403, body: { detail: 'Missing: enterprise.can_view_catalog' } },
    ]);
  });
});

describe('a catalog’s content', () => {
  test('comes in pages of 20 that link to each other', async () => {
    const keys: string[] = [];
    let next: string | null = `${sandbox.url}${list}/${core}/?other=a%2Bb`;
    const previous: (string | null)[] = [];
    while (next !== null) {
      const { body }: { body: any } = await askJson(next);
      keys.push(...body.results.map(({ key, uuid }: any) => key ?? uuid));
      previous.push(body.previous);
      next = body.next;
    }

    expect(keys).toHaveLength(48);
    expect(keys.slice(44)).toEqual([
      'A+44',
      'listed-program',
      'course-v1:B+1+1T2027',
      'course-v1:C+1+1T2027',
    ]);
    const first = `${sandbox.url}${list}/${core}/?other=a%2Bb`;
    expect(previous).toEqual([null, first, `${first}&page=2`]);
  });

  test.each([
    ['page_size=7', 7],
    ['limit=7', 7],
    ['limit=7&page_size=5', 5],
    ['page_size=1000', 48],
    ['page_size=0', 20],
    ['page_size=-3', 20],
    ['limit=many', 20],
    ['page=last&page_size=40', 8],
  ])('?%s holds %i items', async (query, length) => {
    expect((await askJson(`${list}/${core}?${query}`)).body.results).toHaveLength(length);
  });

  test.each(['page=0', 'page=abc', 'page=4', 'page=-1', 'page=1.5'])(
    '?%s is no page',
    async (query) => {
      expect(await askJson(`${list}/${core}?${query}`)).toEqual({
        status: 404,
        body: { detail: 'Invalid page.' },
      });
    },
  );

  test('keeps the slash and the host it was asked under', async () => {
    const { body } = await askJson(
      `http://localhost:${String(sandbox.port)}${list}/${core}?page_size=40`,
    );

    expect(body.next).toBe(
      `http://localhost:${String(sandbox.port)}${list}/${core}?page_size=40&page=2`,
    );
  });

  test('may be empty', async () => {
    expect((await askJson(`${list}/${empty}`)).body).toEqual({
      count: 0,
      next: null,
      previous: null,
      results: [],
    });
  });

  test('carries the catalog asked for in every enrollment URL', async () => {
    const { body } = await askJson(`${list}/${core}?page_size=100`);
    const text = JSON.stringify(body);

    expect(text).not.toContain(unknown);
    expect(text.match(new RegExp(`catalog=${core}&`, 'g'))).toHaveLength(45 * 2 + 1 + 2);
  });

  test.each([
    ['unknown', unknown, 404, { detail: 'No EnterpriseCatalog matches the given query.' }],
    [
      'of another company',
      foreignCatalogUuid,
      403,
      { detail: 'MISSING: catalog.has_learner_access' },
    ],
  ])('is refused for a catalog that is %s', async (_, uuid, status, body) => {
    expect(await askJson(`${list}/${uuid}`)).toEqual({ status, body });
  });

  test('fails as the service does on a malformed uuid', async () => {
    const response = await ask(`${list}/not-a-uuid`);

    expect(response.status).toBe(500);
    expect(await response.text()).toContain('<h1>Server Error (500)</h1>');
  });
});

describe('details', () => {
  test.each([
    ['a course', 'courses/A+1'],
    ['a course, with a slash', 'courses/A+1/'],
    ['a course, encoded', 'courses/A%2B1'],
    ['the course of a listed run', 'courses/B+1'],
    ['the course of a run that comes alone', 'courses/C+1'],
    ['a run', 'course-runs/course-v1:A+1+1T2027'],
    ['a run, encoded', 'course-runs/course-v1%3AA%2B1%2B1T2027/'],
    ['a run that comes alone', 'course-runs/course-v1:C+1+1T2027'],
    ['a listed program', 'programs/listed-program'],
    ['a program that a course names', 'programs/named-program'],
  ])('%s', async (_, address) => {
    const { status, body } = await askJson(`${list}/${core}/${address}`);

    expect(status).toBe(200);
    expect(body.enrollment_url).toContain(`?catalog=${core}&`);
  });

  test('a run by itself names its course and its programs', async () => {
    const { body } = await askJson(`${list}/${core}/course-runs/course-v1:A+44+1T2027`);

    expect(body).toMatchObject({
      course: 'A+44',
      programs: [{ uuid: 'named-program' }],
      title: 'A run',
    });
  });

  test.each(['courses/D+1', 'courses/Z+1', 'course-runs/course-v1:Z', 'programs/other-program'])(
    '%s is not in the catalog',
    async (address) => {
      expect(await askJson(`${list}/${core}/${address}`)).toEqual({
        status: 404,
        body: { detail: 'Not found.' },
      });
    },
  );

  test('a key that cannot be a course’s gets a page of HTML', async () => {
    const response = await ask(`${list}/${core}/courses/nothing`);

    expect([response.status, response.headers.get('Content-Type')]).toEqual([
      404,
      'text/html; charset=utf-8',
    ]);
  });

  test.each(['courses/A+1', 'course-runs/course-v1:A+1+1T2027', 'programs/listed-program'])(
    '%s is refused in catalogs that are unknown or another company’s',
    async (address) => {
      expect((await askJson(`${list}/${unknown}/${address}`)).body).toEqual({
        detail: 'No EnterpriseCustomerCatalog matches the given query.',
      });
      expect(await askJson(`${list}/${foreignCatalogUuid}/${address}`)).toEqual({
        status: 403,
        body: { detail: 'Missing: enterprise.can_view_catalog' },
      });
    },
  );
});

describe('methods and paths', () => {
  test.each(['', `/${core}`, `/${core}/courses/A+1/`])(
    'only GET is allowed on …%s',
    async (address) => {
      const response = await ask(list + address, { method: 'PUT' });

      expect([response.status, await response.json()]).toEqual([
        405,
        { detail: 'Method "PUT" not allowed.' },
      ]);
      expect(response.headers.get('Allow')).toContain('GET');
    },
  );

  test('an unknown path gets a page of HTML', async () => {
    const response = await ask('/enterprise/v9/nothing');

    expect([response.status, await response.text()]).toEqual([
      404,
      expect.stringContaining('<h1>Not Found</h1>'),
    ]);
  });
});

describe('XML', () => {
  const parser = new XMLParser({ parseTagValue: false, ignoreDeclaration: true });

  test.each(['*/*', 'application/xml', 'text/html'])(
    'is the answer to Accept: %s',
    async (accept) => {
      const response = await ask(`${list}/${core}?page_size=40`, { accept });
      const text = await response.text();

      expect(response.headers.get('Content-Type')).toBe('application/xml; charset=utf-8');
      expect(XMLValidator.validate(text)).toBe(true);
      const { root } = parser.parse(text);
      expect(Object.keys(root)).toEqual(['count', 'next', 'previous', 'results']);
      expect(root).toMatchObject({ count: '48', previous: '' });
      expect(root.next).toBe(`${sandbox.url}${list}/${core}?page_size=40&page=2`);
      expect(root.results['list-item']).toHaveLength(40);
      expect(root.results['list-item'][1]).toMatchObject({
        key: 'A+1',
        title: 'Course <1> & more',
        excluded_from_seo: 'False',
        sponsors: '',
        short_description: '',
        course_runs: { 'list-item': { key: 'course-v1:A+1+1T2027' } },
      });
    },
  );

  test('words details and errors as well', async () => {
    const course = await (await ask(`${list}/${core}/courses/A+1`, { accept: '' })).text();
    const error = await (await ask(`${list}/${core}/courses/Z+1`, { accept: 'text/xml' })).text();

    expect(parser.parse(course).root.key).toBe('A+1');
    expect(error).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<root><detail>Not found.</detail></root>',
    );
  });
});

describe('faults', () => {
  test('answer in place of the sandbox, as often as they should', async () => {
    const fault = sandbox.faults.add({
      match: { method: 'GET', path: `${list}/${core}`, query: { page: '2' } },
      status: 429,
      body: { detail: 'Request was throttled. Expected available in 2 seconds.' },
      headers: { 'Retry-After': '2' },
      skip: 1,
      times: 2,
    });
    const statuses: number[] = [];
    for (let count = 0; count < 4; count += 1)
      statuses.push((await ask(`${list}/${core}?page=2`)).status);

    expect(statuses).toEqual([200, 429, 429, 200]);
    expect(fault.hits).toBe(2);
    expect((await ask(`${list}/${core}?page=1`)).status).toBe(200);
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

    expect((await askJson(`${list}/${core}`)).body).toEqual({
      count: 48,
      next: '',
      previous: null,
      results: [],
    });
  });

  test('cut an answer in the middle', async () => {
    sandbox.faults.add({ truncate: true });
    const response = await ask(`${list}/${core}?page_size=100`);

    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  test('hang up', async () => {
    sandbox.faults.add({ hangUp: true, delayMs: 1 });

    await expect(ask(list)).rejects.toThrow();
  });
});

test('records what was asked, without secrets', async () => {
  await ask(`${list}/${core}/courses/A%2B1/?page=2`);

  expect(sandbox.requests).toEqual([
    {
      method: 'GET',
      path: `${list}/${core}/courses/A+1/`,
      query: { page: '2' },
      headers: expect.objectContaining({
        accept: 'application/json',
        authorization: 'JWT (not kept)',
      }),
      status: 200,
    },
  ]);
});
