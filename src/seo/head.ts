import type { InterfaceLanguage } from '#catalog';
import { pathInLanguage, type SiteLanguages } from '#i18n';

/** Search engines show about so many characters of a description. */
const descriptionLength = 160;

/** "Statistics for Everyday Decisions · Tarnholt Prospectus"; the home page has only the second part. */
export function pageTitle(
  title: string | undefined,
  site: { companyName: string; siteName: string },
): string {
  const name = `${site.companyName} ${site.siteName}`;
  return title === undefined ? name : `${title} · ${name}`;
}

/** The page's one absolute address. `pathname` begins with the base path. */
export function canonicalUrl(siteUrl: string, pathname: string): string {
  return new URL(pathname, `${siteUrl}/`).href;
}

/** Where the page stands in each language of the site, itself included. */
export function languageUrls(
  pathname: string,
  { siteUrl, ...site }: SiteLanguages & { siteUrl: string },
): { language: InterfaceLanguage; url: string }[] {
  return site.languages.map((language) => ({
    language,
    url: canonicalUrl(siteUrl, pathInLanguage(pathname, language, site)),
  }));
}

/** The links to the page in every language of the site; none where there is one language. */
export function alternateUrls(
  pathname: string,
  site: SiteLanguages & { siteUrl: string },
): { hreflang: string; href: string }[] {
  const [first, ...others] = languageUrls(pathname, site).map(({ language, url }) => ({
    hreflang: language,
    href: url,
  }));
  if (first === undefined || others.length === 0) return [];
  // For readers of any other language.
  return [first, ...others, { hreflang: 'x-default', href: first.href }];
}

/** Content of the robots meta tag; undefined where search engines may list the page. */
export function robotsContent({
  isIndexed,
  isNoindex,
}: {
  isIndexed: boolean;
  isNoindex: boolean;
}): string | undefined {
  return isIndexed && !isNoindex ? undefined : 'noindex';
}

/** A text as a meta description: one line, cut at a word. */
export function describe(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= descriptionLength) return line;
  const head = line.slice(0, descriptionLength - 1);
  const lastSpace = head.lastIndexOf(' ');
  return `${(lastSpace > descriptionLength / 2 ? head.slice(0, lastSpace) : head).replace(/[\s,;:.–-]+$/, '')}…`;
}
