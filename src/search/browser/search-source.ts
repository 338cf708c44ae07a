import type { FacetName } from '#catalog';
import { countValues, filterRows, type FacetColumns } from './facets.ts';
import { fetchJson } from './fetch-json.ts';
import { joinPieces } from './list-pieces.ts';
import { openIndex, type OpenIndex } from './open-index.ts';
import { pageCount, pageOfRows } from './paging.ts';
import { loadPagefind } from './pagefind.ts';
import { MixedIndexError } from './rank.ts';
import type { SearchAnswer, FacetCounts } from './search-answer.ts';
import { markCard, type FoundCard } from './found-card.ts';
import type { SearchCard } from './search-card.ts';
import type { FacetColumn } from './search-data.ts';
import { sortRows } from './sort-rows.ts';
import { listChosen, mapFacets, type ChosenValues, type SearchState } from './state.ts';
import { suggest, type SuggestionLimits, type Suggestions } from './suggest.ts';
import { createTextSource, type TextSource } from './text-source.ts';
import type { TextAnswer } from './text/text-search.ts';
import { findWaysOut } from './ways-out.ts';

export interface SearchSource {
  /** What the texts alone find, best first; for an empty query everything. */
  find: (query: string) => Promise<TextAnswer>;
  search: (state: SearchState) => Promise<SearchAnswer>;
  /** The values of facets with their counts in a search; a facet that tells no items apart is missing. */
  countFacets: (state: SearchState, facets: readonly FacetName[]) => Promise<FacetCounts>;
  /** What a query that is being typed may mean, at most so many of each. */
  suggest: (query: string, limits: SuggestionLimits) => Promise<Suggestions>;
  /**
   * All that a search finds, in its order, as a CSV file with a last column of the given name and value (cells as
   * they stand in the file).
   */
  writeList: (state: SearchState, column: { name: string; value: string }) => Promise<string>;
  /** The cards of rows that the last answer named, with the words marked that were met. */
  fetchCards: (rows: readonly number[], matched?: readonly string[]) => Promise<FoundCard[]>;
}

/**
 * The index of the site under `base`, with the words and cards of the language whose pages stand under `home`. A
 * search that meets two builds begins again with the new one; what fails is tried afresh the next time.
 */
export function createSearchSource(
  { base, home }: { base: string; home: string },
  loadScript: typeof loadPagefind = loadPagefind,
): SearchSource {
  const cards = new Map<string, Promise<SearchCard>>();
  let attempt = 0;
  let opened: Promise<Opened> | undefined;

  const open = (): Promise<Opened> =>
    (opened ??= openIndex(base, home).then((index) => ({
      index,
      texts: createTextSource(index, () => loadScript(base, attempt)),
    })));
  const close = async (): Promise<void> => {
    const old = opened;
    opened = undefined;
    attempt += 1;
    await old?.then(({ texts }) => texts.close()).catch(() => undefined);
  };
  const withIndex = async <Answer>(ask: (opened: Opened) => Promise<Answer>): Promise<Answer> => {
    try {
      return await ask(await open());
    } catch (error) {
      await close();
      if (!(error instanceof MixedIndexError)) throw error;
      return ask(await open());
    }
  };

  const fetchCard = (id: string): Promise<SearchCard> => {
    const card = cards.get(id) ?? fetchJson<SearchCard>(`${home}search/cards/${id}.json`);
    cards.set(id, card);
    card.catch(() => cards.delete(id));
    return card;
  };

  const fetchCards = async (
    index: OpenIndex,
    rows: readonly number[],
    matched: readonly string[],
  ): Promise<FoundCard[]> => {
    const ids = await index.ids();
    const words = new Set(matched);
    const fetched = await Promise.all(rows.map((row) => fetchCard(ids[row] ?? '')));
    return fetched.map((card) => markCard(card, words));
  };

  return {
    find: (query) => withIndex((current) => findRows(current, query)),
    search: (state) => withIndex((current) => search(current, state)),
    countFacets: (state, facets) => withIndex((current) => countFacets(current, state, facets)),
    writeList: (state, column) =>
      withIndex(async (current) => {
        const { sorted } = await findSorted(current, state);
        return joinPieces(sorted, current.index.listPiece, column);
      }),
    suggest: (query, limits) =>
      withIndex(async (current) => {
        const found = await findRows(current, query);
        return suggest(current.index, { query, found, limits }, (rows, matched) =>
          fetchCards(current.index, rows, matched),
        );
      }),
    fetchCards: (rows, matched = []) => withIndex(({ index }) => fetchCards(index, rows, matched)),
  };
}

