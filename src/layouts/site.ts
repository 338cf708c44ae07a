import type { InterfaceLanguage } from '#catalog';
import { parseSiteEnvironment, readSiteConfig, textIn, type LocalText } from '#config';

const environment = parseSiteEnvironment(process.env);

/** The public address without a slash at its end, and without the base path. */
export const siteUrl = environment.siteUrl;

export const siteConfig = readSiteConfig(environment.siteConfigFile);

/** The company's own texts in one language of the site. */
export function siteTexts(language: InterfaceLanguage) {
  const { headline, introduction, enrollmentHelp, links } = siteConfig;
  const inLanguage = (words: LocalText | undefined): string | undefined =>
    words && textIn(words, language);
  return {
    headline: inLanguage(headline),
    introduction: inLanguage(introduction),
    enrollmentHelp: inLanguage(enrollmentHelp),
    links: links.map(({ label, url }) => ({ label: inLanguage(label) ?? url, url })),
  };
}

/**
 * The `params` of pages in every language of the site, for the route `[...language]`: the first language has no
 * folder, and neither has the first `page` of a list.
 */
export function inEachLanguage(): { params: PathParams<object> }[];
export function inEachLanguage<Params extends object>(
  paramsList: readonly Params[],
): { params: PathParams<Params> }[];
export function inEachLanguage(
  paramsList: readonly { page?: number }[] = [{}],
): { params: PathParams<object> }[] {
  return siteConfig.languages.flatMap((language, index) =>
    paramsList.map(({ page = 1, ...params }) => ({
      params: {
        ...params,
        page: page === 1 ? undefined : String(page),
        language: index === 0 ? undefined : language,
      },
    })),
  );
}

type PathParams<Params> = {
  [Name in keyof Params]: Name extends 'page' ? string | undefined : Params[Name];
} & { language: string | undefined };
