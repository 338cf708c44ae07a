import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { openImageCache } from '#images';
import { createSandbox, writeDataFolder } from '#sandbox';
import { createCourseResource, testNow } from '../test/builders.ts';
import { startServer, type Answer } from '../test/http-server.ts';
import { syncSandbox } from '../test/sync-sandbox.ts';
import { openCurrentSnapshot } from './reader.ts';
import { formatSyncReport, type SyncReport } from './report.ts';
import type { ImageOptions } from './sync-images.ts';
import type { SyncOptions } from './sync-options.ts';
import { gateRules } from './sync-error.ts';

const dayMs = 86_400_000;
const url = 'https://portal.example/enroll?catalog=main&x=1';

const draw = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .png()
    .toBuffer();
const [teal, red] = [await draw('#14504c'), await draw('#c83c3c')];

type Pictures = Record<string, Answer>;

/** A server of pictures that answers by path, and a catalog of courses that each show one of them. */
async function startWith(pictures: Pictures) {
  const directory = mkdtempSync(path.join(tmpdir(), 'prospectus-'));
  const cacheDirectory = path.join(directory, 'images');
  const server = await startServer(({ path: asked, headers }) => {
    const answer = pictures[asked] ?? { status: 404 };
    const isKnown = headers['if-none-match'] === answer.headers?.['ETag'];
    return answer.headers?.['ETag'] !== undefined && isKnown ? { status: 304 } : answer;
  });
  const images: ImageOptions = {
    cacheDirectory,
    isLoopbackAllowed: true,
    sleep: () => Promise.resolve(),
  };
  return { directory, images, server, cache: openImageCache(cacheDirectory) };
}

type Started = Awaited<ReturnType<typeof startWith>>;

async function syncCourses(
  { directory, images, server }: Started,
  courses: object[],
  day = 0,
  options: Partial<SyncOptions> = {},
): Promise<SyncReport> {
  const data = path.join(directory, 'data');
  rmSync(data, { recursive: true, force: true });
  const keys = courses.map((course) => (course as { key: string }).key);
  writeDataFolder(data, {
    catalogs: [
      {
        ...{ uuid: 'core', title: 'Core', enterprise_customer: 'company' },
        content_last_modified: new Date(testNow + day * dayMs).toISOString(),
      },
    ],
    contents: { core: { courses: keys } },
    courses,
  });
  const sandbox = await createSandbox({ data });
  server.requests.length = 0;
  try {
    return await syncSandbox(sandbox.url, path.join(directory, 'snapshot'), {
      clock: () => testNow + day * dayMs,
      images,
      ...options,
    });
  } finally {
    await sandbox.close();
  }
}

const course = ({ server }: Started, key: string, picture: string, more: object = {}) => ({
  ...createCourseResource({
    ...{ key, title: key, course_runs: [], advertised_course_run_uuid: null, owners: [] },
    ...{ enrollment_url: url, card_image_url: `${server.url}${picture}`, ...more },
  }),
});

const imageOf = ({ directory, server }: Started, picture: string) => {
  const snapshot = openCurrentSnapshot(path.join(directory, 'snapshot'));
  onTestFinished(() => {
    snapshot.close();
  });
  return snapshot.image(`${server.url}${picture}`);
};

const asked = ({ server }: Started): string[] =>
  server.requests.map((request) => request.path).toSorted();

test('a sync fetches each picture once and records what it is, or why it is not there', async () => {
  const started = await startWith({ '/a.png': { bytes: teal }, '/b.png': { body: '<html>' } });

  const report = await syncCourses(started, [
    course(started, 'X+1', '/a.png'),
    course(started, 'X+2', '/a.png'),
    course(started, 'X+3', '/b.png'),
    course(started, 'X+4', '/gone.png?token=secret'),
  ]);

  expect(asked(started)).toEqual(['/a.png', '/b.png', '/gone.png']);
  const image = imageOf(started, '/a.png');
  expect(image).toMatchObject({ type: 'png', width: 60, height: 40, hasAlpha: false });
  expect(started.cache.has(image !== undefined && 'digest' in image ? image.digest : '')).toBe(
    true,
  );
  expect(imageOf(started, '/b.png')).toEqual({ refused: 'it is a web page, not a picture' });
  expect(imageOf(started, '/unknown.png')).toBeUndefined();
  expect(report.images).toMatchObject({ fetched: 1, reused: 0, requests: 3, refusedCount: 2 });
  const text = formatSyncReport(report);
  expect(text).toContain(
    'Pictures: 1 fetched (3 requests, 0.0 MB), 0 confirmed, 0 reused, 2 missing.',
  );
  expect(text).toContain(`  ${started.server.url}/b.png: it is a web page, not a picture.`);
  expect(text).toContain(`  ${started.server.url}/gone.png?…: its server answers 404.`);
  expect(JSON.stringify(report)).not.toContain('secret');
});

