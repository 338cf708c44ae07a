import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every file below the folder, as paths with forward slashes, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted();
}

/** Every page, by its path in the site ("courses/kit-stat101x/"; "" is the home page). */
export function readPages(folder: string): Map<string, string> {
  const pages = listFiles(folder).filter((file) => file.endsWith('.html'));
  return new Map(
    pages.map((file) => [
      file.replace(/(^|\/)index\.html$/, '$1'),
      readFileSync(path.join(folder, file), 'utf8'),
    ]),
  );
}

/** The values of an attribute in a page, entities decoded. */
export function attributesOf(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    decode(value),
  );
}

/** The content of `<title>`, `<link rel=…>` and `<meta name=…>` of a page. */
export function headOf(html: string): {
  title: string | undefined;
  description: string | undefined;
  canonical: string | undefined;
  robots: string | undefined;
  language: string | undefined;
} {
  return {
    title: match(html, /<title>([^<]*)<\/title>/),
    description: match(html, /<meta name="description" content="([^"]*)"/),
    canonical: match(html, /<link rel="canonical" href="([^"]*)"/),
    robots: match(html, /<meta name="robots" content="([^"]*)"/),
    language: match(html, /<html[^>]* lang="([^"]*)"/),
  };
}

function match(html: string, pattern: RegExp): string | undefined {
  const value = pattern.exec(html)?.[1];
  return value === undefined ? undefined : decode(value);
}

/** The text that HTML writes so, as far as our pages have entities. */
export function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#38;', '&')
    .replaceAll('&amp;', '&');
}
