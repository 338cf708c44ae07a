import { describe, expect, test } from 'vitest';
import { startServer, type Answer, type ReceivedRequest } from '../test/http-server.ts';
import { createEnterpriseApiClient } from './client.ts';
import {
  EnterpriseApiConnectionError,
  EnterpriseApiHttpError,
  EnterpriseApiResponseError,
} from './errors.ts';
import type { ContentPage } from './content-page.ts';
import type { EnterpriseApiClientOptions } from './options.ts';
import type { WalkSummary } from './walk.ts';

const tokenPath = '/oauth2/v1/access_token';
const listPath = '/enterprise/v2/enterprise-catalogs';
const good: Answer = { body: { count: 0, next: '', previous: '', results: [] } };
const token = (name: string, expiresIn: unknown = 3600): Answer => ({
  body: { access_token: name, expires_in: expiresIn, token_type: 'JWT' },
});

/** A client of a server that gives tokens by itself and answers the rest as told; time passes by sleeping only. */
async function setUp(
  answer: (request: ReceivedRequest, index: number) => Answer,
  options: Partial<EnterpriseApiClientOptions> & { tokens?: (index: number) => Answer } = {},
) {
  let tokenCount = 0;
  let count = 0;
  const server = await startServer((request) => {
    if (request.path === tokenPath) {
      tokenCount += 1;
      return options.tokens?.(tokenCount - 1) ?? token(`token-${tokenCount}`);
    }
    count += 1;
    return answer(request, count - 1);
  });
  let now = Date.parse('2026-11-23T06:00:00Z');
  const sleeps: number[] = [];
  const warnings: string[] = [];
  const clock = {
    now: () => now,
    sleep: async (ms: number) => {
      sleeps.push(ms);
      now += ms;
    },
    advance: (ms: number) => {
      now += ms;
    },
  };
  const client = createEnterpriseApiClient({
    apiUrl: server.url,
    credentials: { clientId: 'id', clientSecret: 'a-secret' },
    fetch,
    clock,
    logger: { warn: (message) => warnings.push(message) },
    ...options,
  });
  const asked = () => server.requests.filter(({ path }) => path !== tokenPath);
  const tokensAsked = () => server.requests.filter(({ path }) => path === tokenPath);
  return { client, server, clock, sleeps, warnings, asked, tokensAsked };
}

async function walk(
  client: ReturnType<typeof createEnterpriseApiClient>,
): Promise<{ pages: ContentPage[]; summary: WalkSummary }> {
  const pages: ContentPage[] = [];
  const walking = client.walkCatalogContent('core');
  for (;;) {
    const step = await walking.next();
    if (step.done === true) return { pages, summary: step.value };
    pages.push(step.value);
  }
}

const course = (number: number) => ({
  key: `A+${number}`,
  title: `Course ${number}`,
  course_runs: [],
});

/** Serves `total` courses by page number and size, as the service does. */
function listOf(total: number, servedSize?: number) {
  return ({ query }: ReceivedRequest): Answer => {
    const page = Number(query.get('page'));
    const size = servedSize ?? Number(query.get('page_size'));
    const from = (page - 1) * size;
    if (page > 1 && from >= total) return { status: 404, body: { detail: 'Invalid page.' } };
    const results = Array.from({ length: Math.min(size, total - from) }, (_, index) =>
      course(from + index),
    );
    return {
      body: {
        count: total,
        next: from + size < total ? 'http://elsewhere.example/?page=9' : '',
        results,
      },
    };
  };
}

