import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createSandbox } from '#sandbox';
import { distPaths, whileLocked } from '../dist.ts';
import { findQuietPort } from '../find-quiet-port.ts';
import { render } from '../render.ts';
import { serve } from '../serve.ts';
import { sync } from '../sync.ts';

export interface BenchSite {
  /** The static site's folder, and where it is served as a host would serve it. */
  directory: string;
  url: string;
  close: () => Promise<void>;
}

/** Builds the sandbox's site in a folder of its own, for the address where it is served, and open to search engines. */
export async function buildBenchSite(): Promise<BenchSite> {
  const folder = mkdtempSync(path.join(tmpdir(), 'prospectus-bench-'));
  const siteConfig = path.join(folder, 'site.json');
  const settings = JSON.parse(readFileSync('src/sandbox/site.json', 'utf8')) as object;
  writeFileSync(siteConfig, JSON.stringify({ ...settings, indexing: true }));
  const port = await findQuietPort();
  const sandbox = await createSandbox();
  // The bench is the sandbox's site whatever this shell is set up for.
  Object.assign(process.env, {
    ENTERPRISE_API_URL: sandbox.url,
    ENTERPRISE_API_CLIENT_ID: 'sandbox',
    ENTERPRISE_API_CLIENT_SECRET: 'sandbox-secret',
    SNAPSHOT_DIR: path.join(folder, 'snapshot'),
    IMAGE_CACHE_DIR: path.join(folder, 'images'),
    SITE_CONFIG: siteConfig,
    SITE_URL: `http://localhost:${port}`,
    BASE_PATH: '/',
    IMAGES: 'on',
  });
  for (const name of [
    'BUILD_NOW',
    'ENTERPRISE_API_TOKEN',
    'ENTERPRISE_API_TOKEN_URL',
    'ENTERPRISE_CUSTOMER_UUID',
  ])
    delete process.env[name];
  await sync(process.env);
  await sandbox.close();
  const paths = distPaths(path.join(folder, 'dist'));
  await whileLocked(paths, () => render(paths));
  const directory = path.join(paths.dist, 'client');
  const site = await serve({ directory, port, base: '/' });
  return {
    directory,
    url: site.url,
    async close() {
      await site.close();
      rmSync(folder, { recursive: true });
    },
  };
}
