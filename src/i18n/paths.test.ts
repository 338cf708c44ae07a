import { expect, test } from 'vitest';
import { createPaths } from './paths.ts';

const path = createPaths('/learn/');

test('every page stands under the base, with a slash at its end', () => {
  expect([
    path.home(),
    path.about(),
    path.catalogs(),
    path.catalog('core', 2),
    path.courses(),
    path.courses(3),
    path.course('edx-demox'),
    path.run('edx-demox', '1t2026'),
    path.programs(2),
    path.program('4a2b'),
    path.terms('skill'),
    path.term('partner', 'kit'),
  ]).toEqual([
    '/learn/',
    '/learn/about/',
    '/learn/catalogs/',
    '/learn/catalogs/core/2/',
    '/learn/courses/',
    '/learn/courses/3/',
    '/learn/courses/edx-demox/',
    '/learn/courses/edx-demox/1t2026/',
    '/learn/programs/2/',
    '/learn/programs/4a2b/',
    '/learn/skills/',
    '/learn/partners/kit/',
  ]);
});

test('the first page of a list has the plain address', () => {
  expect(path.term('subject', 'data', 1)).toBe('/learn/subjects/data/');
});

test('slugs of any script are percent-encoded', () => {
  expect(path.term('skill', '品質管理')).toBe(
    '/learn/skills/%E5%93%81%E8%B3%AA%E7%AE%A1%E7%90%86/',
  );
  expect(path.cover('course', 'دورة')).toBe('/learn/covers/courses/%D8%AF%D9%88%D8%B1%D8%A9.svg');
});

test('a search keeps its text and every value of its facets', () => {
  expect(path.search()).toBe('/learn/search/');
  expect(path.search({ q: 'c++ & you', level: ['intro', 'advanced'], partner: undefined })).toBe(
    '/learn/search/?q=c%2B%2B+%26+you&level=intro&level=advanced',
  );
});
