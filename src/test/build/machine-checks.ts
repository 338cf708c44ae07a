import { describe, expect, test } from 'vitest';
import { checkJsonLd, findJsonLd } from '../../../scripts/lib/validate/check-json-ld.ts';
import { readVocabulary } from '../../../scripts/lib/validate/vocabulary.ts';
import { testSiteUrl } from '../sample-site.ts';
import { attributesOf, decode } from '../site-files.ts';

/** What machines read of a site: `pages` are those of the sample, by their path. */
export function describeMachines(site: { readonly pages: ReadonlyMap<string, string> }): void {
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
