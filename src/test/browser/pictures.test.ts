import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { createInterface } from '#i18n';
import { createSandbox } from '#sandbox';
import { openCurrentSnapshot, type SnapshotReader } from '#snapshot';
import { testNow } from '../builders.ts';
import { removeSite, renderSite, type SyncedSandbox } from '../sample-site.ts';
import { startStaticServer, type StaticServer } from '../static-server.ts';
import { syncSandbox } from '../sync-sandbox.ts';
import { browserTest } from './browser-test.ts';
import { findViolations } from './find-violations.ts';

let synced: SyncedSandbox;
let server: StaticServer;
let snapshot: SnapshotReader;

beforeAll(async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'prospectus-pictures-'));
  const sandbox = await createSandbox({ now: new Date(testNow), courses: 40 });
  const cacheDirectory = path.join(directory, 'images');
  const snapshotDir = path.join(directory, 'snapshot');
  const report = await syncSandbox(sandbox.url, snapshotDir, {
    images: { cacheDirectory, isLoopbackAllowed: true },
  });
  await sandbox.close();
  synced = { directory, snapshotDir, report };
  server = await startStaticServer(
    await renderSite(synced, 'site', { IMAGE_CACHE_DIR: cacheDirectory }),
  );
  snapshot = openCurrentSnapshot(snapshotDir);
});

afterAll(async () => {
  await server.close();
  removeSite(synced);
});

const { path: addresses } = createInterface({ language: 'en', base: '/' });

const pageNames = ['home', 'courses', 'course with staff', 'course with a figure', 'partner'];

function addressOf(name: string): string {
  const course = (matches: (json: string) => boolean): string => {
    const found = [...snapshot.outlines('course')].find(({ item }) =>
      matches(JSON.stringify(snapshot.findByKey('course', item.key)?.item)),
    );
    return addresses.course(found?.slug ?? '');
  };
  switch (name) {
    case 'courses':
      return addresses.courses();
    case 'course with staff':
      return course((json) => json.includes('pictureUrl') && json.includes('logoUrl'));
    case 'course with a figure':
      return course((json) => json.includes('How the units build on each other'));
    case 'partner':
      return addresses.term('partner', snapshot.terms('partner')[0]?.slug ?? '');
    default:
      return addresses.home();
  }
}

const views = [
  { name: 'wide and light', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'narrow and dark', viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
] as const;

describe.each(views)('pages with pictures, $name', ({ viewport, colorScheme }) => {
  const viewTest = browserTest.override({ contextOptions: { viewport, colorScheme } });

  for (const name of pageNames) {
    viewTest(`${name}: all are shown, in their room, and accessible`, async ({ page }) => {
      await page.goto(server.url + addressOf(name).slice(1));
      await page.$$eval('img[loading="lazy"]', (images) => {
        for (const image of images) image.setAttribute('loading', 'eager');
      });
      await page.waitForLoadState('networkidle');

      const images = await page.$$eval('img', (all) =>
        all.map(({ src, naturalWidth, width, height }) => ({ src, naturalWidth, width, height })),
      );
      expect(images.some(({ src }) => src.includes('/_images/'))).toBe(true);
      expect(images.filter(({ naturalWidth, width }) => naturalWidth === 0 || width === 0)).toEqual(
        [],
      );
      expect(await findViolations(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow, 'pixels wider than the window').toBeLessThanOrEqual(0);
    });
  }

  viewTest('a logo is in line with the text above it', async ({ page }) => {
    await page.goto(server.url + addressOf('course with staff').slice(1));
    const logo = await page.locator('.logos img').first().boundingBox();
    const title = await page.getByRole('heading', { level: 1 }).boundingBox();

    expect(logo?.x).toBe(title?.x);
  });
});