describe('the token', () => {
  test('is asked for with a form and sent as JWT', async () => {
    const { client, server, asked } = await setUp(() => good);

    await client.fetchCatalogs();

    const form = new URLSearchParams(server.requests[0]?.body);
    expect(Object.fromEntries(form)).toEqual({
      grant_type: 'client_credentials',
      client_id: 'id',
      client_secret: 'a-secret',
      token_type: 'jwt',
    });
    expect(asked()[0]?.headers).toMatchObject({
      authorization: 'JWT token-1',
      accept: 'application/json',
    });
  });

  test('is asked for once by calls at the same time, and used again', async () => {
    const { client, tokensAsked } = await setUp(() => good);

    await Promise.all([client.fetchCatalogs(), client.fetchCatalogs(), client.fetchCatalogs()]);
    await client.fetchCatalogs();

    expect(tokensAsked()).toHaveLength(1);
  });

  test.each([
    ['a number', 3600],
    ['text', '3600'],
  ])('is renewed before it expires, told as %s', async (_name, expiresIn) => {
    const { client, clock, tokensAsked } = await setUp(() => good, {
      tokens: () => token('t', expiresIn),
    });

    await client.fetchCatalogs();
    clock.advance(3500 * 1000);
    await client.fetchCatalogs();
    expect(tokensAsked()).toHaveLength(1);
    clock.advance(60 * 1000);
    await client.fetchCatalogs();
    expect(tokensAsked()).toHaveLength(2);
  });

  test('without expires_in lives until the exp of the JWT, else five minutes', async () => {
    const payload = Buffer.from(
      JSON.stringify({ exp: Date.parse('2026-11-23T07:00:00Z') / 1000 }),
    ).toString('base64url');
    const withExp = await setUp(() => good, { tokens: () => token(`h.${payload}.s`, null) });
    const without = await setUp(() => good, { tokens: () => token('opaque', null) });

    for (const { client, clock } of [withExp, without]) {
      await client.fetchCatalogs();
      clock.advance(6 * 60 * 1000);
      await client.fetchCatalogs();
    }

    expect(withExp.tokensAsked()).toHaveLength(1);
    expect(without.tokensAsked()).toHaveLength(2);
  });

  test('is renewed once after a 401, one renewal for all', async () => {
    const refuse = ({ headers }: ReceivedRequest): Answer =>
      headers.authorization === 'JWT token-1'
        ? { status: 401, body: { detail: 'Invalid token.' } }
        : good;
    const { client, tokensAsked } = await setUp(refuse);

    await Promise.all([client.fetchCatalogs(), client.fetchCatalogs(), client.fetchCatalogs()]);

    expect(tokensAsked()).toHaveLength(2);
  });

  test('refused a second time stops the call with what to check', async () => {
    const { client, asked } = await setUp(() => ({
      status: 401,
      body: { detail: 'Invalid token.' },
    }));

    await expect(client.fetchCatalogs()).rejects.toThrow(
      /401: Invalid token.*ENTERPRISE_API_CLIENT_SECRET/,
    );
    expect(asked()).toHaveLength(2);
  });

  test('that the credentials do not get stops the call at once', async () => {
    const { client, asked, tokensAsked } = await setUp(() => good, {
      tokens: () => ({ status: 401, body: { error: 'invalid_client' } }),
    });

    await expect(client.fetchCatalogs()).rejects.toThrow(
      /invalid_client.*ENTERPRISE_API_CLIENT_SECRET/,
    );
    expect([asked().length, tokensAsked().length]).toEqual([0, 1]);
  });

  test('may be a fixed one, which is never renewed', async () => {
    const { client, asked, tokensAsked } = await setUp(
      () => ({ status: 401, body: { detail: 'Invalid token.' } }),
      {
        credentials: { token: 'fixed' },
      },
    );

    await expect(client.fetchCatalogs()).rejects.toThrow(/ENTERPRISE_API_TOKEN/);
    expect(asked().map(({ headers }) => headers.authorization)).toEqual(['JWT fixed']);
    expect(tokensAsked()).toHaveLength(0);
  });

  test('and secret stand in no message, not even where the gateway echoes them', async () => {
    const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
    const echo = `'${jwt}' not a valid key=value pair (missing equal-sign) in Authorization header: 'JWT ${jwt}'.`;
    const { client } = await setUp(() => ({ status: 403, body: { message: echo } }), {
      tokens: () => token(jwt),
    });

    const error: unknown = await client.fetchCatalogs().catch((caught: unknown) => caught);

    expect(String(error)).toContain('403');
    expect(String(error)).not.toMatch(/eyJ|a-secret/);
  });
});

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
    const { client, sleeps, warnings } = await setUp((_request, index) =>
      index === 0 ? failure : good,
    );

    await client.fetchCatalogs();

    expect(client.statistics).toMatchObject({ retries: 1, requests: 3 });
    expect(sleeps).toHaveLength(1);
    expect(sleeps[0]).toBeGreaterThanOrEqual(500);
    expect(warnings[0]).toMatch(/Trying again/);
  });

  test('ends after six tries with the last answer', async () => {
    const { client, asked } = await setUp(() => ({
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
    const { client, asked } = await setUp(() => ({ status, body }));

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
    const { client, sleeps } = await setUp((_request, index) =>
      index === 0 ? { status: 429, ...answer } : good,
    );

    await client.fetchCatalogs();

    expect(sleeps).toEqual([waitMs]);
  });

  test('a 429 holds back every request, not only its own', async () => {
    const { client, clock, asked } = await setUp((_request, index) =>
      index === 0 ? { status: 429, headers: { 'Retry-After': '50' }, body: {} } : good,
    );
    const started = clock.now();

    await client.fetchCatalogs();
    await client.fetchCatalogs();

    expect(asked()).toHaveLength(3);
    expect(clock.now() - started).toBe(50_000);
  });

  test('a server that does not answer runs into the time limit', async () => {
    const { client, asked } = await setUp(
      (_request, index) => (index === 0 ? { isSilent: true } : good),
      { timeoutMs: 50 },
    );

    await client.fetchCatalogs();

    expect(asked()).toHaveLength(2);
  });

  test('a host that is not there is told with what to check', async () => {
    const { client } = await setUp(() => good, { apiUrl: 'http://127.0.0.1:9' });

    await expect(client.fetchCatalogs()).rejects.toThrow(EnterpriseApiConnectionError);
    await expect(client.fetchCatalogs()).rejects.toThrow(/ENTERPRISE_API_URL/);
  });

  test('an answer over the size limit is refused', async () => {
    const { client } = await setUp(() => ({ body: { count: 0, results: ['x'.repeat(5000)] } }), {
      maxBodyBytes: 1000,
    });

    await expect(client.fetchCatalogs()).rejects.toThrow(EnterpriseApiResponseError);
  });

  test('an aborted call ends', async () => {
    const abort = new AbortController();
    const { client } = await setUp(() => {
      abort.abort(new Error('enough'));
      return { isSilent: true };
    });

    await expect(client.fetchCatalogs({ signal: abort.signal })).rejects.toThrow('enough');
  });
});

describe('redirects', () => {
  test('within the origin are followed for the slash', async () => {
    const { client, asked } = await setUp(({ path }) =>
      path.endsWith('/') ? good : { status: 301, headers: { Location: `${path}/` }, body: '' },
    );

    await client.fetchCatalogs();

    expect(asked()).toHaveLength(2);
  });

  test('to another host are not followed, so the token stays', async () => {
    const other = await startServer(() => good);
    const { client } = await setUp(() => ({
      status: 302,
      headers: { Location: `${other.url}/x` },
      body: '',
    }));

    await expect(client.fetchCatalogs()).rejects.toThrow(/redirect/);
    expect(other.requests).toEqual([]);
  });
});

describe('walking a catalog', () => {
  test('asks for pages of 100 by number, never by limit, and never follows next', async () => {
    const { client, asked } = await setUp(listOf(250));

    const { pages, summary } = await walk(client);

    expect(pages.map(({ items }) => items.length)).toEqual([100, 100, 50]);
    expect(pages.flatMap(({ items }) => items.map(({ key }) => key))).toEqual(
      Array.from({ length: 250 }, (_, index) => `A+${index}`),
    );
    expect(summary).toEqual({
      complete: true,
      pages: 3,
      announced: 250,
      received: 250,
      notes: [],
      lostPages: [],
    });
    expect(
      asked()
        .map(({ path, query }) => `${path}?${query.toString()}`)
        .toSorted(),
    ).toEqual([1, 2, 3].map((page) => `${listPath}/core?page=${page}&page_size=100`));
  });

  test('takes the pages that a service of its own page size serves', async () => {
    const { client } = await setUp(listOf(50, 20));

    const { pages, summary } = await walk(client);

    expect(pages.map(({ items }) => items.length)).toEqual([20, 20, 10]);
    expect(summary.complete).toBe(true);
  });

  test.each([
    ['null', null],
    ['empty text', ''],
    ['absent', undefined],
  ])('ends where next is %s', async (_name, next) => {
    const { client, asked } = await setUp(() => ({
      body: { count: 1, next, results: [course(1)] },
    }));

    expect((await walk(client)).summary.complete).toBe(true);
    expect(asked()).toHaveLength(1);
  });

  test('goes on over short and empty pages while there is a next', async () => {
    const sizes = [3, 0, 2];
    const { client } = await setUp(({ query }) => {
      const page = Number(query.get('page'));
      const results = Array.from({ length: sizes[page - 1] ?? 0 }, (_, index) =>
        course(page * 10 + index),
      );
      return { body: { count: 9, next: page < 3 ? 'http://x.example/?page=2' : null, results } };
    });

    const { pages, summary } = await walk(client);

    expect(pages.map(({ items }) => items.length)).toEqual(sizes);
    expect(summary).toMatchObject({
      complete: true,
      received: 5,
      notes: ['Announced 9 items, received 5.'],
    });
  });

  test('ends with a note where an announced page is gone', async () => {
    const { client } = await setUp((request) =>
      Number(request.query.get('page')) === 3
        ? { status: 404, body: { detail: 'Invalid page.' } }
        : listOf(250)(request),
    );

    const { summary } = await walk(client);

    expect(summary).toMatchObject({ complete: true, pages: 2, received: 200 });
    expect(summary.notes[0]).toMatch(/Page 3 .* gone/);
  });

  test('asks for a page that is too heavy in halves', async () => {
    const { client } = await setUp((request) =>
      request.query.get('page_size') === '100' && request.query.get('page') === '2'
        ? { status: 504, body: { message: 'Endpoint request timed out' } }
        : listOf(250)(request),
    );

    const { pages, summary } = await walk(client);

    expect(pages.map(({ items }) => items.length)).toEqual([100, 100, 50]);
    expect(new Set(pages.flatMap(({ items }) => items.map(({ key }) => key))).size).toBe(250);
    expect(summary.complete).toBe(true);
  });

  test('says which page is lost for good, and reads the others', async () => {
    const { client } = await setUp((request) => {
      const from = (Number(request.query.get('page')) - 1) * Number(request.query.get('page_size'));
      return from >= 100 && from < 200
        ? { status: 500, body: '<h1>Server Error (500)</h1>' }
        : listOf(250)(request);
    });

    const { pages, summary } = await walk(client);

    expect(summary).toMatchObject({ complete: false, lostPages: [2] });
    expect(pages.map(({ page }) => page)).toEqual([1, 3]);
  });

  test('fails where the first page does', async () => {
    const { client } = await setUp(() => ({
      status: 404,
      body: { detail: 'No EnterpriseCatalog matches the given query.' },
    }));

    await expect(walk(client)).rejects.toThrow(EnterpriseApiHttpError);
  });

  test('stops at a cap where a service never ends', async () => {
    const { client } = await setUp(
      () => ({ body: { count: 1, next: 'http://x.example', results: [course(1)] } }),
      { maxPages: 4 },
    );

    expect((await walk(client)).summary).toMatchObject({ complete: false, pages: 4 });
  });

  test('refuses what it does not understand by name, and keeps the rest', async () => {
    const results = [
      course(1),
      { content_type: 'learnerpathway', uuid: 'p' },
      { key: 'A+2', course_runs: 'x' },
    ];
    const { client } = await setUp(() => ({ body: { count: 3, next: null, results } }));

    const [page] = (await walk(client)).pages;

    expect(page?.items.map(({ key }) => key)).toEqual(['A+1']);
    expect(page?.refused.map(({ kind, key, problems }) => [kind, key, problems[0]?.path])).toEqual([
      ['unknown', 'p', 'content_type'],
      ['course', 'A+2', 'title'],
    ]);
  });
});

describe('details', () => {
  test('keys stand literally where they may, encoded where they must', async () => {
    const { client, asked } = await setUp(() => ({ body: { ...course(1), uuid: 'u' } }));

    await client.fetchCourse('core', 'edX+DemoX');
    await client.fetchCourseRun('core', 'course-v1:edX+DemoX+1T2026');
    await client.fetchProgram('core', 'a/b?c#d e');

    expect(asked().map(({ path }) => path.slice(`${listPath}/core/`.length))).toEqual([
      'courses/edX+DemoX',
      'course-runs/course-v1:edX+DemoX+1T2026',
      'programs/a%2Fb%3Fc%23d%20e',
    ]);
  });

  test('that do not fit the contract are told with path and reason', async () => {
    const { client } = await setUp(() => ({ body: { key: 'A+1' } }));

    await expect(client.fetchCourse('core', 'A+1')).rejects.toThrow(
      /does not fit the contract: title/,
    );
  });
});

describe('the pace', () => {
  test('keeps to the requests a minute and an hour that a service off loopback allows', async () => {
    const { server, clock } = await setUp(listOf(1));
    const client = createEnterpriseApiClient({
      apiUrl: 'https://api.example',
      credentials: { token: 't' },
      fetch: async (_url, init) => fetch(`${server.url}${listPath}?page=1&page_size=100`, init),
      clock,
      requestsPerMinute: 3,
    });
    const started = clock.now();
    const minutes: number[] = [];

    for (let call = 0; call < 31; call += 1) {
      await client.walkCatalogContent('core').next();
      minutes.push(Math.floor((clock.now() - started) / 60_000));
    }

    expect(minutes.slice(0, 7)).toEqual([0, 0, 0, 1, 1, 1, 2]);
    expect(minutes[30]).toBe(60);
  });

  test('is off on loopback', async () => {
    const { client, sleeps } = await setUp(() => good, { requestsPerMinute: 1 });

    for (let call = 0; call < 5; call += 1) await client.fetchCatalogs();

    expect(sleeps).toEqual([]);
  });
});
