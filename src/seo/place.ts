import type { Paths } from '#i18n';
import { canonicalUrl } from './head.ts';

/** Where the page that is described stands. */
export interface PagePlace {
  /** Public address of the site, without a slash at its end. */
  siteUrl: string;
  /** Addresses in the page's language. */
  path: Paths;
}

/** The absolute address of what a path names. */
export function addressOf({ siteUrl, path }: PagePlace, choose: (path: Paths) => string): string {
  return canonicalUrl(siteUrl, choose(path));
}
