import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createSandbox, foreignCatalogUuid, writeDataFolder, type Sandbox } from '#sandbox';
import { walkCatalog } from '../test/api-client.ts';
import { createCourseResource, createProgramResource } from '../test/builders.ts';
import { createEnterpriseApiClient } from './client.ts';
import type { EnterpriseApiClientOptions } from './options.ts';

const listPath = '/enterprise/v2/enterprise-catalogs';
const keys = Array.from({ length: 45 }, (_, index) => `A+${index}`);
const data = mkdtempSync(path.join(tmpdir(), 'prospectus-client-'));
let sandbox: Sandbox;

beforeAll(async () => {
  writeDataFolder(data, {
    catalogs: [{ uuid: 'core', title: 'Core', enterprise_customer: 'company-1' }],
    contents: { core: { courses: keys, programs: ['program-1'] } },
    courses: keys.map((key) => ({ ...createCourseResource({ key, title: key }) })),
    programs: [{ ...createProgramResource({ uuid: 'program-1' }) }],
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

function createClient(options: Partial<EnterpriseApiClientOptions> = {}) {
  return createEnterpriseApiClient({
    apiUrl: sandbox.url,
    credentials: { clientId: sandbox.clientId, clientSecret: sandbox.clientSecret },
    fetch,
    clock: { now: Date.now, sleep: async () => undefined },
    pageSize: 20,
    concurrency: 1,
    ...options,
  });
}

describe('against the sandbox', () => {
  test('every catalog, every item and each detail can be read', async () => {
    const client = createClient();

    const { items: catalogs, refused } = await client.fetchCatalogs();
    const { pages, summary } = await walkCatalog(client);

    expect([catalogs.map(({ uuid }) => uuid), refused]).toEqual([['core'], []]);
    expect(pages.flatMap(({ items }) => items.map(({ key }) => key))).toEqual([
      ...keys,
      'program-1',
    ]);
    expect(summary).toMatchObject({ complete: true, pages: 3, notes: [] });
    expect(await client.fetchCourse('core', 'A+7')).toMatchObject({ key: 'A+7' });
    expect(await client.fetchProgram('core', 'program-1')).toMatchObject({ uuid: 'program-1' });
  });

  test('JSON is asked for, where XML is the default', async () => {
    await createClient().fetchCatalogs();

    expect(sandbox.requests.map(({ headers }) => headers['accept'])).toEqual([
      'application/json',
      'application/json',
    ]);
  });

  test('a token that dies in the middle of a walk is renewed', async () => {
    const client = createClient();
    const walk = client.walkCatalogContent('core');
    await walk.next();
    sandbox.revokeTokens();

    const rest = [await walk.next(), await walk.next(), await walk.next()];

    expect(rest.at(-1)).toMatchObject({ done: true, value: { complete: true, received: 46 } });
    expect(client.statistics.requestsByKind).toMatchObject({ token: 2, content: 4 });
  });

  test('a wrong secret ends with what to check', async () => {
    const credentials = { clientId: 'sandbox', clientSecret: 'wrong' };

    await expect(createClient({ credentials }).fetchCatalogs()).rejects.toThrow(
      /access_token answered 401: invalid_client.*ENTERPRISE_API_CLIENT_SECRET/,
    );
  });

  test.each([
    ['500', { status: 500, body: '<h1>Server Error (500)</h1>' }],
    ['429', { status: 429, body: { detail: 'Request was throttled.' } }],
    ['a hidden 503', { status: 400, body: '<h1>503 Service Temporarily Unavailable</h1>' }],
    ['a connection that is cut', { hangUp: true }],
  ])('%s on one page costs one more request', async (_name, fault) => {
    sandbox.faults.add({ match: { query: { page: '2' } }, times: 1, ...fault });
    const client = createClient();

    const { summary } = await walkCatalog(client);

    expect(summary).toMatchObject({ complete: true, received: 46, lostPages: [] });
    expect(client.statistics).toMatchObject({ retries: 1, requestsByKind: { content: 4 } });
  });

  test('a page that always fails at its size is read in halves', async () => {
    sandbox.faults.add({
      match: { query: { page: '2', page_size: '20' } },
      status: 504,
      body: { message: 'Endpoint request timed out' },
    });

    const { pages, summary } = await walkCatalog(createClient());

    expect(pages.flatMap(({ items }) => items.map(({ key }) => key))).toEqual([
      ...keys,
      'program-1',
    ]);
    expect(summary.complete).toBe(true);
  });

  test('an empty page with a next one ends nothing', async () => {
    sandbox.faults.add({
      match: { query: { page: '2' } },
      change: (body) => ({ ...(body as object), results: [] }),
    });

    const { summary } = await walkCatalog(createClient());

    expect(summary).toMatchObject({ complete: true, pages: 3, received: 26 });
    expect(summary.notes).toEqual(['Announced 46 items, received 26.']);
  });

  test('an item that is broken on its way is refused by name', async () => {
    sandbox.faults.add({
      match: { path: `${listPath}/core`, query: { page: '3' } },
      change: (body) => ({ ...(body as object), results: [{ key: 'A+1', course_runs: [] }] }),
    });

    const { pages } = await walkCatalog(createClient());

    expect(pages.at(-1)).toMatchObject({
      items: [],
      refused: [{ kind: 'course', key: 'A+1', problems: [{ path: 'title' }] }],
    });
  });

  test('another company’s catalog is forbidden, an unknown item is not there', async () => {
    const client = createClient();

    await expect(client.walkCatalogContent(foreignCatalogUuid).next()).rejects.toMatchObject({
      status: 403,
    });
    await expect(client.fetchCourse('core', 'No+Such')).rejects.toMatchObject({ status: 404 });
    expect(client.statistics.retries).toBe(0);
  });
});
