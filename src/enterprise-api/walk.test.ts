import { describe, expect, test } from 'vitest';
import { course, listOf, listPath, setUpClient, walkCatalog } from '../test/api-client.ts';
import type { Answer, ReceivedRequest } from '../test/http-server.ts';
import { EnterpriseApiHttpError } from './errors.ts';

describe('walking a catalog', () => {
  test('asks for pages of 100 by number, never by limit, and never follows next', async () => {
    const { client, asked } = await setUpClient(listOf(250));

    const { pages, summary } = await walkCatalog(client);

    expect(pages.map(({ items }) => items.length)).toEqual([100, 100, 50]);
    expect(pages.flatMap(({ items }) => items.map(({ key }) => key))).toEqual(
      Array.from({ length: 250 }, (_, index) => `A+${index}`),
    );
    expect(summary).toEqual({
      complete: true,
      pages: 3,
      announced: 250,
      received: 250,
      suspect: false,
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
    const { client } = await setUpClient(listOf(50, 20));

    const { pages, summary } = await walkCatalog(client);

    expect(pages.map(({ items }) => items.length)).toEqual([20, 20, 10]);
    expect(summary.complete).toBe(true);
  });

  test.each([
    ['null', null],
    ['empty text', ''],
    ['absent', undefined],
  ])('ends where next is %s', async (_name, next) => {
    const { client, asked } = await setUpClient(() => ({
      body: { count: 1, next, results: [course(1)] },
    }));

    expect((await walkCatalog(client)).summary.complete).toBe(true);
    expect(asked()).toHaveLength(1);
  });

  test('goes on over short and empty pages while there is a next', async () => {
    const sizes = [3, 0, 2];
    const { client } = await setUpClient(({ query }) => {
      const page = Number(query.get('page'));
      const results = Array.from({ length: sizes[page - 1] ?? 0 }, (_, index) =>
        course(page * 10 + index),
      );
      return { body: { count: 9, next: page < 3 ? 'http://x.example/?page=2' : null, results } };
    });

    const { pages, summary } = await walkCatalog(client);

    expect(pages.map(({ items }) => items.length)).toEqual(sizes);
    expect(summary).toMatchObject({
      complete: true,
      received: 5,
      notes: ['Announced 9 items, received 5.'],
    });
  });

  test('ends with a note where an announced page is gone', async () => {
    const { client } = await setUpClient((request) =>
      Number(request.query.get('page')) === 3
        ? { status: 404, body: { detail: 'Invalid page.' } }
        : listOf(250)(request),
    );

    const { summary } = await walkCatalog(client);

    expect(summary).toMatchObject({ complete: true, pages: 2, received: 200 });
    expect(summary.notes[0]).toMatch(/Page 3 .* gone/);
  });

  test('asks for a page that is too heavy in halves', async () => {
    const { client } = await setUpClient((request) =>
      request.query.get('page_size') === '100' && request.query.get('page') === '2'
        ? { status: 504, body: { message: 'Endpoint request timed out' } }
        : listOf(250)(request),
    );

    const { pages, summary } = await walkCatalog(client);

    expect(pages.map(({ items }) => items.length)).toEqual([100, 100, 50]);
    expect(new Set(pages.flatMap(({ items }) => items.map(({ key }) => key))).size).toBe(250);
    expect(summary.complete).toBe(true);
  });

  test('says which page is lost for good, and reads the others', async () => {
    const { client } = await setUpClient((request) => {
      const from = (Number(request.query.get('page')) - 1) * Number(request.query.get('page_size'));
      return from >= 100 && from < 200
        ? { status: 500, body: '<h1>Server Error (500)</h1>' }
        : listOf(250)(request);
    });

    const { pages, summary } = await walkCatalog(client);

    expect(summary).toMatchObject({ complete: false, lostPages: [2] });
    expect(pages.map(({ page }) => page)).toEqual([1, 3]);
  });

  test('fails where the first page does', async () => {
    const { client } = await setUpClient(() => ({
      status: 404,
      body: { detail: 'No EnterpriseCatalog matches the given query.' },
    }));

    await expect(walkCatalog(client)).rejects.toThrow(EnterpriseApiHttpError);
  });

  test('stops at a cap where a service never ends', async () => {
    const { client } = await setUpClient(
      () => ({ body: { count: 1, next: 'http://x.example', results: [course(1)] } }),
      { maxPages: 4 },
    );

    expect((await walkCatalog(client)).summary).toMatchObject({ complete: false, pages: 4 });
  });

  test('ends after three empty pages past what is announced, though more are linked', async () => {
    const { client, asked } = await setUpClient((request) =>
      Number(request.query.get('page')) > 3
        ? { body: { count: 250, next: 'http://x.example', results: [] } }
        : linkingOn(listOf(250)(request)),
    );

    const { summary } = await walkCatalog(client);

    expect(summary).toMatchObject({ complete: true, suspect: false, received: 250, pages: 6 });
    expect(summary.notes).toEqual(['Ended at page 6: the last 3 are empty, and more are linked.']);
    expect(asked()).toHaveLength(6);
  });

  test('such an end before all came is suspect', async () => {
    const { client } = await setUpClient(({ query }) => ({
      body: {
        count: 250,
        next: 'http://x.example',
        results: query.get('page') === '1' ? [course(1)] : [],
      },
    }));

    expect((await walkCatalog(client)).summary).toMatchObject({
      complete: true,
      suspect: true,
      pages: 28,
      received: 1,
    });
  });

  test('a page of another shape gets a second try, without a wait', async () => {
    let count = 0;
    const { client, asked, sleeps } = await setUpClient((request) => {
      count += request.query.get('page') === '2' ? 1 : 0;
      const isBroken = request.query.get('page') === '2' && count === 1;
      return isBroken ? { body: { detail: 'odd' } } : listOf(250)(request);
    });

    expect((await walkCatalog(client)).summary).toMatchObject({ complete: true, received: 250 });
    expect([asked().length, sleeps]).toEqual([4, []]);
  });

  test('refuses what it does not understand by name, and keeps the rest', async () => {
    const results = [
      course(1),
      { content_type: 'learnerpathway', uuid: 'p' },
      { key: 'A+2', course_runs: 'x' },
    ];
    const { client } = await setUpClient(() => ({ body: { count: 3, next: null, results } }));

    const [page] = (await walkCatalog(client)).pages;

    expect(page?.items.map(({ key }) => key)).toEqual(['A+1']);
    expect(page?.refused.map(({ kind, key, problems }) => [kind, key, problems[0]?.path])).toEqual([
      ['unknown', 'p', 'content_type'],
      ['course', 'A+2', 'title'],
    ]);
  });

  test('a catalog that vanishes while it is read is an error, not the end', async () => {
    const { client } = await setUpClient((request) =>
      request.query.get('page') === '2'
        ? { status: 404, body: { detail: 'No EnterpriseCatalog matches the given query.' } }
        : listOf(250)(request),
    );

    await expect(walkCatalog(client)).rejects.toMatchObject({ status: 404 });
  });

  test('asks for the first page in halves too', async () => {
    const { client } = await setUpClient((request) =>
      request.query.get('page_size') === '100' && request.query.get('page') === '1'
        ? { status: 500, body: { message: 'Internal server error' } }
        : listOf(250)(request),
    );

    const { pages, summary } = await walkCatalog(client);

    expect(pages.map(({ items }) => items.length)).toEqual([100, 100, 50]);
    expect(summary).toMatchObject({ complete: true, received: 250 });
  });

  test('asks for a page in halves where it never comes in time', async () => {
    const { client } = await setUpClient(
      (request) =>
        request.query.get('page_size') === '100' && request.query.get('page') === '2'
          ? { isSilent: true }
          : listOf(250)(request),
      { timeoutMs: 200 },
    );

    expect((await walkCatalog(client)).summary).toMatchObject({ complete: true, received: 250 });
  });

  test('does not read other items for those of a page where the service has its own page size', async () => {
    const { client, asked } = await setUpClient((request) =>
      request.query.get('page') === '2'
        ? { status: 500, body: '<h1>Server Error (500)</h1>' }
        : listOf(60, 20)(request),
    );

    const { summary } = await walkCatalog(client);

    expect(summary).toMatchObject({ complete: false, lostPages: [2], received: 40 });
    expect(new Set(asked().map(({ query }) => query.get('page_size')))).toEqual(new Set(['100']));
  });

  test('a page of a wrong shape is lost, and why is said', async () => {
    const { client } = await setUpClient((request) =>
      request.query.get('page') === '2' ? { body: { results: 'x' } } : listOf(250)(request),
    );

    const { summary } = await walkCatalog(client);

    expect(summary).toMatchObject({ complete: false, lostPages: [2] });
    expect(summary.notes[0]).toMatch(/Page 2 is lost.*no page of a list \(count/);
  });

  test('ends after three lost pages in a row', async () => {
    const { client } = await setUpClient((request) =>
      Number(request.query.get('page')) > 1 ? { status: 503, body: 'down' } : listOf(2000)(request),
    );

    const { summary } = await walkCatalog(client);

    expect(summary).toMatchObject({ complete: false, lostPages: [2, 3, 4] });
  });

  test('a page that the credentials may not see ends the walk with the error', async () => {
    const { client } = await setUpClient((request) =>
      request.query.get('page') === '2'
        ? { status: 403, body: { detail: 'MISSING: catalog.has_learner_access' } }
        : listOf(250)(request),
    );

    await expect(walkCatalog(client)).rejects.toMatchObject({ status: 403 });
  });

  test('asks for no page past the end where the pages are shorter than announced', async () => {
    const { client, asked } = await setUpClient(({ query }) => {
      const page = Number(query.get('page'));
      const results = Array.from({ length: 60 }, (_, index) => course(page * 100 + index));
      return { body: { count: 250, next: page < 3 ? 'http://x.example' : '', results } };
    });

    const { summary } = await walkCatalog(client);

    expect(summary).toMatchObject({ complete: true, pages: 3, received: 180 });
    expect(asked()).toHaveLength(3);
  });

  test('notes that the list changed while it was read', async () => {
    const { client } = await setUpClient((request) =>
      listOf(request.query.get('page') === '1' ? 250 : 240)(request),
    );

    const { summary } = await walkCatalog(client);

    expect(summary).toMatchObject({ complete: true, announced: 240, received: 240 });
    expect(summary.notes).toEqual([expect.stringContaining('250 items, 240 from page 2 on')]);
  });

  test.each([
    ['whole', listOf(250), false],
    ['short at its end', listOf(250, 20), false],
    ['other than it announces from one page on', changed(250, '3', { count: 249 }), true],
    ['over before what it announces', changed(250, '2', { next: null }), true],
  ])('a list that is %s: suspect?', async (_name, answer, suspect) => {
    const { client } = await setUpClient(answer);

    expect((await walkCatalog(client)).summary.suspect).toBe(suspect);
  });

  test('goes on where an earlier walk was cut off', async () => {
    const { client, asked } = await setUpClient(listOf(450));
    const walk = client.walkCatalogContent('core', {
      start: { page: 4, announced: 450, received: 300, largestPage: 100 },
    });

    const first = await walk.next();
    await walk.next();
    const { value } = await walk.next();

    expect(first.value).toMatchObject({ page: 4 });
    expect(value).toMatchObject({ complete: true, pages: 5, received: 450, notes: [] });
    expect(asked().map(({ query }) => query.get('page'))).toEqual(['4', '5']);
  });

  test('yields in page order, whatever the order of the answers', async () => {
    const { client } = await setUpClient((request) => ({
      ...listOf(400)(request),
      delayMs: request.query.get('page') === '2' ? 60 : 0,
    }));

    const { pages } = await walkCatalog(client);

    expect(pages.map(({ page, items }) => [page, items[0]?.key])).toEqual([
      [1, 'A+0'],
      [2, 'A+100'],
      [3, 'A+200'],
      [4, 'A+300'],
    ]);
  });

  test('a reader who leaves calls off the pages on their way', async () => {
    const signals = new Map<string | null, AbortSignal | null | undefined>();
    const { client } = await setUpClient(
      (request) => (request.query.get('page') === '3' ? { isSilent: true } : listOf(400)(request)),
      {
        fetch: (url, init) => {
          signals.set((url as URL).searchParams.get('page'), init?.signal);
          return fetch(url, init);
        },
      },
    );

    for await (const { page } of client.walkCatalogContent('core')) if (page === 2) break;

    expect(signals.get('3')?.aborted).toBe(true);
    expect(client.statistics.retries).toBe(0);
  });
});

describe('the list of catalogs', () => {
  const listed = (uuid: string, title = uuid) => ({ uuid, title });

  test('holds each catalog once, and names what it refuses', async () => {
    const results = [listed('a'), listed('b'), listed('a', 'A again'), { title: 'No id' }];
    const { client } = await setUpClient(() => ({ body: { count: 4, next: null, results } }));

    const { items, refused } = await client.fetchCatalogs();

    expect(items.map(({ uuid, title }) => [uuid, title])).toEqual([
      ['a', 'A again'],
      ['b', 'b'],
    ]);
    expect(refused).toMatchObject([{ key: 'No id', problems: [{ path: 'uuid' }] }]);
  });

  test('with a lost page is an error: a catalog must not vanish by it', async () => {
    const { client } = await setUpClient(({ query }) =>
      query.get('page') === '1'
        ? { body: { count: 2, next: 'http://x.example', results: [listed('a')] } }
        : { status: 500, body: 'oops' },
    );

    await expect(client.fetchCatalogs()).rejects.toThrow(/could not be read whole.*Page 2 is lost/);
  });
});

function linkingOn({ body }: Answer): Answer {
  return { body: { ...(body as object), next: 'http://x.example' } };
}

/** A list one page of which says something else. */
function changed(total: number, page: string, fields: object) {
  return (request: ReceivedRequest): Answer => {
    const { body } = listOf(total)(request);
    const isChanged = request.query.get('page') === page;
    return { body: { ...(body as object), ...(isChanged && fields) } };
  };
}
