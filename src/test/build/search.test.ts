import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createInterface } from '#i18n';
import { createSearchSource, parseState, withPage, type SearchSource } from '#search/browser';
import { openCurrentSnapshot } from '#snapshot';
import { startStaticServer, type StaticServer } from '../static-server.ts';

const sample = inject('sampleSite');
const { path: addresses } = createInterface({ language: 'en', base: '/' });

let server: StaticServer;
let source: SearchSource;

beforeAll(async () => {
  server = await startStaticServer(sample.root);
  source = createSearchSource({ base: server.url, home: server.url }, async () => {
    const script = (await import(path.join(sample.root, 'pagefind', 'pagefind.js'))) as Awaited<
      ReturnType<NonNullable<Parameters<typeof createSearchSource>[1]>>
    >;
    return {
      createInstance: (options) =>
        script.createInstance({ ...options, ...{ basePath: `${server.url}pagefind/` } }),
    };
  });
});

afterAll(() => server.close());

test('every visible course is first for its key, and in the first three for its title', async () => {
  const courses = [...openCurrentSnapshot(sample.snapshotDir).outlines('course')].filter(
    ({ item }) => !item.isExcludedFromSearch,
  );
  const lost: string[] = [];
  for (const { slug, item } of courses) {
    const address = addresses.course(slug);
    if ((await findAddresses(item.key, 1))[0] !== address) lost.push(item.key);
    if (!(await findAddresses(item.title, 3)).includes(address)) lost.push(item.title);
  }

  expect(courses.length).toBeGreaterThanOrEqual(300);
  expect(lost).toEqual([]);
});

test('what is hidden from search is not found by its key', async () => {
  const hidden = [...openCurrentSnapshot(sample.snapshotDir).outlines('course')].filter(
    ({ item }) => item.isExcludedFromSearch,
  );

  expect(hidden).not.toEqual([]);
  for (const { slug, item } of hidden)
    expect(await findAddresses(item.key, 24)).not.toContain(addresses.course(slug));
});

test('a list that is saved has each item once, in the order of the search', async () => {
  const state = parseState('?kind=course&sort=title');
  const list = await source.writeList(state, { name: 'Day', value: '2027-01-20' });
  const [head, ...lines] = list.split('\r\n').slice(0, -1);
  const { count } = await source.search(state);
  const addresses = lines.map((line) => /,(https?:[^,]+),2027-01-20$/.exec(line)?.[1]);

  expect(head?.endsWith(',Address,Day')).toBe(true);
  expect(lines).toHaveLength(count);
  expect(new Set(addresses).size).toBe(count);
  for (const page of [1, 2, 10]) {
    const { rows } = await source.search(withPage(state, page));
    const cards = await source.fetchCards(rows);
    const start = (page - 1) * rows.length;
    expect(addresses.slice(start, start + rows.length)).toEqual(
      cards.map(({ url }) => expect.stringMatching(new RegExp(`${url}$`)) as string),
    );
  }
});

async function findAddresses(query: string, count: number): Promise<string[]> {
  const { rows } = await source.find(query);
  return (await source.fetchCards(rows.slice(0, count))).map(({ url }) => url);
}
