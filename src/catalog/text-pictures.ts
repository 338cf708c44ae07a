import type { Picture, SafeHtml } from './types.ts';

/**
 * Pictures inside texts. The sanitizer leaves a marker that loads nothing, `<img data-from="address" alt="words">`;
 * `queries` gives it what is known of the picture, and pages write that as a picture of their own. A marker that
 * meets none of this is dropped, so that no page ever names another's server.
 */
const marker = /<img data-from="([^"]*)" alt="([^"]*)" ?\/?>/g;
const resolved = /<img data-picture="([^"]*)" alt="([^"]*)" ?\/?>/g;
const anyMarker = /<img data-(?:from|picture)=[^>]*>/g;

/** Smaller ones, as they say themselves, count readers or hold a place. */
const smallestSide = 3;

/** Attributes of the marker for an `img` of the source; undefined for one that is not shown. */
export function markerOf(
  attributes: Record<string, string | undefined>,
): { 'data-from': string; alt: string } | undefined {
  const url = (attributes['data-from'] ?? attributes['src'])?.trim();
  if (url === undefined || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const sides = [attributes['width'], attributes['height']].map((side) =>
    side === undefined || side.trim() === '' ? NaN : Number(side),
  );
  if (sides.some((side) => side < smallestSide)) return undefined;
  return { 'data-from': url, alt: attributes['alt']?.trim() ?? '' };
}

/** The addresses of the pictures in a text, or in all texts of an item. */
export function pictureUrlsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return hasPicture(value)
      ? Array.from(value.matchAll(marker), ([, url = '']) => decode(url))
      : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(pictureUrlsIn);
}

/** Whether a text has a picture, shown or not. */
export function hasPicture(html: SafeHtml): boolean {
  return html.includes('<img ');
}

/** The text with what `find` knows of each picture; those that it does not know leave nothing behind. */
export function resolvePictures(
  html: SafeHtml,
  find: (url: string) => Picture | undefined,
): SafeHtml {
  if (!hasPicture(html)) return html;
  return withoutEmptied(
    html.replace(marker, (_all, url: string, alt: string) => {
      const picture = find(decode(url));
      return picture === undefined
        ? ''
        : `<img data-picture="${encode(JSON.stringify(picture))}" alt="${alt}" />`;
    }),
  );
}

/** The text as a page shows it: every picture as `write` writes it, which is given its words as they stand in HTML. */
export function writePictures(
  html: SafeHtml,
  write: (picture: Picture, alt: string) => string,
): string {
  if (!hasPicture(html)) return html;
  return html
    .replace(resolved, (_all, picture: string, alt: string) =>
      write(JSON.parse(decode(picture)) as Picture, alt),
    )
    .replace(anyMarker, '');
}

/** Without elements and links that had nothing but a picture that is gone, and links to be read by their picture alone that has no words. */
export function withoutEmptied(html: string): string {
  let text = html.replace(/<a\b[^>]*>\s*(<img data-[a-z]+="[^"]*" alt="" ?\/?>)\s*<\/a>/g, '$1');
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(emptied, '');
  }
  return text.trim();
}

const emptied = /<(p|div|a|strong|em|b|i|h3|li|ul|ol|blockquote)(?: [^>]*)?>\s*<\/\1>/g;

function encode(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
