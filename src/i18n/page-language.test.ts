import { describe, expect, test } from 'vitest';
import { languageOfPath, pathInLanguage, type SiteLanguages } from './page-language.ts';

const site: SiteLanguages = { base: '/learn/', languages: ['es', 'en', 'ar'] };

describe('the language of a page', () => {
  test.each([
    ['/learn/', 'es'],
    ['/learn/courses/edx-demox/', 'es'],
    ['/learn/en/', 'en'],
    ['/learn/ar/courses/edx-demox/', 'ar'],
    // Not a language of this site.
    ['/learn/de/', 'es'],
    ['/learn/armenian/', 'es'],
    ['/learn/admin/', 'en'],
    ['/learn/_server-islands/PlanPanel/', 'en'],
  ])('%s is %s', (path, language) => {
    expect(languageOfPath(path, site)).toBe(language);
  });
});

describe('the same page in another language', () => {
  test.each([
    ['/learn/', 'ar', '/learn/ar/'],
    ['/learn/courses/edx-demox/', 'ar', '/learn/ar/courses/edx-demox/'],
    ['/learn/ar/courses/edx-demox/', 'es', '/learn/courses/edx-demox/'],
    ['/learn/ar/courses/edx-demox/', 'en', '/learn/en/courses/edx-demox/'],
    ['/learn/en/', 'es', '/learn/'],
  ] as const)('%s in %s is %s', (path, language, expected) => {
    expect(pathInLanguage(path, language, site)).toBe(expected);
  });
});
