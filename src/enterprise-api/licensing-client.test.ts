import { describe, expect, test } from 'vitest';
import { setUpClient, token } from '../test/api-client.ts';
import type { Answer, ReceivedRequest } from '../test/http-server.ts';
import type { LearnerPage } from './learner-page.ts';
import type { EnterpriseApiClient } from './client.ts';
import type { WalkSummary } from './walk.ts';

const licenses = { activated: 1, assigned: 2, unassigned: 7, revoked: 0, total: 10, allocated: 3 };
const plan = (number: number) => ({ uuid: `plan-${number}`, title: `Plan ${number}`, licenses });

/** Pages of 100, the next one at another host, as the license service does it (api-ground-truth §0.9). */
function plansOf(total: number) {
  return ({ query }: ReceivedRequest): Answer => {
    const page = Number(query.get('page'));
    const from = (page - 1) * 100;
    const results = Array.from({ length: Math.min(100, total - from) }, (_, index) =>
      plan(from + index),
    );
    const next = 'https://license-manager.example/api/v1/subscriptions/?page=9';
    return { body: { count: total, next: from + 100 < total ? next : null, results } };
  };
}

describe('subscription plans', () => {
  test('every page is read by its number, from the same host, without a page size', async () => {
    const { client, asked } = await setUpClient(plansOf(230));

    const { items, refused, notes } = await client.fetchSubscriptionPlans({
      enterpriseCustomerUuid: 'company-1',
    });

    expect(items.map(({ uuid }) => uuid)).toEqual(
      Array.from({ length: 230 }, (_, index) => `plan-${index}`),
    );
    expect([refused, notes]).toEqual([[], []]);
    expect(asked().map(({ path, query }) => [path, Object.fromEntries(query)])).toEqual(
      ['1', '2', '3'].map((page) => [
        '/enterprise/v1/subscriptions',
        { enterprise_customer_uuid: 'company-1', page },
      ]),
    );
    expect(client.statistics.requestsByKind).toMatchObject({ subscriptions: 3 });
  });

  test('`current` is the literal true, or absent', async () => {
    const { client, asked } = await setUpClient(plansOf(1));

    for (const current of [true, false, undefined]) {
      await client.fetchSubscriptionPlans({ enterpriseCustomerUuid: 'company-1', current });
    }

    expect(asked().map(({ query }) => query.get('current'))).toEqual(['true', null, null]);
  });

  test('a plan that does not fit the contract is refused by its title, the others stay', async () => {
    const { client } = await setUpClient(() => ({
      body: { count: 2, next: null, results: [{ ...plan(1), licenses: 'many' }, plan(2)] },
    }));

    expect(
      await client.fetchSubscriptionPlans({ enterpriseCustomerUuid: 'company-1' }),
    ).toMatchObject({
      items: [{ uuid: 'plan-2', revocations: null }],
      refused: [{ key: 'Plan 1', problems: [{ path: 'licenses' }] }],
    });
  });

  test('a page that is lost is an error', async () => {
    const { client } = await setUpClient((request) =>
      request.query.get('page') === '2' ? { status: 500, body: 'x' } : plansOf(230)(request),
    );

    await expect(
      client.fetchSubscriptionPlans({ enterpriseCustomerUuid: 'company-1' }),
    ).rejects.toThrow(/list of subscription plans could not be read whole.*500/);
  });
});

async function walkLearners(client: EnterpriseApiClient, ordering?: string) {
  const pages: LearnerPage[] = [];
  const walk = client.walkLearnerSummary('company-1', { ordering });
  for (;;) {
    const step: IteratorResult<LearnerPage, WalkSummary> = await walk.next();
    if (step.done === true) return { pages, summary: step.value };
    pages.push(step.value);
  }
}

const row = (number: number) => ({
  enrollment_id: number,
  is_consent_granted: true,
  user_email: `learner-${number}@x.example`,
  courserun_key: 'course-v1:A+B+1',
  course_start_date: '2026-01-15',
});

function rowsOf(total: number) {
  return ({ query }: ReceivedRequest): Answer => {
    const size = Math.min(1000, Number(query.get('page_size')));
    const from = (Number(query.get('page')) - 1) * size;
    const results = Array.from({ length: Math.min(size, total - from) }, (_, index) =>
      row(from + index),
    );
    return { body: { count: total, next: from + size < total ? 'http://x.example' : '', results } };
  };
}

