import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCourseRecord, searchLabels, searchRecords } from '../test/search-records.ts';
import { startStaticServer, type StaticServer } from '../test/static-server.ts';
import type { SiteLanguages } from '#i18n';
import type { Pagefind, PagefindScript } from './browser/pagefind.ts';
import { createSearchSource, type SearchSource } from './browser/search-source.ts';
import { parseState } from './browser/state.ts';
import type { SearchRecord } from './record.ts';
import { writeSearchIndex } from './write-search-index.ts';

let folder: string;
let server: StaticServer;
let source: SearchSource;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-'));
  await writeIndex('site', searchRecords());
  server = await startStaticServer(join(folder, 'site'), { base: '/x/' });
  source = openSource(server.url);
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe('a search', () => {
  test.each([
    ['a word of the title', 'everyday', 'Statistics for Everyday Decisions'],
    ['the beginning of a word', 'everyd', 'Statistics for Everyday Decisions'],
    ['more than the stem of a word', 'statisti', 'Statistics for Everyday Decisions'],
    ['a mistyped word', 'statsitics', 'Statistics for Everyday Decisions'],
    [
      'words of which no item has all',
      'engineers weaving sampling',
      'Applied Statistics for Engineers',
    ],
    ['the key', 'KIT+STAT101x', 'Statistics for Everyday Decisions'],
    ['the key in small letters', 'kit+stat201x', 'Applied Statistics for Engineers'],
    ['the key without its institution', 'STAT201x', 'Applied Statistics for Engineers'],
    ['the key without its sign', 'kitstat201x', 'Applied Statistics for Engineers'],
    ['the key of a run', 'course-v1:KIT+STAT201x+1T2027', 'Applied Statistics for Engineers'],
    ['a word with signs', 'C++', 'C++ from the Ground'],
    ['Arabic', 'تحليل البيانات', 'مدخل إلى تحليل البيانات'],
    ['Japanese from the middle of the title', '分析', 'データ分析入門'],
    ['one Japanese character', '門', 'データ分析入門'],
    ['a program', 'data practice', 'Statistics and Data Practice'],
  ])('finds by %s', async (_, query, title) => {
    expect((await titlesOf(query))[0]).toBe(title);
  });

  test.each(['xyzzy', 'statistics xyzzy', 'KIT+STAT999x'])(
    'finds nothing for %s, which is nowhere',
    async (query) => {
      expect(await titlesOf(query)).toEqual([]);
    },
  );

  test('puts items that have all words first', async () => {
    expect((await titlesOf('statistics engineers'))[0]).toBe('Applied Statistics for Engineers');
  });

  test('with quotation marks finds only what has the words beside each other', async () => {
    expect(await titlesOf('"for everyday decisions"')).toEqual([
      'Statistics for Everyday Decisions',
    ]);
  });

  test('for nothing answers everything: what is open, programs, the rest', async () => {
    const titles = await titlesOf('');

    expect(titles).toHaveLength(30);
    expect(titles[0]).toBe('Statistics for Everyday Decisions');
    expect(titles.slice(-2)).toEqual([
      'Statistics and Data Practice',
      'Sampling, an Archived Course',
    ]);
  });

  test('gives cards in words, with addresses under the base path', async () => {
    const { rows } = await source.find('KIT+STAT101x');
    const [card] = await source.fetchCards(rows.slice(0, 1));

    expect(card).toMatchObject({
      url: '/x/courses/kit-stat101x/',
      cover: '/x/covers/courses/kit-stat101x.svg',
      kind: 'Course',
      key: 'KIT+STAT101x',
      facts: [
        { column: 1, label: 'Started', value: '12 Jan 2027', date: '2027-01-12' },
        { column: 2, label: 'Length', value: '6 weeks' },
        { column: 3, label: 'Effort', value: '3–5 h/week' },
        { column: 4, label: 'Price', value: 'Included' },
      ],
      status: { value: 'open', word: 'Open' },
    });
  });

  test('labels the values of facets, and orders them', async () => {
    const { subject, availability, language } = await source.countFacets(parseState(''), [
      'subject',
      'availability',
      'language',
    ]);

    expect(subject?.values).toEqual(['data', 'computing', 'languages']);
    expect(subject?.labels[0]).toBe('Data analysis');
    expect(availability?.labels).toEqual(['Open', 'Upcoming', 'Archived']);
    expect(language?.labels).toEqual(['English', 'العربية', '日本語']);
  });
});

