import { describe, expect, test } from 'vitest';
import { good, setUpClient } from '../test/api-client.ts';
import type { Answer } from '../test/http-server.ts';
import { EnterpriseApiConnectionError, EnterpriseApiResponseError } from './errors.ts';

describe('trying again', () => {
  const passing: [name: string, failure: Answer][] = [
    ['500', { status: 500, body: '<h1>Server Error (500)</h1>' }],
    ['502', { status: 502, body: 'bad gateway' }],
    ['503', { status: 503, body: '' }],
    ['504 of the gateway', { status: 504, body: { message: 'Endpoint request timed out' } }],
    [
      'a 503 that the gateway calls 400',
      { status: 400, body: '<html><h1>503 Service Temporarily Unavailable</h1></html>' },
    ],
    ['a body that is cut off', { body: { count: 0, results: [] }, cutAfter: 8 }],
    ['HTML with 200', { body: '<html></html>' }],
  ];

  test.each(passing)('%s, then fine', async (_name, failure) => {
    const { client, sleeps, warnings } = await setUpClient((_request, index) =>
      index === 0 ? failure : good,
    );

    await client.fetchCatalogs();

    expect(client.statistics).toMatchObject({ retries: 1, requests: 3 });
    expect(sleeps).toHaveLength(1);
    expect(sleeps[0]).toBeGreaterThanOrEqual(500);
    expect(warnings[0]).toMatch(/Trying again/);
  });

  test('one pause for all requests is said once', async () => {
    const body = { detail: 'Request was throttled. Expected available in 40 seconds.' };
    const refused = new Set<string>();
    const sameMoment = { clock: { now: Date.now, sleep: async () => undefined } };
    const { client, warnings } = await setUpClient(({ path }) => {
      if (refused.has(path)) return { body: { uuid: path, key: path, title: path } };
      refused.add(path);
      return { status: 429, body };
    }, sameMoment);

    await Promise.all(['a', 'b', 'c'].map((uuid) => client.fetchProgram('core', uuid)));

    expect(client.statistics.retries).toBe(3);
    expect(warnings).toEqual([expect.stringMatching(/in 40 seconds\..* Trying again in 40 s\./)]);
  });

  test('ends after six tries with the last answer', async () => {
    const { client, asked } = await setUpClient(() => ({
      status: 500,
      body: '<h1>Server Error (500)</h1>',
    }));

    await expect(client.fetchCatalogs()).rejects.toThrow(
      /GET \/enterprise\/v2\/enterprise-catalogs answered 500: Server Error \(500\)/,
    );
    expect(asked()).toHaveLength(6);
  });

  const final: [status: number, body: unknown][] = [
    [400, { detail: 'x is not a valid uuid.' }],
    [400, { user_emails: ['This field is required.'] }],
    [403, { detail: 'MISSING: catalog.has_learner_access' }],
    [404, { detail: 'No EnterpriseCatalog matches the given query.' }],
    [405, { detail: 'Method "PUT" not allowed.' }],
  ];

  test.each(final)('never a %s with a structured body', async (status, body) => {
    const { client, asked } = await setUpClient(() => ({ status, body }));

    await expect(client.fetchCatalogs()).rejects.toMatchObject({
      name: 'EnterpriseApiHttpError',
      status,
    });
    expect(asked()).toHaveLength(1);
  });

  const throttled: [name: string, answer: Answer, waitMs: number][] = [
    [
      'Retry-After in seconds',
      { headers: { 'Retry-After': '7' }, body: { detail: 'Request was throttled.' } },
      7000,
    ],
    [
      'Retry-After as a date',
      { headers: { 'Retry-After': 'Mon, 23 Nov 2026 06:00:30 GMT' }, body: {} },
      30_000,
    ],
    [
      'the seconds in the text',
      { body: { detail: 'Request was throttled. Expected available in 42 seconds.' } },
      42_000,
    ],
    [
      'one second in the text',
      { body: { detail: 'Request was throttled. Expected available in 1 second.' } },
      1000,
    ],
    ['a minute where nothing is said', { body: { message: 'Too Many Requests' } }, 60_000],
  ];

  test.each(throttled)('after a 429 waits for %s', async (_name, answer, waitMs) => {
    const { client, sleeps } = await setUpClient((_request, index) =>
      index === 0 ? { status: 429, ...answer } : good,
    );

    await client.fetchCatalogs();

    expect(sleeps).toEqual([waitMs]);
  });

  test('a 429 holds back every request, not only its own', async () => {
    const { client, clock, asked } = await setUpClient((_request, index) =>
      index === 0 ? { status: 429, headers: { 'Retry-After': '50' }, body: {} } : good,
    );
    const started = clock.now();

    await client.fetchCatalogs();
    await client.fetchCatalogs();

    expect(asked()).toHaveLength(3);
    expect(clock.now() - started).toBe(50_000);
  });

  test('a server that does not answer runs into the time limit', async () => {
    const { client, asked } = await setUpClient(
      (_request, index) => (index === 0 ? { isSilent: true } : good),
      { timeoutMs: 50 },
    );

    await client.fetchCatalogs();

    expect(asked()).toHaveLength(2);
  });

  test('a host that is not there is told with what to check', async () => {
    const { client } = await setUpClient(() => good, { apiUrl: 'http://127.0.0.1:9' });

    await expect(client.fetchCatalogs()).rejects.toThrow(EnterpriseApiConnectionError);
    await expect(client.fetchCatalogs()).rejects.toThrow(/ENTERPRISE_API_URL/);
  });

  test('an answer over the size limit is refused', async () => {
    const { client } = await setUpClient(
      () => ({ body: { count: 0, results: ['x'.repeat(5000)] } }),
      {
        maxBodyBytes: 1000,
      },
    );

    await expect(client.fetchCatalogs()).rejects.toThrow(EnterpriseApiResponseError);
  });

  test('an aborted call ends', async () => {
    const abort = new AbortController();
    const { client } = await setUpClient(() => {
      abort.abort(new Error('enough'));
      return { isSilent: true };
    });

    await expect(client.fetchCatalogs({ signal: abort.signal })).rejects.toThrow('enough');
  });

  test('a 503 with Retry-After holds back every request too', async () => {
    const { client, sleeps } = await setUpClient((_request, index) =>
      index === 0 ? { status: 503, headers: { 'Retry-After': '20' }, body: '' } : good,
    );

    await client.fetchCatalogs();

    expect(sleeps).toEqual([20_000]);
  });

  test('nobody is waited for who asks for more than an hour', async () => {
    const { client, asked, sleeps } = await setUpClient(() => ({
      status: 429,
      headers: { 'Retry-After': '86400' },
      body: { detail: 'Request was throttled.' },
    }));

    await expect(client.fetchCatalogs()).rejects.toThrow(/429: Request was throttled.*RATE/);
    expect([asked().length, sleeps.length]).toEqual([1, 0]);
  });

  test('a pause ends even with a clock that sleeps in no time', async () => {
    const { client, asked } = await setUpClient(
      (_request, index) => (index === 0 ? { status: 429, body: {} } : good),
      { clock: { now: Date.now, sleep: async () => undefined } },
    );

    await client.fetchCatalogs();

    expect(asked()).toHaveLength(2);
  });

  test('a call that is aborted in a pause ends at once', async () => {
    const abort = new AbortController();
    const { client, asked } = await setUpClient(() => ({ status: 429, body: {} }), {
      clock: {
        now: Date.now,
        sleep: () => {
          abort.abort(new Error('enough'));
          return new Promise(() => undefined);
        },
      },
    });

    await expect(client.fetchCatalogs({ signal: abort.signal })).rejects.toThrow('enough');
    expect(asked()).toHaveLength(1);
  });

  test('a time limit that runs out every time says so', async () => {
    const { client } = await setUpClient(() => ({ isSilent: true }), { timeoutMs: 20 });

    await expect(client.fetchCatalogs()).rejects.toMatchObject({
      name: 'EnterpriseApiTimeoutError',
      message: expect.stringContaining('within 0.02 s') as string,
    });
  });
});
