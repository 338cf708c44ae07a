import { expect } from 'vitest';
import {
  facetNames,
  filterRows,
  formatState,
  pageCount,
  parseState,
  withPage,
  withToggled,
  type FacetColumn,
  type FacetName,
} from '#search/browser';
import type { Inventory } from './read-inventory.ts';
import type { Row } from './row.ts';

/** What the built search page and its data hold; what a browser does with them is in `src/test/browser`. */
export const searchRows: Row[] = [
  {
    name: '2.3.1 Heading and box',
    check: ({ page }) => {
      const search = page('/search/');

      expect(search.title).not.toBe('');
      expect(search.html).toMatch(/<input\b[^>]*\bname="q"/);
    },
  },
  {
    name: '2.3.2 Facets',
    check: (inventory) => {
      const facets = facetsOf(inventory);
      const { item } = inventory.course(({ programs }) => programs?.length === 1);
      const [subject] = item.subjects ?? [];

      for (const name of facetNames)
        expect([name, facets[name].labels.length > 1]).toEqual([name, true]);
      expect(facets.subject.labels).toContain(typeof subject === 'object' ? subject.name : subject);
      expect(facets.partner.labels).toContain(item.owners?.[0]?.name);
      expect(facets.level.labels).toContain(item.level_type);
      expect(facets.language.values).toContain('ja');
    },
  },
  {
    name: '2.3.3 Chips',
    check: ({ page }) => {
      const chip = /<template data-part="chip"[^>]*>[^]*?<\/template>/.exec(
        page('/search/').html,
      )?.[0];

      expect(chip).toContain('<a ');
    },
  },
  {
    name: '2.3.4 Courses and programs apart',
    check: (inventory) => {
      const { values } = facetsOf(inventory).kind;

      expect(values).toEqual(expect.arrayContaining(['course', 'program', 'executive-education']));
    },
  },
  {
    name: '2.3.5 24 a page',
    check: () => {
      expect([24, 25, 48, 49].map(pageCount)).toEqual([1, 2, 2, 3]);
    },
  },
  {
    name: '2.3.6 OR inside a facet, AND between facets',
    check: (inventory) => {
      const facets = facetsOf(inventory);
      const rows = facets.kind.rows.map((_, row) => row);
      const count = (...chosen: [FacetName, number][]) => {
        const state = chosen.reduce(
          (sum, [facet, place]) =>
            withToggled(sum, { facet, value: facets[facet].values[place] ?? '' }),
          parseState(''),
        );
        return filterRows(facets, rows, state.chosen).rows.length;
      };

      expect(count(['level', 0], ['level', 1])).toBe(count(['level', 0]) + count(['level', 1]));
      expect(count(['language', 0], ['level', 0])).toBeLessThan(count(['level', 0]));
    },
  },
  {
    name: '2.3.7 URL',
    check: () => {
      const address = '?q=data&level=introductory&level=advanced&page=3';
      const state = parseState(address);

      expect(formatState(state)).toBe(address);
      expect(withToggled(withPage(state, 3), { facet: 'level', value: 'advanced' }).page).toBe(1);
    },
  },
];

function facetsOf({ json }: Inventory): Record<FacetName, FacetColumn> {
  // What this version has written for its own search page.
  return (json('search/index.json') as { facets: Record<FacetName, FacetColumn> }).facets;
}