describe('the written index', () => {
  test('is the same to the byte for the same records', async () => {
    await writeIndex('again', searchRecords());

    expect(await readAll('again')).toEqual(await readAll('site'));
  });

  test('leaves nothing of an older one', async () => {
    await writeIndex('reused', searchRecords());
    await writeIndex('reused', searchRecords().slice(0, 2));
    await writeIndex('fresh', searchRecords().slice(0, 2));

    expect(await readAll('reused')).toEqual(await readAll('fresh'));
  });

  test('holds only what a browser asks for', async () => {
    const names = await readdir(join(folder, 'site', 'pagefind'));

    expect(names.filter((name) => !name.endsWith('.pf_meta')).toSorted()).toEqual([
      'index',
      'pagefind-entry.json',
      'pagefind-worker.js',
      'pagefind.js',
      'wasm.en.pagefind',
    ]);
  });

  test('may be empty', async () => {
    const written = await writeIndex('empty', []);
    const empty = await startStaticServer(join(folder, 'empty'));

    expect(written.records).toBe(0);
    expect(await openSource(empty.url).find('data')).toMatchObject({
      rows: [],
    });
    await empty.close();
  });

  test('is refused for two records of one page', async () => {
    const record = createCourseRecord({ key: 'KIT+A1', title: 'Twice' });

    await expect(writeIndex('twice', [record, record])).rejects.toThrow('courses/kit-a1/');
  });
});

test('an index that is not there is an error, and is asked for again', async () => {
  const absent = await startStaticServer(join(folder, 'absent'));
  const failing = openSource(absent.url);

  await expect(failing.find('')).rejects.toThrow('search/index.json answered 404');
  await writeIndex('absent', searchRecords());
  expect((await failing.find('')).rows).toHaveLength(30);
  await absent.close();
});

test('an index that was renewed meanwhile is read again', async () => {
  await writeIndex('renewed', searchRecords());
  const site = await startStaticServer(join(folder, 'renewed'));
  const visitor = openSource(site.url);
  await visitor.find('');
  await writeIndex('renewed', [createCourseRecord({ key: 'NHU+NEW1', title: 'Zither Making' })]);

  const { rows, total } = await visitor.search(parseState('?q=zither'));

  expect(total).toBe(1);
  expect(await visitor.fetchCards(rows)).toMatchObject([{ title: 'Zither Making' }]);
  await site.close();
});

test('each further language has the cards and facets in its folder, over the same index', async () => {
  await writeIndex('languages', searchRecords(), ['en', 'de']);
  const site = await startStaticServer(join(folder, 'languages'), { base: '/x/' });
  const german = createSearchSource({ base: site.url, home: `${site.url}de/` }, loadScript);
  const { rows } = await german.find('statistics');
  const availabilities = await german.countFacets(parseState(''), ['availability']);
  const [card] = await german.fetchCards(rows);

  expect(card?.url).toMatch(/^\/x\/de\/(?:courses|programs)\//);
  expect(card?.cover).toMatch(/^\/x\/covers\//);
  expect(rows).toEqual((await source.find('statistics')).rows);
  expect(availabilities.availability).toMatchObject({
    values: ['open', 'upcoming', 'archived'],
    labels: ['Offen', 'Demnächst', 'Archiviert'],
  });
  await site.close();
});

function openSource(base: string): SearchSource {
  return createSearchSource({ base, home: base }, loadScript);
}

function writeIndex(
  name: string,
  records: SearchRecord[],
  languages: SiteLanguages['languages'] = ['en'],
) {
  const outputDir = join(folder, name);
  return writeSearchIndex({
    records,
    labels: searchLabels,
    outputDir,
    base: '/x/',
    siteUrl: 'https://learn.example',
    languages,
  });
}

async function titlesOf(query: string): Promise<string[]> {
  const { rows } = await source.find(query);
  return (await source.fetchCards(rows)).map(({ title }) => title);
}

/** Node imports no script over HTTP: the script comes from the file, the index over HTTP. */
async function loadScript(base: string): Promise<PagefindScript> {
  const script = (await import(join(folder, 'site', 'pagefind', 'pagefind.js'))) as {
    createInstance: (options: object) => Pagefind;
  };
  return {
    createInstance: (options) =>
      script.createInstance({ ...options, basePath: `${base}pagefind/` }),
  };
}

async function readAll(name: string): Promise<Record<string, string>> {
  const entries = await readdir(join(folder, name), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const contents = await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(join(folder, name).length), await readFile(path, 'base64')] as const;
    }),
  );
  return Object.fromEntries(contents.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
