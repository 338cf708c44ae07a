import { describe } from './head.ts';

export interface SharedPage {
  title: string;
  description: string;
  siteName: string;
  /** Absolute. */
  url: string;
  /** Absolute address, pixels, words. */
  picture: { url: string; width: number; height: number; alt: string };
}

/** Properties and contents of the meta tags that say what a shared link to the page shows (https://ogp.me). */
export function openGraphTags({
  title,
  description,
  siteName,
  url,
  picture,
}: SharedPage): [property: string, content: string][] {
  return [
    ['og:type', 'website'],
    ['og:site_name', siteName],
    ['og:title', title],
    ['og:description', describe(description)],
    ['og:url', url],
    ['og:image', picture.url],
    ['og:image:width', String(picture.width)],
    ['og:image:height', String(picture.height)],
    ['og:image:alt', picture.alt],
  ];
}