describe('the learner summary', () => {
  test('comes in pages of 1,000, in order', async () => {
    const { client, asked } = await setUpClient(rowsOf(2345));

    const { pages, summary } = await walkLearners(client, '-last_activity_date');

    expect(pages.map(({ page, count, rows }) => [page, count, rows.length])).toEqual([
      [1, 2345, 1000],
      [2, 2345, 1000],
      [3, 2345, 345],
    ]);
    expect(pages[2]?.rows.at(-1)).toMatchObject({
      enrollment_id: '2344',
      user_email: 'learner-2344@x.example',
      course_start: '2026-01-15',
    });
    expect(summary).toMatchObject({ complete: true, received: 2345, notes: [] });
    expect(asked()[0]).toMatchObject({
      path: '/enterprise/v3/enterprise-customer/company-1/learner-summary',
    });
    expect(Object.fromEntries(asked()[0]?.query ?? [])).toEqual({
      page: '1',
      page_size: '1000',
      ordering: '-last_activity_date',
    });
    expect(client.statistics.requestsByKind).toMatchObject({ 'learner-summary': 3 });
  });

  test('a row without consent has nothing of the learner', async () => {
    const { client } = await setUpClient(() => ({
      body: { count: 1, next: '', results: [{ ...row(1), is_consent_granted: false }] },
    }));

    const { pages } = await walkLearners(client);

    expect(JSON.stringify(pages)).not.toContain('learner-1');
    expect(pages[0]?.rows).toMatchObject([{ enrollment_id: '1', is_consent_granted: false }]);
  });

  test('a row that does not fit the contract is refused by its place, without its content', async () => {
    const { client } = await setUpClient(() => ({
      body: { count: 2, next: '', results: [row(1), { ...row(2), has_passed: 'learner-2' }] },
    }));

    const { pages } = await walkLearners(client);

    expect(pages[0]).toMatchObject({
      rows: [{ enrollment_id: '1' }],
      refused: [{ row: 2, problems: [{ path: 'has_passed' }] }],
    });
    expect(JSON.stringify(pages[0]?.refused)).not.toContain('learner-2');
  });

  test('a page that is too heavy is read in halves', async () => {
    const { client } = await setUpClient((request) =>
      request.query.get('page_size') === '1000'
        ? { status: 504, body: { message: 'Endpoint request timed out' } }
        : rowsOf(700)(request),
    );

    const { pages } = await walkLearners(client);

    expect(pages.map(({ rows }) => rows.length)).toEqual([700]);
  });

  test('one page of it takes one request', async () => {
    const { client, asked } = await setUpClient(rowsOf(70));

    const page = await client.fetchLearnerPage('company-1', {
      page: 3,
      pageSize: 30,
      ordering: 'course_title',
    });

    expect(page).toMatchObject({ page: 3, count: 70, rows: { length: 10 }, refused: [] });
    expect(page.rows[0]).toMatchObject({ enrollment_id: '60' });
    expect(asked().map(({ query }) => Object.fromEntries(query))).toEqual([
      { page: '3', page_size: '30', ordering: 'course_title' },
    ]);
  });

  test.each([
    ['became too short', { status: 404, body: { detail: 'Invalid page.' } }, /page/],
    ['is down', { status: 503, body: '' }, /503/],
  ])('one page is an error where the list %s', async (_name, answer, message) => {
    const { client } = await setUpClient(() => answer);

    await expect(client.fetchLearnerPage('company-1', { page: 3, pageSize: 30 })).rejects.toThrow(
      message,
    );
  });

  test('another company’s is forbidden', async () => {
    const { client } = await setUpClient(() => ({
      status: 403,
      body: { detail: 'MISSING: can_access_enterprise' },
    }));

    await expect(walkLearners(client)).rejects.toMatchObject({ status: 403 });
  });
});

test('the summary has a pace of its own, twice the content’s; licenses have none', async () => {
  const { client, sleeps } = await setUpClient(() => ({}), {
    // On loopback there is no pace.
    apiUrl: 'http://api.example',
    requestsPerMinute: 1,
    fetch: async (url) =>
      new Request(url).url.includes('access_token')
        ? Response.json({ access_token: 'a', expires_in: 3600 })
        : Response.json({ count: 0, next: '', results: [] }),
  });

  for (let index = 0; index < 3; index += 1) {
    await walkLearners(client);
    await client.fetchSubscriptionPlans({ enterpriseCustomerUuid: 'company-1' });
    await client.fetchSubscriptionPlans({ enterpriseCustomerUuid: 'company-1' });
  }

  expect(sleeps).toEqual([61_000]);
});

describe('the customers of a token', () => {
  const jwt = (claims: object) =>
    `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;

  test.each<[string, string, string[]]>([
    ['one', jwt({ roles: ['enterprise_admin:c-1'] }), ['c-1']],
    [
      'several, of which it administers some',
      jwt({ roles: ['enterprise_learner:c-2', 'enterprise_admin:c-1', 'enterprise_admin:c-3'] }),
      ['c-1', 'c-3'],
    ],
    ['none that it administers', jwt({ roles: ['enterprise_learner:c-2'] }), ['c-2']],
    ['any', jwt({ roles: ['enterprise_admin:*'] }), []],
    ['no roles', jwt({}), []],
    ['roles of another shape', jwt({ roles: [1, null, 'admin'] }), []],
    ['no JWT', 'opaque', []],
  ])('%s', async (_name, value, expected) => {
    const { client, asked } = await setUpClient(() => ({}), { tokens: () => token(value) });

    expect(await client.readCustomerUuids()).toEqual(expected);
    expect(asked()).toEqual([]);
  });

  test('wrong credentials end with what to check', async () => {
    const { client } = await setUpClient(() => ({}), {
      tokens: () => ({ status: 401, body: { error: 'invalid_client' } }),
    });

    await expect(client.readCustomerUuids()).rejects.toThrow(/ENTERPRISE_API_CLIENT_SECRET/);
  });
});
