import type { InterfaceLanguage } from '#catalog';
import { createInterface, languageOfPath, type Interface, type SiteLanguages } from '#i18n';

/** Where the site stands, and its languages. */
export const site: SiteLanguages = { base: import.meta.env.BASE_URL, languages: __LANGUAGES__ };
const interfaces = new Map<InterfaceLanguage, Interface>();

/** Words, formats and addresses for the page at `url`, in the language that the address says. */
export function getInterface({ url }: { url: URL }): Interface {
  return interfaceOf(languageOfPath(url.pathname, site));
}

/** Those of the admin area, whose words are English. */
export function getEnglish(): Interface {
  return interfaceOf('en');
}

function interfaceOf(language: InterfaceLanguage): Interface {
  const known = interfaces.get(language);
  if (known !== undefined) return known;
  // The admin area leads to the catalogue in its first language.
  const { base, languages } = site;
  const isOfSite = languages.includes(language);
  const made = createInterface({ language, base, languages: isOfSite ? languages : [] });
  interfaces.set(language, made);
  return made;
}
