import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { writeCovers } from '#images';
import { writeSearchIndex, type SearchRecord } from '#search';
import { searchLabels } from './search-records.ts';
import { startStaticServer, type StaticServer } from './static-server.ts';

/** As strict as the pages are made for (design §5). */
const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

export interface SearchSite extends StaticServer {
  folder: string;
}

/** The search page of `search-site/` with an index of `records`, built and served under `base`. */
export async function startSearchSite(records: SearchRecord[], base: string): Promise<SearchSite> {
  const folder = await mkdtemp(path.join(tmpdir(), 'search-site-'));
  await buildPage(folder, base);
  await writeSearchIndex({
    records,
    labels: searchLabels,
    outputDir: folder,
    base,
    siteUrl: 'https://learn.example',
    terms: [
      { kind: 'subject', slug: 'data', name: 'Data analysis', count: 28 },
      { kind: 'skill', slug: 'sampling', name: 'Sampling', count: 30 },
      { kind: 'partner', slug: 'kit', name: 'Kestrel Institute', count: 26 },
    ],
    languages: ['en'],
  });
  await writeCovers(
    records.map(({ card: { kind, slug, key, hue } }) => ({ kind, slug, key, hue })),
    folder,
  );
  const server = await startStaticServer(folder, {
    base,
    headers: { 'Content-Security-Policy': policy },
  });
  return {
    ...server,
    folder,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** In a process of its own: vitest sets variables like BASE_URL, which Astro would take for its own. */
async function buildPage(folder: string, base: string): Promise<void> {
  const { PATH, HOME } = process.env;
  const script = path.join(import.meta.dirname, 'search-site', 'build.ts');
  await promisify(execFile)(process.execPath, [script, folder, base], {
    env: { PATH, HOME, ASTRO_TELEMETRY_DISABLED: '1' },
  });
}
