import type { SitemapOptions } from '@astrojs/sitemap';

/** Pages that are made on demand or are no addresses of their own, below the base path. */
const neverListed = /^(?:404|admin|_server-islands|_actions|_image)(?:\/|$)/;

/**
 * Options of the sitemap: every page but on-demand ones, the error page and those that the source keeps out
 * of search engines, with the pages below them. `listExcludedPaths` is asked once, when the pages are known;
 * its paths begin with `base`.
 */
export function getSitemapOptions(
  base: string,
  listExcludedPaths: () => Iterable<string>,
): NonNullable<SitemapOptions> {
  let excluded: Set<string> | undefined;
  return {
    filter: (url) => {
      excluded ??= new Set([...listExcludedPaths()].map(normalise));
      const pathname = normalise(new URL(url).pathname);
      const parent = pathname.replace(/[^/]+\/$/, '');
      return (
        !excluded.has(pathname) &&
        !excluded.has(parent) &&
        !neverListed.test(pathname.slice(base.length))
      );
    },
  };
}

/** Slugs may be percent-encoded or not, with a slash at their end or not. */
function normalise(pathname: string): string {
  return `${decodeURI(pathname).replace(/\/+$/, '')}/`;
}
