import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSandbox, foreignCatalogUuid, type Sandbox } from '#sandbox';
import { startServer, type Answer, type ReceivedRequest } from '../src/test/http-server.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox({ courses: 12 });
});

afterAll(() => sandbox.close());

async function run(parameters: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['scripts/show-api.ts', ...parameters], {
    env: {
      PATH: process.env['PATH'],
      ENTERPRISE_API_URL: sandbox.url,
      ENTERPRISE_API_CLIENT_ID: 'sandbox',
      ENTERPRISE_API_CLIENT_SECRET: 'sandbox-secret',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (output.out += String(chunk)));
  child.stderr.on('data', (chunk) => (output.err += String(chunk)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, ...output };
}

const readJson = (text: string) => JSON.parse(text) as Record<string, unknown>[];

describe('catalogs and courses of the sandbox', () => {
  test('catalogs, as a table and for programs', async () => {
    const [table, json] = await Promise.all([run(['catalogs']), run(['catalogs', '--json'])]);
    const catalogs = readJson(json.out);

    expect([table.code, table.err, json.code, json.err]).toEqual([0, '', 0, '']);
    expect(table.out).toMatch(/^CATALOG +TITLE +CHANGED +QUERY +CUSTOMER\n/);
    expect(table.out.split('\n')).toHaveLength(catalogs.length + 2);
    expect(table.out).toContain(`${String(catalogs[0]?.['uuid'])}  `);
    expect(Object.keys(catalogs[0] ?? {})).toEqual(
      expect.arrayContaining(['uuid', 'title', 'enterprise_customer', 'content_last_modified']),
    );
  });

  test('a course with its runs', async () => {
    const [first] = readJson((await run(['catalogs', '--json'])).out);
    const catalog = String(first?.['uuid']);
    const key = await findCourse(catalog);

    const [table, json] = await Promise.all([
      run(['course', catalog, key]),
      run(['course', catalog, key, '--json']),
    ]);
    const course = JSON.parse(json.out) as { title: string; course_runs: { key: string }[] };

    expect([table.code, table.err]).toEqual([0, '']);
    expect(table.out).toContain(course.title);
    for (const { key: runKey } of course.course_runs) expect(table.out).toContain(runKey);
  });
});

async function findCourse(catalog: string): Promise<string> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'sandbox',
    client_secret: 'sandbox-secret',
    token_type: 'jwt',
  });
  const url = `${sandbox.url}/oauth2/v1/access_token`;
  const answer = await fetch(url, { method: 'POST', body: form });
  const { access_token: jwt } = (await answer.json()) as { access_token: string };
  const page = await fetch(
    `${sandbox.url}/enterprise/v2/enterprise-catalogs/${catalog}?page_size=100`,
    { headers: { Authorization: `JWT ${jwt}`, Accept: 'application/json' } },
  );
  const { results } = (await page.json()) as { results: { key: string; course_runs?: [] }[] };
  return results.find((item) => item.course_runs !== undefined)?.key ?? '';
}

const jwt = (roles: string[]) =>
  `e30.${Buffer.from(JSON.stringify({ roles })).toString('base64url')}.x`;
const plan = {
  uuid: 'plan-1',
  title: 'A plan',
  start_date: '2020-01-01T00:00:00Z',
  expiration_date: '2999-01-01 00:00:00+00:00',
  is_active: true,
  licenses: { activated: 1, assigned: 2, unassigned: 7, revoked: 4, total: 10, allocated: 3 },
  revocations: { applied: 1, remaining: 4 },
};
const rows = [
  {
    is_consent_granted: true,
    user_email: 'ada@company.example',
    course_title: 'Statistics',
    courserun_key: 'course-v1:A+B+1',
    enrollment_date: '2026-01-02',
    progress_status: 'Passed',
    current_grade: 0.871,
    passed_date: '2026-05-06',
  },
  {
    is_consent_granted: false,
    user_email: 'bob@company.example',
    course_title: 'Statistics',
    progress_status: 'Failed',
  },
];

/** A service with one plan and two enrollments. */
async function startService(roles: string[], plans: unknown[] = [plan]) {
  return startServer(({ path, method }: ReceivedRequest): Answer => {
    if (method === 'POST') return { body: { access_token: jwt(roles), expires_in: 3600 } };
    if (path.endsWith('/subscriptions')) {
      return { body: { count: plans.length, next: null, results: plans } };
    }
    if (path.includes('/c-1/learner-summary')) {
      return { body: { count: 2, next: '', results: rows } };
    }
    return { status: 403, body: { detail: 'MISSING: can_access_enterprise' } };
  });
}

