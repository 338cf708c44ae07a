import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSandbox } from '#sandbox';
import { testNow } from '../builders.ts';
import { removeSite, renderSite, testSiteUrl, type SyncedSandbox } from '../sample-site.ts';
import { listFiles, readPages } from '../site-files.ts';
import { syncSandbox } from '../sync-sandbox.ts';

/** Values in quotes may hold a ">". */
const imageTag = /<img\b(?:[^>"]|"[^"]*")*>/g;

let synced: SyncedSandbox;
let cacheDirectory: string;
let root: string;
let images: string[];

beforeAll(async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'prospectus-pictures-'));
  const sandbox = await createSandbox({ now: new Date(testNow), courses: 40 });
  cacheDirectory = path.join(directory, 'images');
  const snapshotDir = path.join(directory, 'snapshot');
  const report = await syncSandbox(sandbox.url, snapshotDir, {
    images: { cacheDirectory, isLoopbackAllowed: true },
  });
  await sandbox.close();
  synced = { directory, snapshotDir, report };
  root = await renderSite(synced, 'site', { IMAGE_CACHE_DIR: cacheDirectory });
  images = [...readPages(root).values()].flatMap((page) => page.match(imageTag) ?? []);
});

afterAll(() => {
  removeSite(synced);
});

test('pages show pictures of the site itself only, each with its size, words and a file', () => {
  const addresses = images.flatMap(addressesOf);

  expect(addresses.filter((address) => address.startsWith('/_images/')).length).toBeGreaterThan(40);
  expect(addresses.filter((address) => !existsSync(path.join(root, decodeURI(address))))).toEqual(
    [],
  );
  expect(images.filter((image) => !/ alt\b/.test(image) || !/ width="\d+"/.test(image))).toEqual(
    [],
  );
  expect(images.filter((image) => / style=/.test(image))).toEqual([]);
});

test('a course has its large picture first, and a choice of two on the way', () => {
  const heroes = images.filter((image) => image.includes('fetchpriority="high"'));

  expect(heroes.length).toBeGreaterThan(40);
  expect(heroes.filter((image) => image.includes('loading="lazy"'))).toEqual([]);
  expect(heroes.some((image) => / srcset="[^"]+ 320w, [^"]+ 720w"/.test(image))).toBe(true);
});

test('a text shows its picture with its words, and nothing of one that is not to be had', () => {
  const inTexts = images.filter((image) => image.includes('How the units build on each other'));
  expect(inTexts.length).toBeGreaterThan(0);
  for (const image of inTexts) {
    expect(image).toMatch(/ class="t-[a-z-]+" src="\/_images\/[\da-f]+-320\.webp" srcset="[^"]+"/);
    expect(image).toMatch(/ width="720" height="\d+" .* loading="lazy"/);
  }
  const pages = [...readPages(root).values()].filter((page) =>
    page.includes('How the units build on each other'),
  );
  expect(pages.filter((page) => page.includes('A figure that is gone'))).toEqual([]);
  expect(pages.filter((page) => /<p>\s*<\/p>/.test(page))).toEqual([]);
});

test('no published file names where a picture came from', () => {
  const naming = listFiles(root)
    .filter((file) => /\.(?:html|json|xml|txt|css|js)$/.test(file))
    .filter((file) => /data-from|\/media\//.test(readFileSync(path.join(root, file), 'utf8')));
  expect(naming).toEqual([]);
});

test('with IMAGES=off a render shows covers only, although the snapshot names pictures', async () => {
  const plain = await renderSite(synced, 'plain', {
    IMAGES: 'off',
    IMAGE_CACHE_DIR: path.join(synced.directory, 'nothing-here'),
  });

  expect(existsSync(path.join(plain, '_images'))).toBe(false);
  const shown = [...readPages(plain).values()].flatMap((page) => page.match(imageTag) ?? []);
  expect(shown.filter((image) => !image.includes(' src="/covers/'))).toEqual([]);
  expect(shown.length).toBeGreaterThan(40);
});

test('AVIF and pictures for shared links are there where the site wants them', async () => {
  const config = path.join(synced.directory, 'site.json');
  const imageOptions = { openGraph: true, formats: ['avif', 'webp'], widths: [240, 360] };
  writeFileSync(config, JSON.stringify({ companyName: 'Tarnholt', images: imageOptions }));
  const site = await renderSite(synced, 'shared', {
    SITE_CONFIG: config,
    IMAGE_CACHE_DIR: cacheDirectory,
  });
  const pages = [...readPages(site)].filter(([page]) => /^(?:courses|programs)\/[^\d/]/.test(page));
  const address = /<meta property="og:image" content="([^"]+)">/;

  expect(pages.length).toBeGreaterThan(40);
  for (const [, page] of pages) {
    const [, url = ''] = address.exec(page) ?? [];
    expect(url).toMatch(new RegExp(`^${testSiteUrl}/_images/[\\da-f]{16}-1200\\.png$`));
    expect(existsSync(path.join(site, new URL(url).pathname))).toBe(true);
    expect(page).toContain('<meta property="og:image:width" content="1200">');
    expect(page).toMatch(/<meta property="og:image:alt" content="[^"]+">/);
  }
  const sources = pages.flatMap(([, page]) => page.match(/<picture[^>]*><source[^>]*><img/g) ?? []);
  expect(sources.length).toBeGreaterThan(40);
  const set = /type="image\/avif" srcset="([^"]+\.avif) 240w, ([^"]+\.avif) 360w"/;
  const named = sources.flatMap((source) => set.exec(source)?.slice(1) ?? []);
  expect(named.length).toBe(2 * sources.length);
  expect(named.filter((name) => !existsSync(path.join(site, name)))).toEqual([]);
  // Elsewhere a link shows the picture that its item has.
  const own = [...readPages(root).values()].flatMap((page) => address.exec(page)?.[1] ?? []);
  expect(own.length).toBeGreaterThan(20);
  expect(own.filter((url) => !existsSync(path.join(root, new URL(url).pathname)))).toEqual([]);
  expect(own.filter((url) => url.endsWith('-1200.png'))).toEqual([]);
});

test('no file is made that no page names', () => {
  const named = new Set(images.flatMap(addressesOf));
  const unnamed = readdirSync(path.join(root, '_images')).filter(
    (name) => !named.has(`/_images/${name}`),
  );

  expect(unnamed).toEqual([]);
});

function addressesOf(image: string): string[] {
  const [, source = ''] = / src="([^"]*)"/.exec(image) ?? [];
  const [, set = ''] = / srcset="([^"]*)"/.exec(image) ?? [];
  return [source, ...set.split(', ').map((entry) => entry.split(' ')[0] ?? '')].filter(Boolean);
}
