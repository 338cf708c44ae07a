import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'astro';
import { formatEnrollableRuns } from '#admin/enrollable-runs';
import {
  brandColorOf,
  pageColors,
  parseIslandKey,
  parseSiteEnvironment,
  readSiteConfig,
  type SiteEnvironment,
} from '#config';
import { createInterface } from '#i18n';
import { openImageCache, renderPictures, writeCovers, writeIcons } from '#images';
import {
  getFacetLabels,
  getSite,
  getTerms,
  iterateCovers,
  iterateEnrollableRuns,
  iterateOpenGraphFiles,
  iteratePictureFiles,
  iterateSearchItems,
  listUnknownFeatured,
} from '#queries';
import { writeSearchIndex } from '#search';
import { readBuildInputs, writeBuildRecord } from './build-record.ts';
import { describeBranding } from './describe-branding.ts';
import { describeSize } from './describe-size.ts';
import { publishDist, whileRendering, type DistPaths } from './dist.ts';
import { withoutUnnamed } from './named-pictures.ts';
import { requireSoundSite } from './require-sound-site.ts';

/**
 * Renders the current snapshot and puts the whole site in place of `dist`. Needs no network. The moment to
 * build for is fixed once for everything that is written. To be called inside `whileLocked`.
 */
export async function render(paths: DistPaths): Promise<void> {
  const environment = parseSiteEnvironment(process.env);
  // Astro reads it there.
  const islandKey = parseIslandKey(process.env);
  if (islandKey !== undefined) process.env['ASTRO_KEY'] = islandKey;
  const builtFor = new Date(environment.buildNow ?? Date.now()).toISOString();
  process.env['BUILD_NOW'] = builtFor;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const client = path.join(paths.staging, 'client');
  rmSync(paths.staging, { recursive: true, force: true });
  // What changes while pages are written is for the next build to see.
  const inputs = readBuildInputs(environment);

  for (const line of describeBranding(
    readSiteConfig(environment.siteConfigFile),
    listUnknownFeatured(),
  )) {
    console.log(line);
  }
  const pages = await timed('Writing pages', () => whileRendering(() => buildPages(paths.staging)));
  const covers = await timed('Writing covers', () => writeCovers(iterateCovers(), client));
  await writeIcons(client, iconColors(environment));
  const pictures = await timed('Writing pictures', () =>
    renderPictures([...withoutUnnamed(iteratePictureFiles(), client), ...iterateOpenGraphFiles()], {
      cache: openImageCache(environment.imageCacheDir),
      directory: client,
      now: Date.now(),
    }),
  );
  const index = await timed('Writing search index', () => writeIndex(client, environment));
  writeEnrollableRuns(client);
  const check = await timed('Checking the site', () =>
    requireSoundSite(paths.staging, environment),
  );
  writeBuildRecord(paths.staging, { builtFor, inputs });
  publishDist(paths);

  console.log(
    `Rendered in ${[pages, covers, pictures, index, check].reduce((sum, { seconds }) => sum + seconds, 0).toFixed(1)} s: pages ${pages.seconds.toFixed(1)} s, ` +
      `${covers.result} covers ${covers.seconds.toFixed(1)} s, ${pictures.result.files} pictures (${pictures.result.made} new) ${pictures.seconds.toFixed(1)} s, ${index.result.records} search records ${index.seconds.toFixed(1)} s, check ${check.seconds.toFixed(1)} s.`,
  );
  console.log(await describeSize(path.join(paths.dist, 'client')));
}

/**
 * Pages and the admin server's code. What writes the pages needs the project's packages, so it is made inside of
 * the project, wherever the site goes.
 */
async function buildPages(staging: string): Promise<void> {
  const server = path.resolve('.prospectus/server');
  rmSync(server, { recursive: true, force: true });
  await build({
    root: process.cwd(),
    outDir: staging,
    build: { client: path.join(staging, 'client'), server },
    logLevel: 'warn',
  });
  cpSync(server, path.join(staging, 'server'), { recursive: true });
  rmSync(server, { recursive: true });
}

function writeIndex(client: string, { basePath, siteUrl, siteConfigFile }: SiteEnvironment) {
  const { path: addresses } = createInterface({ language: 'en', base: '/' });
  const { languages, search } = readSiteConfig(siteConfigFile);
  return writeSearchIndex({
    records: mapIterable(iterateSearchItems(), (item) => ({
      ...item,
      kind: item.card.kind,
      url: (item.card.kind === 'course'
        ? addresses.course(item.card.slug)
        : addresses.program(item.card.slug)
      ).slice(1),
    })),
    labels: getFacetLabels(),
    terms: suggestedKinds.flatMap((kind) => getTerms(kind).map((term) => ({ ...term, kind }))),
    outputDir: client,
    base: basePath,
    siteUrl,
    languages,
    synonyms: search.synonyms,
  });
}

/** Of the kinds of term, those that a search suggests. */
const suggestedKinds = ['subject', 'skill', 'partner'] as const;

/** The company's colour, else ours. */
function iconColors({ siteConfigFile }: SiteEnvironment): { mark: string; ground: string } {
  const { accent = '#1f5a45' } = readSiteConfig(siteConfigFile).colors;
  return { mark: brandColorOf(accent).day.hex, ground: pageColors.day };
}

/** For the admin area, which does not read the snapshot (design §3). */
function writeEnrollableRuns(client: string): void {
  const { path: addresses } = createInterface({ language: 'en', base: '/' });
  const runs = Array.from(iterateEnrollableRuns(), ({ courseSlug, ...run }) => ({
    ...run,
    path: addresses.course(courseSlug),
  }));
  const directory = path.join(client, 'data');
  mkdirSync(directory, { recursive: true });
  writeFileSync(
    path.join(directory, 'enrollable-runs.json'),
    formatEnrollableRuns({ dataDate: getSite().dataDate, runs }),
  );
}

function* mapIterable<Item, Result>(
  items: Iterable<Item>,
  map: (item: Item) => Result,
): Generator<Result> {
  for (const item of items) yield map(item);
}

async function timed<Result>(
  what: string,
  work: () => Promise<Result> | Result,
): Promise<{ result: Result; seconds: number }> {
  console.log(`${what} …`);
  const start = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - start) / 1000 };
}
