import { XMLParser } from 'fast-xml-parser';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
const catalogFields = {
  enterprise_customer: '77777777-7777-4777-8777-777777777777',
  catalog_query_uuid: null,
  content_last_modified: '2026-10-01T00:00:00Z',
  catalog_modified: '2026-10-01T00:00:00Z',
  query_title: null,
};
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
    catalogs: [core, empty].map((uuid) => ({ ...catalogFields, uuid, title: `Catalog ${uuid}` })),
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
  authorization = await login();
});

afterAll(async () => {
  await sandbox.close();
  rmSync(data, { recursive: true });
});

interface Answer {
  count: number;
  next: string | null;
  previous: string | null;
  results: { key?: string; uuid?: string }[];
  enrollment_url: string;
}

async function login(client = 'sandbox'): Promise<string> {
  const response = await fetch(`${sandbox.url}/oauth2/v1/access_token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      token_type: 'jwt',
      client_id: client,
      client_secret: sandbox.clientSecret,
    }),
  });
  return `JWT ${((await response.json()) as { access_token: string }).access_token}`;
}

async function ask(address: string, init: RequestInit = {}): Promise<Response> {
  return fetch(address.startsWith('http') ? address : sandbox.url + address, {
    ...init,
    headers: { Accept: 'application/json', Authorization: authorization, ...init.headers },
  });
}

async function askJson(address: string, init?: RequestInit) {
  const response = await ask(address, init);
  return { status: response.status, body: (await response.json()) as Answer };
}

describe('the list of catalogs', () => {
  test('names every catalog', async () => {
    const { status, body } = await askJson(list);

    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['count', 'next', 'previous', 'results']);
    expect(body).toMatchObject({ count: 2, next: null, previous: null });
    expect(body.results.map(({ uuid }) => uuid)).toEqual([core, empty]);
  });

  test('is forbidden to a client that administers no company, as is all else', async () => {
    const headers = { Authorization: await login('sandbox-guest') };
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
      const { body }: { body: Answer } = await askJson(next);
      keys.push(...body.results.map(({ key, uuid }) => key ?? uuid ?? ''));
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

  test('looks for the catalog before the token', async () => {
    const response = await fetch(`${sandbox.url}${list}/${unknown}`);

    expect(response.status).toBe(404);
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

  test('a format that there is not is refused before the token is looked at', async () => {
    const response = await fetch(sandbox.url + list, { headers: { Accept: 'text/csv' } });

    expect([response.status, await response.json()]).toEqual([
      406,
      { detail: 'Could not satisfy the request Accept header.' },
    ]);
  });

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
  const parse = (text: string) => (parser.parse(text) as { root: Record<string, unknown> }).root;

  test.each(['*/*', 'application/xml', 'text/html,application/xml;q=0.9,*/*;q=0.8'])(
    'is the answer to Accept: %s',
    async (accept) => {
      const response = await ask(`${list}/${core}?page_size=40`, { headers: { Accept: accept } });
      const root = parse(await response.text());

      expect(response.headers.get('Content-Type')).toBe('application/xml; charset=utf-8');
      expect(Object.keys(root)).toEqual(['count', 'next', 'previous', 'results']);
      expect(root).toMatchObject({ count: '48', previous: '' });
      expect(root['next']).toBe(`${sandbox.url}${list}/${core}?page_size=40&page=2`);
      const items = (root['results'] as { 'list-item': unknown[] })['list-item'];
      expect(items).toHaveLength(40);
      expect(items[1]).toMatchObject({
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
    const course = await ask(`${list}/${core}/courses/A+1`, { headers: { Accept: '' } });
    const error = await ask(`${list}/${core}/courses/Z+1`, { headers: { Accept: '*/*' } });

    expect(parse(await course.text())).toMatchObject({ key: 'A+1' });
    expect(await error.text()).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<root><detail>Not found.</detail></root>',
    );
  });
});
