import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createAnchorList } from './anchor-list.ts';
import { checkSearch } from './check-search.ts';
import { findLeftovers } from './find-leftovers.ts';
import { createSecretFinder, type PrivateValue } from './find-secrets.ts';
import { createResolver, type Resolve } from './links.ts';
import type { SiteProblem } from './problems.ts';
import { scanHtml } from './scan-html.ts';

export interface SiteExpectations {
  /** Public address, without a slash at its end. */
  siteUrl: string;
  /** Path that the site stands under, with a slash at both ends. */
  base: string;
  /** Address of every page, with the base path, as links have it. */
  pages: Iterable<string>;
  /** Addresses of the items that can be searched, by the folder of each language: `''`, `es/`. */
  searchable: ReadonlyMap<string, Iterable<string>>;
  /** Files of `public/`, which are there whether a page names them or not. */
  publicFiles: Iterable<string>;
  /** Files that pages name which are rendered on demand and can't be looked at here. */
  namedOnDemand: Iterable<string>;
  /** What may be in no file. */
  privateValues: readonly PrivateValue[];
}

/**
 * Looks through the static site in a folder: that the expected pages are there and no others, each link in it
 * leads to a file or a place on a page, every searchable item is in the index, and nothing private or left over is
 * published. Reads one file at a time and keeps names only, so memory does not grow with what pages hold.
 */
export function checkSite(directory: string, expectations: SiteExpectations): SiteProblem[] {
  const files = new Set(listFiles(directory));
  // Kept by what is taken away, since a name that was cut out of a page would keep its whole text in memory.
  const unnamed = new Set(files);
  for (const file of expectations.namedOnDemand) unnamed.delete(file);
  const site: Site = { directory, files, unnamed, resolve: createResolver(expectations) };

  const pages = checkPages(site, expectations);
  const texts = checkTexts(site, expectations);
  const search = Array.from(expectations.searchable, ([folder, searchable]) =>
    checkSearch({ ...site, folder, searchable }),
  ).flat();
  const publicFiles = new Set(expectations.publicFiles);
  const leftovers = findLeftovers(files, { unnamed, publicFiles });
  // Of a page that nothing asked for it is said already.
  const unexpected = new Set(pages.map(({ place }) => place));
  return [
    ...pages,
    ...texts,
    ...search.map((place): SiteProblem => ({ kind: 'search', place })),
    ...leftovers
      .filter((file) => !unexpected.has(file))
      .map((place): SiteProblem => ({ kind: 'leftover', place })),
  ];
}

interface Site {
  directory: string;
  files: ReadonlySet<string>;
  /** Files that nothing has named yet. */
  unnamed: Set<string>;
  resolve: Resolve;
}

const textFile = /\.(?:html|json|js|mjs|css|xml|txt|svg|webmanifest|csv|ics|atom)$/;

function checkPages(
  { files, unnamed, resolve }: Site,
  { pages, publicFiles }: SiteExpectations,
): SiteProblem[] {
  const problems: SiteProblem[] = [];
  for (const page of pages) {
    const target = resolve(page, '');
    const file = typeof target === 'object' ? target.file : page;
    unnamed.delete(file);
    if (!files.has(file)) problems.push({ kind: 'missing-page', place: file });
  }
  const own = new Set(publicFiles);
  for (const file of unnamed) {
    if (file.endsWith('.html') && !own.has(file)) {
      problems.push({ kind: 'unexpected-page', place: file });
    }
  }
  return problems;
}

/** Reads every text once, for what is private and for where it leads. */
function checkTexts(
  { directory, files, unnamed, resolve }: Site,
  { privateValues }: SiteExpectations,
): SiteProblem[] {
  const problems: SiteProblem[] = [];
  const anchors = createAnchorList();
  const findSecrets = createSecretFinder(privateValues);
  for (const file of files) {
    if (!textFile.test(file)) continue;
    const text = readFileSync(path.join(directory, file), 'utf8');
    for (const what of findSecrets(text)) {
      problems.push({ kind: 'secret', place: `${file}: ${what}` });
    }
    const { links, loads, ids } = namesIn(file, text);
    for (const address of loads ?? []) {
      // A policy of "self" would refuse it, and the visitor's address would go to a stranger.
      if (/^(?:https?:)?\/\//i.test(address) && resolve(address, file) === undefined) {
        problems.push({ kind: 'foreign', place: `${file} → ${address}` });
      }
    }
    for (const link of links) {
      const target = resolve(link, file);
      if (target === undefined) continue;
      if (target === 'outside' || !files.has(target.file)) {
        problems.push({ kind: 'broken-link', place: `${file} → ${link}` });
        continue;
      }
      unnamed.delete(target.file);
      if (target.place === '' || !target.file.endsWith('.html')) continue;
      if (target.file !== file) anchors.add(target.file, target.place, file);
      else if (ids?.has(target.place) !== true) {
        problems.push({ kind: 'broken-link', place: `${file} → #${target.place}` });
      }
    }
  }
  return [...problems, ...anchors.findBroken(directory)];
}

/** The addresses that a published file names, each once. */
function namesIn(
  file: string,
  text: string,
): { links: Iterable<string>; loads?: string[]; ids?: Set<string> } {
  if (file.endsWith('.html')) {
    const { links, loads, contents, ids } = scanHtml(text);
    return {
      links: new Set([...links, ...contents.filter((content) => /^https?:/.test(content))]),
      loads,
      ids,
    };
  }
  if (file.startsWith('pagefind/')) return { links: [] };
  if (file.endsWith('.css')) return { links: matches(text, /url\(\s*["']?([^"')]+)/g) };
  if (/\.m?js$/.test(file)) return { links: matches(text, /["'](\.{1,2}\/[^"'\s]+\.m?js)["']/g) };
  if (file.endsWith('.webmanifest')) {
    return { links: matches(text, /"(?:src|start_url)":\s*"([^"]*)"/g) };
  }
  if (file.endsWith('.xml')) return { links: matches(text, /<loc>([^<]*)<\/loc>/g) };
  return { links: [] };
}

function matches(text: string, pattern: RegExp): Set<string> {
  return new Set(Array.from(text.matchAll(pattern), ([, value = '']) => value));
}

function listFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(directory, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'),
    )
    .toSorted();
}
