import type { InterfaceLanguage } from '#catalog';

export interface SiteLanguages {
  /** Path of the site, with a slash at both ends. */
  base: string;
  /** Those of the site; the first has no folder of its own. */
  languages: readonly [InterfaceLanguage, ...InterfaceLanguage[]];
}

/** Of these the admin area is made, which is in English whatever the site is in. */
const englishFolder = /^(?:admin|_server-islands|_actions)\//;

/** The language of the page at a path. */
export function languageOfPath(pathname: string, site: SiteLanguages): InterfaceLanguage {
  return englishFolder.test(pathname.slice(site.base.length))
    ? 'en'
    : (folderOf(pathname, site) ?? site.languages[0]);
}

/** Where the page at a path stands in another language of the site. */
export function pathInLanguage(
  pathname: string,
  language: InterfaceLanguage,
  site: SiteLanguages,
): string {
  const { base, languages } = site;
  const folder = folderOf(pathname, site);
  const rest = pathname.slice(base.length + (folder === undefined ? 0 : folder.length + 1));
  return language === languages[0] ? base + rest : `${base}${language}/${rest}`;
}

function folderOf(
  pathname: string,
  { base, languages: [, ...others] }: SiteLanguages,
): InterfaceLanguage | undefined {
  const [first] = pathname.slice(base.length).split('/');
  return others.find((language) => language === first);
}