interface Opened {
  index: OpenIndex;
  texts: TextSource;
  /** What was found last: counts and further pages of a query begin with it. */
  last?: { query: string; answer: Promise<TextAnswer> };
}

/** All that a search finds, in its order, with what it was found by. */
async function findSorted(opened: Opened, state: SearchState) {
  const { index } = opened;
  const [found, { columns, chosen, ignored }, places] = await Promise.all([
    findRows(opened, state.query),
    readChosen(index, state.chosen),
    state.sort === undefined ? undefined : index.places(state.sort),
  ]);
  const { rows, countsWithout } = filterRows(columns, found.rows, chosen);
  const sorted = places === undefined ? rows : sortRows(rows, places);
  return { found, columns, chosen, ignored, countsWithout, sorted };
}

async function search(opened: Opened, state: SearchState): Promise<SearchAnswer> {
  const { index } = opened;
  const { rows: total } = index.manifest;
  const { found, columns, chosen, ignored, countsWithout, sorted } = await findSorted(
    opened,
    state,
  );
  const count = sorted.length;
  return {
    rows: pageOfRows(sorted, state.page),
    count,
    total,
    page: Math.min(state.page, pageCount(count)),
    chosen: listChosen(chosen).map(({ facet, value }) => ({
      facet,
      value,
      label: labelOf(columns, facet, value),
    })),
    ignored,
    matched: found.matched,
    ...(found.correction !== undefined && { correction: found.correction }),
    ...(count === 0 && {
      waysOut: findWaysOut({
        query: state.query,
        columns,
        chosen,
        found: found.rows,
        total,
        countsWithout,
        subjects: await index.column('subject'),
      }),
    }),
  };
}

async function countFacets(
  opened: Opened,
  state: SearchState,
  facets: readonly FacetName[],
): Promise<FacetCounts> {
  const { index } = opened;
  const [found, { columns, chosen }, ...asked] = await Promise.all([
    findRows(opened, state.query),
    readChosen(index, state.chosen),
    ...facets.map((facet) => index.column(facet)),
  ]);
  for (const [place, facet] of facets.entries()) {
    const column = asked[place];
    if (column !== undefined) columns[facet] = column;
  }
  const counts = countValues(columns, found.rows, chosen, facets);
  return Object.fromEntries(
    facets.flatMap((facet) => {
      const column = columns[facet];
      if (column === undefined || isAlike(column)) return [];
      const { values, labels } = column;
      return [[facet, { values, labels, counts: counts[facet] ?? [] }]];
    }),
  );
}

function findRows(opened: Opened, query: string): Promise<TextAnswer> {
  if (opened.last?.query === query) return opened.last.answer;
  const answer = findAfresh(opened, query);
  opened.last = { query, answer };
  return answer;
}

async function findAfresh({ index, texts }: Opened, query: string): Promise<TextAnswer> {
  const { rows } = index.manifest;
  if (query === '' || rows === 0) return { rows: [...Array(rows).keys()], matched: [] };
  const answer = await texts.find(query);
  // What an older index lacks may be there; and Pagefind takes a part that did not arrive for an empty one.
  if (answer.rows.length === 0 && !(await index.isCurrent())) throw new MixedIndexError();
  return answer;
}

/** The columns of what is chosen; values that the index does not know are set aside. */
async function readChosen(
  index: OpenIndex,
  chosen: ChosenValues,
): Promise<{ columns: FacetColumns; chosen: ChosenValues; ignored: SearchAnswer['ignored'] }> {
  const facets = [...new Set(listChosen(chosen).map(({ facet }) => facet))];
  const fetched = await Promise.all(
    facets.map(async (facet) => [facet, await index.column(facet)] as const),
  );
  const columns: FacetColumns = Object.fromEntries(
    fetched.filter(([, column]) => column !== undefined),
  );
  const isKnown = (facet: FacetName, value: string): boolean =>
    columns[facet]?.values.includes(value) === true;
  return {
    columns,
    chosen: mapFacets((facet) => chosen[facet].filter((value) => isKnown(facet, value))),
    ignored: listChosen(chosen).filter(({ facet, value }) => !isKnown(facet, value)),
  };
}

/** Whether all items have one and the same value. */
function isAlike({ values, rows }: FacetColumn): boolean {
  return values.length === 1 && rows.numbers.length === rows.starts.length - 1;
}

function labelOf(columns: FacetColumns, facet: FacetName, value: string): string {
  const column = columns[facet];
  return column?.labels[column.values.indexOf(value)] ?? value;
}
