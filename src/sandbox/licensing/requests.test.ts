import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import {
  dialects,
  enrollPath,
  ownCompany,
  printedPlan,
  startLicensing,
  subscriptionsPath,
} from '../../test/licensing-sandbox.ts';

const summary = `/enterprise/v3/enterprise-customer/${ownCompany}/learner-summary`;
const assign = `${subscriptionsPath}/${printedPlan}/licenses/assign`;
const revoke = `${subscriptionsPath}/${printedPlan}/licenses/bulk-revoke`;
const enroll = `${enrollPath}?enterprise_customer_uuid=${ownCompany}`;
const emails = ['ada@tarnholt.example'];
const gets = [subscriptionsPath, summary];
const posts: [path: string, body: object, status: number][] = [
  [assign, { user_emails: emails }, 200],
  [enroll, { emails, course_run_keys: ['testX'], notify: true }, 201],
  [revoke, { user_emails: emails }, 204],
];
const paths = [...gets, ...posts.map(([path]) => path)];
const parseError = 'JSON parse error - Expecting value: line 1 column 1 (char 0)';

/** With a slash at the end of the path, before the query. */
const addSlash = (path: string) => path.replace(/(\?|$)/, '/$1');
const methodOf = (path: string) => (gets.includes(path) ? 'GET' : 'POST');

describe.each(dialects)('requests to the %s', (dialect) => {
  const isGateway = dialect === 'gateway';

  test('are answered with a slash at the end and without, never by a redirect', async () => {
    const { get, post } = await startLicensing({ dialect, switches: { revoke: 'legacy-204' } });

    for (const path of gets) {
      const plain = await get(path);
      const slashed = await get(addSlash(path));
      const rows = (answer: typeof plain) => (answer.body as { results: unknown }).results;
      expect([plain.status, slashed.status]).toEqual([200, 200]);
      expect(rows(slashed)).toEqual(rows(plain));
    }
    for (const change of [(path: string) => path, addSlash]) {
      for (const [path, body, status] of posts) {
        expect((await post(change(path), body)).status, path).toBe(status);
      }
    }
  });

  test.each([
    ['without a token', '', 'Authentication credentials were not provided.'],
    ['with Bearer', 'Bearer abc', 'Authentication credentials were not provided.'],
    ['with more than two parts', 'JWT abc def', 'Authentication credentials were not provided.'],
    ['with garbage', 'JWT abc', 'Invalid token.'],
  ])('%s are 401', async (_name, authorization, detail) => {
    const { get } = await startLicensing({ dialect });

    for (const path of paths) {
      const answer = await get(path, {
        method: methodOf(path),
        headers: { Authorization: authorization },
      });
      expect([answer.status, answer.body]).toEqual([401, { detail }]);
      expect(answer.headers.get('WWW-Authenticate')).toBe(isGateway ? null : 'JWT realm="api"');
    }
  });

  test('with a token that has expired are 401 in the words of the time', async () => {
    for (const [expired, detail] of [
      ['invalid', 'Invalid token.'],
      ['token', 'Token has expired.'],
      ['signature', 'Signature has expired.'],
    ] as const) {
      const switches = { 'token-lifetime': 0, 'expired-token': expired };
      const { get } = await startLicensing({ dialect, switches });
      for (const path of paths) {
        const { status, body } = await get(path, { method: methodOf(path) });
        expect([status, body]).toEqual([401, { detail }]);
      }
    }
  });

  test('of a wrong method are 405, or an unknown route of the gateway', async () => {
    const { get } = await startLicensing({ dialect });

    for (const path of paths) {
      for (const method of ['PUT', 'DELETE', methodOf(path) === 'GET' ? 'POST' : 'GET']) {
        const { status, headers, body } = await get(path, { method });
        if (isGateway) {
          expect(status).toBe(403);
          expect(body).toHaveProperty('message');
        } else {
          expect([status, body]).toEqual([405, { detail: `Method "${method}" not allowed.` }]);
          expect(headers.get('Allow')).toContain(methodOf(path));
        }
      }
    }
  });

  test('to unknown paths are 404 in HTML, or 403 of the gateway', async () => {
    const { get } = await startLicensing({ dialect });

    for (const path of [`${assign}/more`, `${subscriptionsPath}/${printedPlan}`, `${summary}s`]) {
      const { status, body } = await get(path, { headers: { Authorization: '' } });
      expect([status, body]).toEqual(
        isGateway
          ? [403, { message: 'Missing Authentication Token' }]
          : [404, expect.stringContaining('<h1>Not Found</h1>')],
      );
    }
  });

  test('with a body that is no JSON are 400, after the rights', async () => {
    const { get, post } = await startLicensing({ dialect });
    const foreign = assign.replace(printedPlan, ownCompany);

    for (const [path] of posts) {
      const answer = await post(path, undefined, { body: '{"user_emails": [' });
      expect([answer.status, answer.body]).toEqual([400, { detail: parseError }]);
      const text = await get(path, {
        method: 'POST',
        body: '{}',
        headers: { 'Content-Type': 'text/plain' },
      });
      expect([text.status, text.body]).toEqual([
        isGateway ? 400 : 415,
        { detail: 'Unsupported media type "text/plain" in request.' },
      ]);
    }
    const text = { 'Content-Type': 'text/plain' };
    expect((await post(foreign, {}, { headers: text })).status).toBe(403);
  });

  test('without a body say what is missing', async () => {
    const { get } = await startLicensing({ dialect });
    const { status, body } = await get(assign, { method: 'POST' });

    expect([status, body]).toEqual([400, { user_emails: ['This field is required.'] }]);
  });

  test('that come too often are 429', async () => {
    // One a minute.
    const { get, post } = await startLicensing({ dialect, switches: { throttle: 0.001 } });
    const answers = [
      await get(subscriptionsPath),
      ...(await Promise.all(posts.map(([path, body]) => post(path, body)))),
      await get(summary),
      await get(summary),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 429, 429, 429, 200, 429]);
    for (const { status, headers, body } of answers) {
      if (status === 200) continue;
      const { detail } = body as { detail: string };
      const [, seconds] =
        /^Request was throttled\. Expected available in (\d+) seconds?\.$/.exec(detail) ?? [];
      expect(Number(seconds)).toBeGreaterThan(0);
      expect(headers.get('Retry-After')).toBe(isGateway ? null : seconds);
    }
  });

  test('of a forbidden plan do not count', async () => {
    const { post } = await startLicensing({ dialect, switches: { throttle: 0.001 } });
    const foreign = assign.replace(printedPlan, ownCompany);

    const answers = [await post(foreign, {}), await post(foreign, {}), await post(assign, {})];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 400]);
  });
});

