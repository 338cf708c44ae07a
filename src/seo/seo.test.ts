import { describe as group, expect, test } from 'vitest';
import {
  alternateUrls,
  canonicalUrl,
  describe,
  getSitemapOptions,
  openGraphTags,
  pageTitle,
  robotsContent,
  robotsText,
} from './index.ts';

const site = { companyName: 'Tarnholt', siteName: 'Prospectus' };

group('head', () => {
  test('a title names the thing, then the site', () => {
    expect(pageTitle('Statistics', site)).toBe('Statistics · Tarnholt Prospectus');
    expect(pageTitle(undefined, site)).toBe('Tarnholt Prospectus');
  });

  test('a canonical address is absolute and keeps the base path and encoded slugs', () => {
    expect(canonicalUrl('https://learn.example', '/x/skills/%E5%93%81/')).toBe(
      'https://learn.example/x/skills/%E5%93%81/',
    );
  });

  test.each([
    [{ isIndexed: true, isNoindex: false }, undefined],
    [{ isIndexed: true, isNoindex: true }, 'noindex'],
    [{ isIndexed: false, isNoindex: false }, 'noindex'],
  ])('robots of %o', (input, content) => {
    expect(robotsContent(input)).toBe(content);
  });

  test('a page names itself in every language, and in the first for all others', () => {
    const site = { siteUrl: 'https://learn.example', base: '/x/' };

    expect(alternateUrls('/x/es/about/', { ...site, languages: ['en', 'es'] })).toEqual([
      { hreflang: 'en', href: 'https://learn.example/x/about/' },
      { hreflang: 'es', href: 'https://learn.example/x/es/about/' },
      { hreflang: 'x-default', href: 'https://learn.example/x/about/' },
    ]);
    expect(alternateUrls('/x/about/', { ...site, languages: ['en'] })).toEqual([]);
  });

  test('a description is one line, cut at a word', () => {
    const long = 'Read a chart without being fooled, and say how sure you are. '.repeat(4);

    expect(describe('One\n  line.')).toBe('One line.');
    expect(describe(long).length).toBeLessThanOrEqual(160);
    expect(describe(long)).toMatch(/\w…$/);
  });
});

group('sitemap', () => {
  const options = getSitemapOptions(
    { base: '/x/', languages: ['en', 'ar'] },
    {
      listExcludedPaths: () => ['/x/courses/edx-demox', '/x/programs/%E5%93%81/'],
      listModified: () => [
        { path: '/x/', modified: '2026-05-05' },
        { path: '/x/courses/', modified: '2026-04-04' },
        { path: '/x/courses/a/', modified: '2026-03-03' },
        { path: '/x/skills/%E5%93%81/', modified: '2026-02-02T10:00:00.000Z' },
      ],
    },
  );

  test.each([
    ['https://learn.example/x/', '2026-05-05'],
    ['https://learn.example/x/about/', undefined],
    ['https://learn.example/x/courses/undated/', undefined],
    ['https://learn.example/x/courses/2/', '2026-04-04'],
    ['https://learn.example/x/courses/a/', '2026-03-03'],
    ['https://learn.example/x/courses/a/1t2026/', '2026-03-03'],
    ['https://learn.example/x/ar/courses/a/', '2026-03-03'],
    ['https://learn.example/x/skills/%E5%93%81/', '2026-02-02T10:00:00.000Z'],
  ])('%s was changed last on %s', async (url, lastmod) => {
    expect((await options.serialize?.({ url }))?.lastmod).toBe(lastmod);
  });

  test('each page names itself in every language of the site', async () => {
    const links = [
      { lang: 'en', url: 'https://learn.example/x/courses/a/' },
      { lang: 'ar', url: 'https://learn.example/x/ar/courses/a/' },
    ];

    for (const { url } of links) {
      expect(await options.serialize?.({ url })).toMatchObject({ url, links });
    }
  });

  test.each([
    ['https://learn.example/x/', true],
    ['https://learn.example/x/courses/kit-stat101x/', true],
    ['https://learn.example/x/courses/edx-demox/', false],
    ['https://learn.example/x/courses/edx-demox/1t2026/', false],
    ['https://learn.example/x/programs/品/', false],
    ['https://learn.example/x/404/', false],
    ['https://learn.example/x/admin/', false],
    ['https://learn.example/x/admin/plans/', false],
    ['https://learn.example/x/subjects/administration/', true],
  ])('lists %s: %s', (url, isListed) => {
    expect(options.filter?.(url)).toBe(isListed);
  });
});

test('robots.txt turns crawlers away unless the site is indexed', () => {
  const sitemapUrl = 'https://learn.example/sitemap-index.xml';

  expect(robotsText({ isIndexed: false, sitemapUrl })).toContain('Disallow: /\n');
  expect(robotsText({ isIndexed: true, sitemapUrl })).toContain(`Sitemap: ${sitemapUrl}`);
});

test('a shared page names its picture with size and words', () => {
  const picture = {
    url: 'https://x.example/_images/a.png',
    width: 1200,
    height: 630,
    alt: 'A – B',
  };
  const tags = openGraphTags({
    ...{ title: 'A', description: 'B', siteName: 'C', url: 'https://x.example/a/', picture },
    language: 'ar',
    otherLanguages: ['en', 'ja'],
  });

  expect(Object.fromEntries(tags)).toMatchObject({
    'og:title': 'A',
    'og:url': 'https://x.example/a/',
    'og:image': 'https://x.example/_images/a.png',
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': 'A – B',
    'og:locale': 'ar_EG',
  });
  expect(tags.filter(([property]) => property === 'og:locale:alternate')).toEqual([
    ['og:locale:alternate', 'en_US'],
    ['og:locale:alternate', 'ja_JP'],
  ]);
});
