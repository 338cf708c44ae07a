import type { InterfaceLanguage, OpenGraphPicture, Picture } from '#catalog';
import { describe } from './head.ts';

export interface SharedPage {
  title: string;
  description: string;
  siteName: string;
  /** Absolute. */
  url: string;
  language: InterfaceLanguage;
  /** Others that the page is in. */
  otherLanguages: readonly InterfaceLanguage[];
  /** Absolute address, pixels, words. */
  picture?: { url: string; width: number; height: number; alt: string } | undefined;
}

/** Properties and contents of the meta tags that say what a shared link to the page shows (https://ogp.me). */
export function openGraphTags({
  title,
  description,
  siteName,
  url,
  language,
  otherLanguages,
  picture,
}: SharedPage): [property: string, content: string][] {
  return [
    ['og:type', 'website'],
    ['og:site_name', siteName],
    ['og:title', title],
    ['og:description', describe(description)],
    ['og:url', url],
    ['og:locale', localeOf(language)],
    ...otherLanguages.map((other): [string, string] => ['og:locale:alternate', localeOf(other)]),
    ...(picture === undefined ? [] : pictureTags(picture)),
  ];
}

/** The kind of card that a shared link becomes: a large picture above its words, or words alone. */
export function cardKind(picture: unknown): 'summary_large_image' | 'summary' {
  return picture === undefined ? 'summary' : 'summary_large_image';
}

/** What a link to an item shows: the drawn picture where the site has them, else the item's own. */
export function sharedPicture({
  drawn,
  own,
  alt,
}: {
  drawn: OpenGraphPicture | undefined;
  own: Picture | undefined;
  alt: string;
}): OpenGraphPicture | undefined {
  if (drawn !== undefined) return drawn;
  const file = own?.files.at(-1);
  if (own === undefined || file === undefined) return undefined;
  return { name: file.name, width: own.width, height: own.height, alt };
}

function pictureTags({
  url,
  width,
  height,
  alt,
}: NonNullable<SharedPage['picture']>): [property: string, content: string][] {
  return [
    ['og:image', url],
    ['og:image:width', String(width)],
    ['og:image:height', String(height)],
    ['og:image:alt', alt],
  ];
}

/** "en_US": the language where most of its readers are. */
function localeOf(language: InterfaceLanguage): string {
  const { region = '' } = new Intl.Locale(language).maximize();
  return `${language}_${region}`;
}
