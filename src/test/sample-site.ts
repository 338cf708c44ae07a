import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createSandbox, writeDataFolder, type FolderContent } from '#sandbox';
import type { SyncReport } from '#snapshot';
import { testNow } from './builders.ts';
import { syncSandbox } from './sync-sandbox.ts';

const run = promisify(execFile);
const sampleConfig = 'src/sandbox/site.json';

/** Where the tests' sites would be public. */
export const testSiteUrl = 'https://learning.tarnholt.example';

export interface SyncedSandbox {
  directory: string;
  snapshotDir: string;
  report: SyncReport;
  /** Where the pictures are, if they were fetched. */
  imageCache?: string;
}

/** Syncs the sandbox's sample, or what `content` holds, at the tests' moment; pictures take a while. */
export async function syncSample(
  content?: FolderContent,
  { hasImages = false } = {},
): Promise<SyncedSandbox> {
  const directory = mkdtempSync(path.join(tmpdir(), 'prospectus-site-'));
  const data = path.join(directory, 'data');
  if (content !== undefined) writeDataFolder(data, content);
  const sandbox = await createSandbox({
    now: new Date(testNow),
    ...(content === undefined ? {} : { data }),
  });
  const snapshotDir = path.join(directory, 'snapshot');
  const imageCache = path.join(directory, 'images');
  const report = await syncSandbox(sandbox.url, snapshotDir, {
    ...(hasImages && { images: { cacheDirectory: imageCache, isLoopbackAllowed: true } }),
  });
  await sandbox.close();
  return { directory, snapshotDir, report, ...(hasImages && { imageCache }) };
}

/**
 * Renders a snapshot by the command that operators use, in a process of its own and without any variable of
 * this one, and returns the folder of the static site. Renders share Astro's working folder: where another test
 * is at it, this one waits.
 */
export async function renderSite(
  { directory, snapshotDir, imageCache }: SyncedSandbox,
  name: string,
  variables: Record<string, string> = {},
): Promise<string> {
  const out = path.join(directory, name, 'dist');
  const render = () =>
    run(process.execPath, ['scripts/render-site.ts', '--out', out], {
      maxBuffer: 64 * 1024 * 1024,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        SNAPSHOT_DIR: snapshotDir,
        BUILD_NOW: new Date(testNow).toISOString(),
        SITE_URL: testSiteUrl,
        SITE_CONFIG: sampleConfig,
        ...(imageCache !== undefined && { IMAGE_CACHE_DIR: imageCache }),
        ...variables,
      },
    });
  for (;;) {
    try {
      await render();
      return path.join(out, 'client');
    } catch (error) {
      if (!String(error).includes('Another build is at work')) throw error;
      await sleep(1000);
    }
  }
}

/** The same with the pages in several languages. */
export function renderSiteIn(
  languages: readonly string[],
  sample: SyncedSandbox,
  name: string,
): Promise<string> {
  const settings = JSON.parse(readFileSync(sampleConfig, 'utf8')) as object;
  const siteConfig = path.join(sample.directory, `${name}.json`);
  writeFileSync(siteConfig, JSON.stringify({ ...settings, languages }));
  return renderSite(sample, name, { SITE_CONFIG: siteConfig });
}

export function removeSite({ directory }: SyncedSandbox): void {
  rmSync(directory, { recursive: true, force: true });
}
