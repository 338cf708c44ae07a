import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { course, good, listOf, listPath, setUpClient, walkCatalog } from '../test/api-client.ts';
import { startServer } from '../test/http-server.ts';
import { createEnterpriseApiClient } from './client.ts';

describe('details', () => {
  test('keys stand literally where they may, encoded where they must', async () => {
    const { client, asked } = await setUpClient(() => ({ body: { ...course(1), uuid: 'u' } }));

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
    const { client } = await setUpClient(() => ({ body: { key: 'A+1' } }));

    await expect(client.fetchCourse('core', 'A+1')).rejects.toThrow(
      /does not fit the contract: title/,
    );
  });

  test.each([
    ['course', 'fetchCourse'],
    ['course-run', 'fetchCourseRun'],
    ['program', 'fetchProgram'],
  ] as const)('of a %s are those of the reference’s example', async (name, method) => {
    const file = new URL(`../test/fixtures/reference/${name}.json`, import.meta.url);
    const example = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const { client } = await setUpClient(() => ({ body: example }));

    expect(await client[method]('core', 'key')).toEqual(example);
  });

  test.each(['', '.', '..'])(
    'a key that would change the address is refused: "%s"',
    async (key) => {
      const { client, asked } = await setUpClient(() => good);

      await expect(client.fetchCourse('core', key)).rejects.toThrow(/is no key/);
      expect(asked()).toEqual([]);
    },
  );

  test('an item that is not there is a 404 that says so', async () => {
    const { client, asked } = await setUpClient(() => ({
      status: 404,
      body: { detail: 'Not found.' },
    }));

    await expect(client.fetchCourse('core', 'A+1')).rejects.toMatchObject({
      status: 404,
      method: 'GET',
      path: `${listPath}/core/courses/A+1`,
      detail: 'Not found',
    });
    expect(asked()).toHaveLength(1);
  });

  test('requests are counted by kind', async () => {
    const { client } = await setUpClient((request) =>
      request.path.endsWith('A+1') ? { body: course(1) } : listOf(250)(request),
    );

    await walkCatalog(client);
    await client.fetchCourse('core', 'A+1');

    expect(client.statistics).toMatchObject({
      requests: 5,
      requestsByKind: { token: 1, catalogs: 0, content: 3, course: 1, 'course-run': 0, program: 0 },
    });
  });
});

describe('the options', () => {
  test('that are bad are listed, all of them', () => {
    expect(() =>
      createEnterpriseApiClient({
        apiUrl: 'ftp://api.example?x=1',
        credentials: { clientId: '', clientSecret: 'a-secret' },
        fetch,
        clock: { now: Date.now, sleep: async () => undefined },
        requestsPerMinute: 0,
        concurrency: -1,
      }),
    ).toThrow(/apiUrl.*credentials.*requestsPerMinute.*concurrency/s);
  });

  test('may put the API under a path', async () => {
    const { server, clock } = await setUpClient(() => good);
    const client = createEnterpriseApiClient({
      apiUrl: `${server.url}/gateway/`,
      credentials: { token: 't' },
      fetch,
      clock,
    });

    await client.fetchCatalogs();

    expect(server.requests.map(({ path }) => path)).toEqual([`/gateway${listPath}`]);
  });
});

describe('redirects', () => {
  test('within the origin are followed for the slash', async () => {
    const { client, asked } = await setUpClient(({ path }) =>
      path.endsWith('/') ? good : { status: 301, headers: { Location: `${path}/` }, body: '' },
    );

    await client.fetchCatalogs();

    expect(asked()).toHaveLength(2);
  });

  test('to another host are not followed, so the token stays', async () => {
    const other = await startServer(() => good);
    const { client } = await setUpClient(() => ({
      status: 302,
      headers: { Location: `${other.url}/x` },
      body: '',
    }));

    await expect(client.fetchCatalogs()).rejects.toThrow(/redirect/);
    expect(other.requests).toEqual([]);
  });

  test('to another host are not tried again', async () => {
    const { client, asked } = await setUpClient(() => ({
      status: 301,
      headers: { Location: 'https://elsewhere.example/' },
      body: '',
    }));

    await expect(client.fetchCatalogs()).rejects.toThrow(/https:\/\/elsewhere\.example/);
    expect(asked()).toHaveLength(1);
  });

  test('in a circle end', async () => {
    const { client, asked } = await setUpClient(({ path }) => ({
      status: 302,
      headers: { Location: path },
      body: '',
    }));

    await expect(client.fetchCatalogs()).rejects.toThrow(/redirect/);
    expect(asked()).toHaveLength(2);
  });
});

describe('the pace', () => {
  test('keeps to the requests a minute and an hour that a service off loopback allows', async () => {
    const { server, clock } = await setUpClient(listOf(1));
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
    const { client, sleeps } = await setUpClient(() => good, { requestsPerMinute: 1 });

    for (let call = 0; call < 5; call += 1) await client.fetchCatalogs();

    expect(sleeps).toEqual([]);
  });

  test('allows twice as many details a minute, and an hour of them', async () => {
    const { server, clock } = await setUpClient(() => good);
    const client = createEnterpriseApiClient({
      apiUrl: 'https://api.example',
      credentials: { token: 't' },
      fetch: async () => Response.json(course(1)),
      clock,
      requestsPerMinute: 2,
    });
    const started = clock.now();

    for (let call = 0; call < 30; call += 1) await client.fetchCourse('core', 'A+1');

    expect(server.requests).toEqual([]);
    expect(Math.floor((clock.now() - started) / 60_000)).toBe(7);
    expect(client.statistics.pausedMs).toBe(clock.now() - started);
  });
});
