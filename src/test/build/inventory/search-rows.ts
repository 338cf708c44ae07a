import { expect } from 'vitest';
import {
  facetNames,
  formatState,
  pageCount,
  parseState,
  withPage,
  withToggled,
  type ChosenValue,
  type FacetName,
  type SearchManifest,
} from '#search/browser';
import { filterRows } from '../../../search/browser/facets.ts';
import { decodeRowNumbers } from '../../../search/browser/row-numbers.ts';
import type { FacetColumn } from '../../../search/browser/search-data.ts';
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
      const { item } = inventory.course(({ programs }) => programs?.length === 1);
      const [subject] = item.subjects ?? [];
      const labelsOf = (facet: FacetName) => readFacet(inventory, facet).labels;

      for (const name of facetNames)
        expect([name, labelsOf(name).length > 0]).toEqual([name, true]);
      expect(labelsOf('subject')).toContain(typeof subject === 'object' ? subject.name : subject);
      expect(labelsOf('partner')).toContain(item.owners?.[0]?.name);
      expect(labelsOf('level')).toContain(item.level_type);
      expect(readFacet(inventory, 'language').values).toContain('ja');
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
      const { values } = readFacet(inventory, 'kind');

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
      const [level, language] = [readFacet(inventory, 'level'), readFacet(inventory, 'language')];
      const rows = level.column.rows.starts.slice(1).map((_, row) => row);
      const count = (...chosen: ChosenValue[]) => {
        const state = chosen.reduce(withToggled, parseState(''));
        const columns = { level: level.column, language: language.column };
        return filterRows(columns, rows, state.chosen).rows.length;
      };
      const [first, second] = ([0, 1] as const).map((place) => ({
        facet: 'level' as const,
        value: level.values[place] ?? '',
      }));
      if (first === undefined || second === undefined) throw new Error('There is one level only.');

      expect(count(first, second)).toBe(count(first) + count(second));
      expect(count({ facet: 'language', value: language.values[0] ?? '' }, first)).toBeLessThan(
        count(first),
      );
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

/** What this version has written for its own search page. */
function readFacet(
  { json, text }: Inventory,
  facet: FacetName,
): { values: string[]; labels: string[]; column: FacetColumn } {
  const manifest = json('search/index.json') as SearchManifest;
  const { file, labels } = manifest.facets[facet] ?? {};
  const [head = '', rows = ''] = text(`search/${file ?? ''}`).split('\n');
  const own = JSON.parse(head) as { values: string[]; labels?: string[] };
  const words = { values: own.values, labels: labels ?? own.labels ?? own.values };
  return { ...words, column: { ...words, rows: decodeRowNumbers(rows, manifest.rows) } };
}
