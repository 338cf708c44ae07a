import { expect, it } from 'vitest';
import { findCatalogPage } from './catalog-page.ts';

const run = { key: 'course-v1:A+B+1', courseKey: 'A+B', title: 'B', partners: [] };
const answer = { kind: 'available' as const, runs: [{ ...run, catalogs: ['C0FFEE-1'] }] };

it('leads to the page of a catalog that the site has', () => {
  expect(findCatalogPage('C0FFEE-1', answer)).toBe('/catalogs/c0ffee-1/');
});

it.each([
  ['has none', undefined, answer],
  ['has one that the site does not know', 'another', answer],
  ['has one, and nobody knows what the site has', 'C0FFEE-1', { kind: 'unavailable' } as const],
])('leads nowhere where a plan %s', (_, uuid, known) => {
  expect(findCatalogPage(uuid, known)).toBeUndefined();
});