describe('formats', () => {
  const parser = new XMLParser({ parseTagValue: false, ignoreDeclaration: true });

  test.each(gets)('%s is XML in the reference unless JSON is asked for', async (path) => {
    const { get } = await startLicensing();
    for (const accept of ['*/*', 'application/xml']) {
      const { headers, body } = await get(path, { headers: { Accept: accept } });
      const { root } = parser.parse(String(body)) as { root: Record<string, unknown> };

      expect(headers.get('Content-Type')).toBe('application/xml; charset=utf-8');
      expect(Object.keys(root)).toEqual(['count', 'next', 'previous', 'results']);
      expect(root['previous']).toBe('');
    }
    const wrong = await get(`${path}?page=99`, { headers: { Accept: '*/*' } });
    expect(parser.parse(String(wrong.body))).toEqual({ root: { detail: 'Invalid page.' } });
  });

  test.each(gets)('%s is JSON of the gateway whatever is asked for', async (path) => {
    const { get } = await startLicensing({ dialect: 'gateway' });
    for (const accept of ['*/*', 'application/xml', 'text/csv']) {
      const { status, headers, body } = await get(path, { headers: { Accept: accept } });
      expect(status).toBe(200);
      expect(headers.get('Content-Type')).toBe('application/json');
      expect(body).toHaveProperty('results');
    }
  });

  test.each(gets)('%s in another format is 406, before the token', async (path) => {
    const { get } = await startLicensing();
    const { status, body } = await get(path, {
      headers: { Accept: 'text/csv', Authorization: '' },
    });

    expect([status, body]).toEqual([
      406,
      { detail: 'Could not satisfy the request Accept header.' },
    ]);
  });

  test('answers to POSTs are JSON always, their errors too', async () => {
    const { post } = await startLicensing({ switches: { revoke: 'current' } });
    for (const accept of ['*/*', 'application/xml']) {
      for (const [path, body] of posts) {
        for (const authorization of [undefined, 'JWT abc']) {
          const { headers } = await post(path, body, {
            headers: { Accept: accept, ...(authorization && { Authorization: authorization }) },
          });
          expect(headers.get('Content-Type')).toBe('application/json');
        }
      }
    }
  });
});