describe('plans and learners', () => {
  test('plans of the customer that the token is for', async () => {
    const { url, requests } = await startService(['enterprise_admin:c-1']);

    const { code, out, err } = await run(['subscriptions', '--current'], {
      ENTERPRISE_API_URL: url,
    });

    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(
      [
        'TITLE   STATUS  START       END         TOTAL  ACTIVATED  ASSIGNED  FREE  REVOCABLE  PLAN',
        'A plan  Active  2020-01-01  2999-01-01     10          1         2     7          4  plan-1',
        '',
      ].join('\n'),
    );
    expect(Object.fromEntries(requests.at(-1)?.query ?? [])).toEqual({
      enterprise_customer_uuid: 'c-1',
      current: 'true',
      page: '1',
    });
  });

  test('plans for programs keep the API’s names; none is an empty list', async () => {
    const [some, none] = await Promise.all([startService([]), startService([], [])]);
    const parameters = ['subscriptions', '--json', '--customer', 'c-1'];

    const [full, empty] = await Promise.all([
      run(parameters, { ENTERPRISE_API_URL: some.url }),
      run(parameters, { ENTERPRISE_API_URL: none.url }),
    ]);

    expect(readJson(full.out)).toMatchObject([
      { ...plan, revocations: { applied: 1, remaining: 4, total: 5 } },
    ]);
    expect([empty.code, empty.out]).toEqual([0, '[]\n']);
  });

  test('a learner without consent has no name and no progress', async () => {
    const { url, requests } = await startService([]);
    const environment = { ENTERPRISE_API_URL: url, ENTERPRISE_CUSTOMER_UUID: 'c-1' };

    const table = await run(['learners', '--ordering=-enrollment_date'], environment);
    const json = await run(['learners', '--json'], environment);

    expect([table.code, table.err]).toEqual([0, '']);
    expect(table.out.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['LEARNER', 'COURSE', 'COURSE RUN', 'ENROLLED', 'LAST ACTIVE', 'PROGRESS', 'GRADE', 'PASSED'],
      [
        'ada@company.example',
        'Statistics',
        'course-v1:A+B+1',
        '2026-01-02',
        'Passed',
        '87 %',
        '2026-05-06',
      ],
      ['(no consent)', 'Statistics'],
      [''],
    ]);
    expect(requests[1]?.query.get('ordering')).toBe('-enrollment_date');
    expect(readJson(json.out)).toMatchObject([
      { user_email: 'ada@company.example', current_grade: 0.871, is_consent_granted: true },
      { user_email: null, progress_status: null, is_consent_granted: false },
    ]);
    expect(json.out).not.toContain('bob');
  });
});

describe('trouble is one line that says what to do', () => {
  test.each<[string, string[], Record<string, string>, number, RegExp]>([
    [
      'bad credentials',
      ['catalogs'],
      { ENTERPRISE_API_CLIENT_SECRET: 'wrong' },
      1,
      /401: invalid_client\. Check ENTERPRISE_API_CLIENT_ID and ENTERPRISE_API_CLIENT_SECRET\./,
    ],
    [
      'no network',
      ['catalogs'],
      { ENTERPRISE_API_URL: 'http://127.0.0.1:2' },
      1,
      /no connection, or it broke\. Check ENTERPRISE_API_URL and the network\./,
    ],
    ['no such course', ['course', 'x', 'No+Such'], {}, 1, /holds no course No\+Such.*catalogs/],
    [
      'another company’s catalog',
      ['course', foreignCatalogUuid, 'A+B'],
      {},
      1,
      /403.*The credentials may not see this; ask edX for access\./,
    ],
  ])('%s', async (_name, parameters, environment, exitCode, message) => {
    const { code, out, err } = await run(parameters, environment);

    expect(err).toMatch(message);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect([code, out]).toEqual([exitCode, '']);
    expect(err).not.toContain('wrong');
  });

  test('several customers: which one?', async () => {
    const { url } = await startService(['enterprise_admin:c-1', 'enterprise_admin:c-2']);

    const { code, err } = await run(['learners'], { ENTERPRISE_API_URL: url });

    expect([code, err]).toEqual([2, expect.stringMatching(/--customer UUID of c-1, c-2\.\n$/)]);
  });

  test('another company’s learners', async () => {
    const { url } = await startService([]);

    const { code, err } = await run(['learners', '--customer', 'c-2'], { ENTERPRISE_API_URL: url });

    expect([code, err]).toEqual([1, expect.stringMatching(/403: MISSING.*ask edX for access/)]);
  });

  test.each([
    ['no view', [], {}, /No view is named/],
    ['an unknown view', ['planets'], {}, /"planets" is no view/],
    ['an unknown option', ['catalogs', '--colour'], {}, /Unknown option '--colour'/],
    ['a course without key', ['course', 'x'], {}, /"course" takes 2 arguments/],
  ])('%s ends with the usage', async (_name, parameters, environment, message) => {
    const { code, err } = await run(parameters, environment);

    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
    expect(err).toContain('Usage: npm run api');
  });

  test('an environment that is not complete', async () => {
    const { code, err } = await run(['catalogs'], { ENTERPRISE_API_URL: '' });

    expect([code, err]).toEqual([2, expect.stringMatching(/ENTERPRISE_API_URL is missing/)]);
  });
});

test('help is no error', async () => {
  const { code, out, err } = await run(['--help']);

  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^Usage: npm run api/);
});
