import {
  courseCardOf,
  programCardOf,
  searchGroupOf,
  type CourseOutline,
  type FacetName,
  type ItemCard,
  type ProgramOutline,
  type SearchStart,
} from '#catalog';
import { connect, requireFound } from './connection.ts';
import { allPrograms, courseCard, courseIndex, programCard } from './course-index.ts';
import { pageSize } from './paging.ts';
import { quickFacetsOf, type QuickFacet } from './search-facets.ts';
import { getFacetLabels } from './search-items.ts';
import { getSiteOptions } from './site-options.ts';

/** Facets whose values are shown at once. */
const openFacets: readonly QuickFacet[] = [
  'kind',
  'availability',
  'subject',
  'level',
  'length',
  'price',
];

let start: SearchStart | undefined;

/** What the search page shows of itself: the same first items and numbers as a search for everything. */
export function getSearchStart(): SearchStart {
  start ??= createSearchStart();
  return start;
}

function createSearchStart(): SearchStart {
  const counts = new Map(openFacets.map((facet) => [facet, new Map<string, number>()]));
  const groups: ListedItem[][] = [[], [], []];
  for (const { outline, card, ...item } of iterateListed()) {
    const values = quickFacetsOf(outline, card);
    for (const [facet, counted] of counts)
      for (const value of values[facet]) counted.set(value, (counted.get(value) ?? 0) + 1);
    groups[searchGroupOf(card)]?.push(item);
  }
  const rows = groups.flat();
  return {
    cards: rows
      .slice(0, pageSize)
      .map(({ kind, id }) => (kind === 'course' ? courseCard(id) : programCard(id))),
    total: rows.length,
    counts: Object.fromEntries(counts),
    labels: getFacetLabels(),
    idleFacets: listIdleFacets(),
    hasPrices: hasPrices(),
  };
}

interface ListedItem {
  kind: ItemCard['kind'];
  id: number;
}

/** In the order of `iterateSearchItems`, without what takes reading whole items. */
function* iterateListed(): Generator<
  ListedItem & { outline: CourseOutline | ProgramOutline; card: ItemCard }
> {
  const { snapshot, now } = connect();
  for (const [id, { isListed }] of courseIndex()) {
    if (!isListed) continue;
    const { item, slug } = requireFound(snapshot.outline('course', id), `course ${id}`);
    yield { kind: 'course', id, outline: item, card: courseCardOf(item, slug, now) };
  }
  for (const id of allPrograms()) {
    const { item, slug } = requireFound(snapshot.outline('program', id), `program ${id}`);
    if (item.isExcludedFromSearch) continue;
    yield { kind: 'program', id, outline: item, card: programCardOf(item, slug) };
  }
}

function listIdleFacets(): FacetName[] {
  return [
    ...(hasPrices() ? [] : (['price'] as const)),
    ...(allPrograms().length > 0 ? [] : (['program', 'programType'] as const)),
    ...(connect().catalogs.length > 1 ? [] : (['catalog'] as const)),
  ];
}

function hasPrices(): boolean {
  return getSiteOptions().prices === 'show';
}
