import type { SitemapItem, SitemapOptions } from '@astrojs/sitemap';
import type { DateText } from '#catalog';
import { pathInLanguage, type SiteLanguages } from '#i18n';
import { languageUrls } from './head.ts';

/** Pages that are made on demand or are no addresses of their own, below the base path. */
const neverListed = /^(?:404|admin|_server-islands|_actions|_image)(?:\/|$)/;

interface SitemapSources {
  /** Paths of pages that stay out, and those below them. */
  listExcludedPaths: () => Iterable<string>;
  /** When what a page shows last changed; stands for the pages below it too, such as those of a list. */
  listModified: () => Iterable<{ path: string; modified: DateText }>;
}

/**
 * Options of the sitemap: every page but on-demand ones, the error page and those that the source keeps out
 * of search engines, with the pages below them; each with its last change and its other languages. The sources
 * are asked once, when the pages are known; their paths begin with the base path.
 */
export function getSitemapOptions(
  site: SiteLanguages,
  { listExcludedPaths, listModified }: SitemapSources,
): NonNullable<SitemapOptions> {
  let excluded: Set<string> | undefined;
  let modified: Map<string, DateText> | undefined;
  const home = site.base;
  return {
    filter: (url) => {
      excluded ??= new Set([...listExcludedPaths()].map(normalise));
      const pathname = normalise(new URL(url).pathname);
      return (
        !excluded.has(pathname) &&
        !excluded.has(parentOf(pathname)) &&
        !neverListed.test(pathname.slice(home.length))
      );
    },
    serialize: (item) => {
      modified ??= new Map(
        Array.from(listModified(), ({ path, modified: date }) => [normalise(path), date]),
      );
      const { pathname } = new URL(item.url);
      const path = normalise(pathInLanguage(pathname, site.languages[0], site));
      const date = modified.get(path) ?? modified.get(belongsTo(path, home));
      const links = linksOf(item.url, site);
      return {
        ...item,
        ...(date !== undefined && { lastmod: date }),
        ...(links.length > 1 && { links }),
      };
    },
  };
}

/** The page in each language of the site, itself included. */
function linksOf(url: string, site: SiteLanguages): NonNullable<SitemapItem['links']> {
  const { origin, pathname } = new URL(url);
  return languageUrls(pathname, { ...site, siteUrl: origin }).map((inLanguage) => ({
    lang: inLanguage.language,
    url: inLanguage.url,
  }));
}

/** The list that a page continues, or the course of a run. */
function belongsTo(path: string, home: string): string {
  const depth = path.slice(home.length).split('/').length - 1;
  return /\/\d+\/$/.test(path) || depth > 2 ? parentOf(path) : path;
}

function parentOf(pathname: string): string {
  return pathname.replace(/[^/]+\/$/, '');
}

/** Slugs may be percent-encoded or not, with a slash at their end or not. */
function normalise(pathname: string): string {
  return `${decodeURI(pathname).replace(/\/+$/, '')}/`;
}