test('an unchanged sync asks for no picture and decodes none', async () => {
  const started = await startWith({ '/a.png': { bytes: teal } });
  const courses = [course(started, 'X+1', '/a.png'), course(started, 'X+2', '/gone.png')];
  await syncCourses(started, courses);

  const report = await syncCourses(started, courses, 0);

  expect(report.outcome).toBe('unchanged');
  expect(asked(started)).toEqual([]);
  expect(report.images).toMatchObject({ fetched: 0, reused: 1, requests: 0, refusedCount: 1 });
});

test('of a catalog that is read again only the pictures of items that changed are asked for', async () => {
  const pictures: Pictures = {
    '/a.png': { bytes: teal, headers: { ETag: '"a1"' } },
    '/b.png': { bytes: teal, headers: { ETag: '"b1"' } },
    '/c.png': { bytes: teal, headers: { ETag: '"c1"' } },
  };
  const started = await startWith(pictures);
  const [a, b, c] = [
    course(started, 'X+1', '/a.png'),
    course(started, 'X+2', '/b.png'),
    course(started, 'X+3', '/c.png'),
  ];
  await syncCourses(started, [a, b, c]);
  pictures['/c.png'] = { bytes: red, headers: { ETag: '"c2"' } };

  const report = await syncCourses(
    started,
    [a, { ...b, title: 'Other' }, { ...c, title: 'Other' }],
    1,
  );

  expect(asked(started)).toEqual(['/b.png', '/c.png']);
  expect(report.images).toMatchObject({ fetched: 1, confirmed: 1, reused: 1, requests: 2 });
  expect(imageOf(started, '/b.png')).toMatchObject({
    tone: expect.stringMatching('dark') as string,
  });
  expect(imageOf(started, '/c.png')).toMatchObject({ tone: 't-red-mid' });
});

test('what a sync read that was refused in the end is asked for by the next one', async () => {
  const pictures: Pictures = { '/a.png': { bytes: teal, headers: { ETag: '"a1"' } } };
  const started = await startWith(pictures);
  const [a, b] = [course(started, 'X+1', '/a.png'), course(started, 'X+2', '/gone.png')];
  await syncCourses(started, [a, b]);
  pictures['/a.png'] = { bytes: red, headers: { ETag: '"a2"' } };
  const changed = [{ ...a, title: 'Other' }];
  await expect(syncCourses(started, changed, 1)).rejects.toThrow('not plausible');
  expect(asked(started)).toEqual([]);

  const report = await syncCourses(started, changed, 1, { accept: gateRules });

  expect(report.images).toMatchObject({ fetched: 1, refusedCount: 0 });
  expect(imageOf(started, '/a.png')).toMatchObject({ tone: 't-red-mid' });
});

test('sources that no kept snapshot names are removed when they are old', async () => {
  const started = await startWith({ '/a.png': { bytes: teal } });
  const { cache } = started;
  const [orphan, young] = [await cache.put(red), await cache.put(Buffer.from('young'))];
  const named = await cache.put(teal);
  for (const digest of [orphan, named]) {
    const old = (testNow - 30 * dayMs) / 1000;
    utimesSync(cache.sourceFile(digest), old, old);
  }

  await syncCourses(started, [course(started, 'X+1', '/a.png')]);

  expect([orphan, young, named].map(cache.has)).toEqual([false, true, true]);
});

test('after thirty days every picture is asked for again', async () => {
  const started = await startWith({ '/a.png': { bytes: teal, headers: { ETag: '"a1"' } } });
  const courses = [course(started, 'X+1', '/a.png')];
  await syncCourses(started, courses);
  const before = await syncCourses(started, courses, 29);
  expect(before.images).toMatchObject({ requests: 0, reused: 1 });

  const after = await syncCourses(started, courses, 30);

  expect(after.images).toMatchObject({ confirmed: 1, fetched: 0, requests: 1 });
});

