import { readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { checkHtml } from '../../../scripts/lib/validate/check-html.ts';
import { checkJsonLd, findJsonLd } from '../../../scripts/lib/validate/check-json-ld.ts';
import { readVocabulary } from '../../../scripts/lib/validate/vocabulary.ts';
import { testSiteUrl } from '../sample-site.ts';
import { attributesOf, decode } from '../site-files.ts';

interface SampleSite {
  /** By their path. */
  readonly pages: ReadonlyMap<string, string>;
  readonly root: string;
  /** The same below `/x/`. */
  readonly prefixed: string;
}

/** What machines read of the sample's site. */
export function describeMachines(site: SampleSite): void {
  describe('HTML', () => {
    test('keeps to the standard on the longest and the shortest page of each kind', () => {
      const chosen = longestAndShortest(site.pages);
      const problems = chosen.flatMap((page) =>
        checkHtml(site.pages.get(page) ?? '').map(({ rule, text }) => `${page}: ${rule}: ${text}`),
      );

      expect(chosen.length).toBeGreaterThan(20);
      expect(problems).toEqual([]);
    });
  });

  describe('a shared link', () => {
    test('shows title, description, address and language of every page', () => {
      for (const [page, html] of site.pages) {
        if (page === '404.html') continue;
        const tags = openGraphOf(html);
        expect(tags, page).toMatchObject({
          'og:type': 'website',
          'og:site_name': 'Tarnholt Prospectus',
          'og:title': expect.stringMatching(/./),
          'og:description': expect.stringMatching(/./),
          'og:locale': 'en_US',
        });
        expect(decodeURI(tags['og:url'] ?? '')).toBe(`${testSiteUrl}/${page}`);
      }
    });

    test('to an item with a picture of its own shows it', () => {
      const pictures = [...site.pages].flatMap(([, html]) => openGraphOf(html)['og:image'] ?? []);

      for (const address of pictures)
        expect(address.startsWith(`${testSiteUrl}/_images/`)).toBe(true);
    });

    test('to the error page says nothing, since it stands at every address', () => {
      expect(openGraphOf(site.pages.get('404.html') ?? '')).toEqual({});
    });
  });

  test('the sitemap dates every course by its last change, and lists by the newest of theirs', () => {
    const dates = new Map(
      parseXml(read(site.root, 'sitemap-0.xml')).urlset.url.map(({ loc, lastmod }) => [
        loc.slice(testSiteUrl.length + 1),
        lastmod,
      ]),
    );
    const courses = [...dates].filter(([page]) => /^courses\/[^/]*[a-z][^/]*\/$/.test(page));

    expect(courses.length).toBeGreaterThan(250);
    for (const [page, date] of courses) {
      const shown = nodeOf(site.pages.get(decodeURI(page)) ?? '', 'Course')['dateModified'];
      expect([page, date]).toEqual([page, shown]);
    }
    const newest = courses
      .map(([, date]) => date ?? '')
      .toSorted()
      .at(-1);
    expect(dates.get('courses/')).toBe(newest);
    expect(dates.get('about/')).toBeUndefined();
  });

  test.each(['root', 'prefixed'] as const)('a browser can search the site (%s)', (name) => {
    const base = name === 'root' ? '/' : '/x/';
    const html = read(site[name], 'index.html');
    const { OpenSearchDescription } = parseXml(read(site[name], 'opensearch.xml'));

    expect(html).toContain(`href="${base}opensearch.xml"`);
    expect(OpenSearchDescription.ShortName.length).toBeLessThanOrEqual(16);
    expect(OpenSearchDescription.Url.template).toBe(`${testSiteUrl}${base}search/?q={searchTerms}`);
  });

  test.each(['root', 'prefixed'] as const)('a telephone can keep the site (%s)', async (name) => {
    const base = name === 'root' ? '/' : '/x/';
    const manifest = JSON.parse(read(site[name], 'manifest.webmanifest')) as Manifest;

    expect(manifest).toMatchObject({ start_url: base, scope: base, lang: 'en', dir: 'ltr' });
    expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
    for (const { src, sizes } of manifest.icons) {
      const { width, height } = await sharp(
        path.join(site[name], src.slice(base.length)),
      ).metadata();
      if (sizes !== 'any') expect(`${width}x${height}`).toBe(sizes);
    }
  });

  describe('JSON-LD', () => {
    test('keeps to schema.org’s vocabulary on every page', () => {
      const vocabulary = readVocabulary();
      const problems = [...site.pages].flatMap(([page, html]) =>
        [...findJsonLd(html)].flatMap((block) =>
          checkJsonLd(block, vocabulary).map((problem) => `${page}: ${problem}`),
        ),
      );

      expect(problems).toEqual([]);
    });

    test('says the way to a page as the page shows it', () => {
      const withCrumbs = [...site.pages].filter(([, html]) => html.includes('data-crumbs'));

      expect(withCrumbs.length).toBeGreaterThan(500);
      for (const [page, html] of withCrumbs) {
        const { itemListElement } = nodeOf(html, 'BreadcrumbList');
        const names = (itemListElement as { name: string }[]).map(({ name }) => name);
        expect([page, names]).toEqual([page, crumbsOf(html)]);
      }
    });

    test.each([
      ['', 'WebSite'],
      ['courses/kit-stat101x/', 'Course'],
      ['courses/', 'ItemList'],
      ['catalogs/', 'ItemList'],
      ['programs/', 'ItemList'],
    ])('describes what "%s" is about', (page, type) => {
      expect(nodeOf(site.pages.get(page) ?? '', type)).toBeDefined();
    });

    test('has the dates and addresses that the course’s page shows', () => {
      const page = 'courses/kit-stat101x/';
      const html = site.pages.get(page) ?? '';
      const course = nodeOf(html, 'Course');
      const runs = course['hasCourseInstance'] as { url: string }[];
      const { availabilityEnds } = course['offers'] as { availabilityEnds: string };

      expect(course['url']).toBe(`${testSiteUrl}/${page}`);
      expect(runs.length).toBeGreaterThan(1);
      expect(attributesOf(html, 'datetime')).toContain(availabilityEnds);
      expect(attributesOf(html, 'href')).toEqual(
        expect.arrayContaining(runs.map(({ url }) => new URL(url).pathname)),
      );
    });
  });
}

interface Manifest {
  icons: { src: string; sizes: string; purpose?: string }[];
}

function read(directory: string, file: string): string {
  return readFileSync(path.join(directory, file), 'utf8');
}

function parseXml(text: string) {
  return new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(text) as {
    urlset: { url: { loc: string; lastmod?: string }[] };
    OpenSearchDescription: { ShortName: string; Url: { template: string } };
  };
}

/** Pages of one kind have addresses of one form: "courses/*\/*\/". */
function longestAndShortest(pages: ReadonlyMap<string, string>): string[] {
  const kinds = Map.groupBy(pages.keys(), (page) => {
    const [first = '', ...rest] = page.split('/');
    return [
      first,
      ...rest.map((part) => (part === '' || /^\d+$/.test(part) ? part && '2' : '*')),
    ].join('/');
  });
  return [...kinds.values()].flatMap((kind) => {
    const bySize = kind.toSorted(
      (one, other) => (pages.get(one)?.length ?? 0) - (pages.get(other)?.length ?? 0),
    );
    return [...new Set([bySize[0] ?? '', bySize.at(-1) ?? ''])];
  });
}

function openGraphOf(html: string): Record<string, string> {
  return Object.fromEntries(
    [...html.matchAll(/<meta property="(og:[^"]*)" content="([^"]*)"/g)].map(
      ([, property = '', content = '']) => [property, decode(content)],
    ),
  );
}

function nodeOf(html: string, type: string): Record<string, unknown> {
  const nodes = [...findJsonLd(html)].flatMap(
    (block) => (JSON.parse(block) as { '@graph': Record<string, unknown>[] })['@graph'],
  );
  const found = nodes.find((node) => node['@type'] === type);
  if (found === undefined) throw new Error(`The page has no ${type}.`);
  return found;
}

function crumbsOf(html: string): string[] {
  const [, list = ''] = /<nav[^>]*data-crumbs[^>]*>\s*<ol[^>]*>([^]*?)<\/ol>/.exec(html) ?? [];
  return [...list.matchAll(/<li[^>]*>([^]*?)<\/li>/g)].map(([, item = '']) =>
    decode(item.replace(/<[^>]*>/g, '')).trim(),
  );
}
