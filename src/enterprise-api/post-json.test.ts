import { describe, expect, test } from 'vitest';
import { setUpClient, token } from '../test/api-client.ts';
import type { Answer } from '../test/http-server.ts';
import { EnterpriseApiHttpError, EnterpriseApiOutcomeError } from './errors.ts';

const emails = ['ada@company.example'];
const assigned: Answer = {
  body: {
    num_successful_assignments: 1,
    num_already_associated: 0,
    license_assignments: [{ user_email: 'ada@company.example', license: 'license-1' }],
  },
};
const job: Answer = { status: 201, body: { job_id: 'job-1' } };
const enrollment = {
  enterpriseCustomerUuid: 'company-1',
  emails,
  courseRunKeys: ['course-v1:A+B+1'],
  notify: true,
};

/** The first answer as given, the others fine. */
const once = (failure: Answer, then: Answer) => (_request: unknown, index: number) =>
  index === 0 ? failure : then;

test('JSON is sent and asked for, with the token', async () => {
  const { client, asked } = await setUpClient(() => assigned);

  await client.assignLicenses('plan-1', { emails });

  expect(asked()).toMatchObject([
    {
      method: 'POST',
      path: '/enterprise/v1/subscriptions/plan-1/licenses/assign',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        authorization: 'JWT token-1',
      },
      body: '{"user_emails":["ada@company.example"]}',
    },
  ]);
  expect(client.statistics.requestsByKind).toMatchObject({ token: 1, assign: 1 });
});

describe('is sent again after', () => {
  test('423, no sooner than after 5 s', async () => {
    const locked = { status: 423, body: 'Assignment currently locked for this subscription plan.' };
    const { client, asked, sleeps } = await setUpClient(
      once({ ...locked, body: JSON.stringify(locked.body) }, assigned),
    );

    await client.assignLicenses('plan-1', { emails });

    expect(asked()).toHaveLength(2);
    expect(sleeps).toHaveLength(1);
    expect(sleeps[0]).toBeGreaterThanOrEqual(5000);
  });

  test.each<[string, Answer, number]>([
    ['429 by Retry-After', { status: 429, headers: { 'Retry-After': '7' }, body: {} }, 7000],
    [
      '429 by its text',
      {
        status: 429,
        body: { detail: 'Request was throttled. Expected available in 42 seconds.' },
      },
      42_000,
    ],
    ['429 without a word', { status: 429, body: { message: 'Too Many Requests' } }, 60_000],
  ])('%s', async (_name, failure, waitMs) => {
    const { client, asked, sleeps } = await setUpClient(once(failure, job));

    await client.bulkEnroll(enrollment);

    expect(asked()).toHaveLength(2);
    expect(sleeps).toEqual([waitMs]);
  });

  test('a connection that was refused', async () => {
    let count = 0;
    // Nothing listens on port 2.
    const { client, asked } = await setUpClient(() => job, {
      fetch: (url, init) => {
        const isPost = new Request(url).url.includes('bulk-license-enrollment');
        count += isPost ? 1 : 0;
        return fetch(isPost && count === 1 ? 'http://127.0.0.1:2' : url, init);
      },
    });

    expect(await client.bulkEnroll(enrollment)).toMatchObject({ jobs: [{ jobId: 'job-1' }] });
    expect([count, asked().length]).toEqual([2, 1]);
  });

  test('a refused token, once', async () => {
    const refused = { status: 401, body: { detail: 'Invalid token.' } };
    const { client, asked } = await setUpClient(once(refused, job));

    await client.bulkEnroll(enrollment);

    expect(asked().map(({ headers }) => headers.authorization)).toEqual([
      'JWT token-1',
      'JWT token-2',
    ]);
    const other = await setUpClient(() => refused);
    await expect(other.client.bulkEnroll(enrollment)).rejects.toMatchObject({
      name: 'EnterpriseApiAuthError',
    });
    expect(other.asked()).toHaveLength(2);
  });

  test('a token endpoint in trouble: nothing was sent yet', async () => {
    const { client, asked } = await setUpClient(() => job, {
      tokens: (index) => (index === 0 ? { status: 500, body: 'x' } : token('token')),
    });

    await client.bulkEnroll(enrollment);

    expect(asked()).toHaveLength(1);
  });
});