test('a fetch that fails for a while keeps the copy, and is made again the next time', async () => {
  const pictures: Pictures = { '/a.png': { bytes: teal }, '/b.png': { status: 503 } };
  const started = await startWith(pictures);
  const [a, b] = [course(started, 'X+1', '/a.png'), course(started, 'X+2', '/b.png')];
  const first = await syncCourses(started, [a, b]);
  expect(first.images).toMatchObject({ fetched: 1, refusedCount: 1 });
  expect(imageOf(started, '/b.png')).toEqual({ refused: 'its server answers 503' });
  pictures['/a.png'] = { status: 500 };
  pictures['/b.png'] = { bytes: red };

  const second = await syncCourses(started, [{ ...a, title: 'Other' }, b], 1);

  expect(second.images).toMatchObject({
    ...{ fetched: 1, refusedCount: 0 },
    kept: [{ url: `${started.server.url}/a.png`, reason: 'its server answers 500' }],
  });
  expect(formatSyncReport(second)).toContain('so that an older copy stands:');
  expect(imageOf(started, '/a.png')).toMatchObject({ type: 'png' });
  pictures['/a.png'] = { bytes: red };
  const third = await syncCourses(started, [{ ...a, title: 'Other' }, b], 1);
  expect(third.images).toMatchObject({ fetched: 1, kept: [], reused: 1 });
  expect(imageOf(started, '/a.png')).toMatchObject({ tone: 't-red-mid' });
});

test('what the cache has lost is fetched again, also where nothing else changed', async () => {
  const started = await startWith({ '/a.png': { bytes: teal, headers: { ETag: '"a1"' } } });
  const courses = [course(started, 'X+1', '/a.png')];
  await syncCourses(started, courses);
  rmSync(started.images.cacheDirectory, { recursive: true });

  const report = await syncCourses(started, courses, 0);

  expect(report.images).toMatchObject({ fetched: 1, confirmed: 0 });
  expect(readdirSync(path.join(started.images.cacheDirectory, 'sources'))).toHaveLength(1);
});

test('switched off, no picture is asked for or named; switched on again, all are', async () => {
  const started = await startWith({ '/a.png': { bytes: teal } });
  const courses = [course(started, 'X+1', '/a.png')];
  await syncCourses(started, courses);

  const off = await syncCourses(started, courses, 0, { images: undefined });

  expect([off.images, asked(started)]).toEqual([undefined, []]);
  expect(imageOf(started, '/a.png')).toBeUndefined();
  expect(formatSyncReport(off)).toContain('Pictures are switched off; pages show covers.');
  const on = await syncCourses(started, courses, 0);
  expect(on.images).toMatchObject({ fetched: 1 });
});

test('a sync that is cut off among its pictures goes on with those that it has', async () => {
  const pictures: Pictures = {};
  const started = await startWith(pictures);
  const courses = Array.from({ length: 30 }, (_, index) => {
    pictures[`/${index}.png`] = { bytes: teal, delayMs: 5 };
    return course(started, `X+${index}`, `/${index}.png`);
  });
  const stop = new AbortController();
  const cut = syncCourses(started, courses, 0, {
    signal: stop.signal,
    onProgress: (progress) => {
      if (progress.step === 'images' && progress.done === 10) stop.abort(new Error('Cut off.'));
    },
  });
  await expect(cut).rejects.toThrow('Cut off.');

  const report = await syncCourses(started, courses);

  expect(report.isResumed).toBe(true);
  expect(report.images).toMatchObject({ refusedCount: 0 });
  expect(report.images?.reused).toBeGreaterThanOrEqual(10);
  expect(report.images?.reused).toBeLessThan(30);
  expect((report.images?.fetched ?? 0) + (report.images?.reused ?? 0)).toBe(30);
});

test('a cache that can’t be written fails the sync, and says so', async () => {
  const started = await startWith({ '/a.png': { bytes: teal } });
  const images = { ...started.images, cacheDirectory: '/dev/null/images' };

  await expect(
    syncCourses(started, [course(started, 'X+1', '/a.png')], 0, { images }),
  ).rejects.toThrow(/ENOTDIR/);
});

test('logos and staff pictures are fetched too, and an SVG for a logo only', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h2v2z"/></svg>';
  const pictures: Pictures = { '/logo.svg': { body: svg }, '/hero.svg': { body: svg } };
  const started = await startWith(pictures);

  await syncCourses(started, [
    course(started, 'X+1', '/hero.svg', {
      owners: [{ key: 'X', name: 'X', logo_image_url: `${started.server.url}/logo.svg` }],
    }),
  ]);

  expect(imageOf(started, '/logo.svg')).toMatchObject({ type: 'png', width: 400, hasAlpha: true });
  expect(imageOf(started, '/hero.svg')).toEqual({
    refused: 'it is an SVG, which is let in for logos only',
  });
});