const lostAnswers: [name: string, answer: Answer][] = [
  ['a connection that broke', { hangsUp: true }],
  ['an answer that was cut off', { ...job, cutAfter: 5 }],
  ['no answer in time', { isSilent: true }],
  ['500', { status: 500, body: '<h1>Server Error (500)</h1>' }],
  ['504 of the gateway', { status: 504, body: { message: 'Endpoint request timed out' } }],
  ['a 503 that the gateway calls 400', { status: 400, body: '<h1>503 Unavailable</h1>' }],
  ['success in HTML', { status: 201, body: '<html></html>' }],
  ['success of another shape', { status: 201, body: { job: 1 } }],
];

describe.each(lostAnswers)('%s leaves it open whether it happened', (_name, answer) => {
  const options = { timeoutMs: 200 };

  test('an enrollment is not to be repeated, and is not', async () => {
    const { client, asked } = await setUpClient(() => answer, options);

    const error: unknown = await client.bulkEnroll(enrollment).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(EnterpriseApiOutcomeError);
    expect(error).toMatchObject({ outcome: 'unknown', repeatable: false });
    expect((error as Error).message).toMatch(/not known.*done twice/);
    expect(asked()).toHaveLength(1);
  });

  test('assigning and revoking may be repeated, but are not', async () => {
    const { client, asked } = await setUpClient(() => answer, options);
    const unknown = { outcome: 'unknown', repeatable: true };

    await expect(client.assignLicenses('plan-1', { emails })).rejects.toMatchObject(unknown);
    await expect(client.revokeLicenses('plan-1', { emails })).rejects.toMatchObject(unknown);
    expect(asked()).toHaveLength(2);
  });
});

test('a redirect is not followed', async () => {
  const { client, server, asked } = await setUpClient(() => ({
    status: 307,
    headers: { Location: `${server.url}/elsewhere` },
  }));

  await expect(client.bulkEnroll(enrollment)).rejects.toMatchObject({ fault: 'redirect' });
  expect(asked()).toHaveLength(1);
});

describe('what the service refuses is said without addresses and tokens', () => {
  const refusals: [status: number, body: unknown, says: RegExp][] = [
    [400, { user_emails: { 0: ['Enter a valid email address: ada@company.example.'] } }, /Enter/],
    [400, { detail: 'x (ada@company.example) y' }, /x \(\[address\]\) y/],
    [403, { detail: 'MISSING: subscriptions.has_admin_access' }, /MISSING/],
    [403, { message: "'eyJhbGciOi.x.y' not a valid key=value pair" }, /\[token\]/],
    [400, JSON.stringify('Too many provided enrollments, please try a smaller request.'), /Too/],
    [422, JSON.stringify('Database error occurred, no assignments were completed'), /Database/],
    [404, { detail: 'No CustomerAgreement matches the given query.' }, /CustomerAgreement/],
  ];

  test.each(refusals)('%i %j', async (status, body, says) => {
    const { client, warnings, asked } = await setUpClient(() => ({ status, body }));

    const error: unknown = await client.bulkEnroll(enrollment).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(EnterpriseApiHttpError);
    expect((error as Error).message).toMatch(says);
    expect(JSON.stringify([error, (error as Error).message, warnings])).not.toMatch(
      /company\.example|eyJ/,
    );
    expect(asked()).toHaveLength(1);
  });

  test('nor do warnings of retries hold any', async () => {
    const { client, warnings } = await setUpClient(
      once({ status: 429, body: { detail: 'ada@company.example is too busy' } }, job),
    );

    await client.bulkEnroll(enrollment);

    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('[address] is too busy');
  });
});

test('what is not right is not sent, and told by its place', async () => {
  const { client, server } = await setUpClient(() => job);

  await expect(client.assignLicenses('plan-1', { emails: ['a@x.example', 'ada'] })).rejects.toThrow(
    'Nothing was sent, because the request is not right. user_emails.1: Is no e-mail address.',
  );
  await expect(client.revokeLicenses('plan-1', { emails: [] })).rejects.toThrow(/Names no address/);
  expect(server.requests).toEqual([]);
});

test('a signal ends the wait for an answer with its reason', async () => {
  const { client } = await setUpClient(() => ({ isSilent: true }));
  const controller = new AbortController();

  const sent = client.bulkEnroll(enrollment, { signal: controller.signal });
  controller.abort(new Error('enough'));

  await expect(sent).rejects.toThrow('enough');
});
