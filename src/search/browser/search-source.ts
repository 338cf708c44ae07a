import type { FacetName } from '#catalog';
import { fetchJson, fetchText } from './fetch-json.ts';
import { findHits } from './find.ts';
import { loadPagefind, ranking, type Pagefind } from './pagefind.ts';
import { MixedIndexError, rankRows } from './rank.ts';
import type { SearchCard } from './search-card.ts';
import type { FacetColumn, SearchData } from './search-data.ts';
import { createTextSearch, type TextAnswer, type TextSearch } from './text/text-search.ts';

// An answer of "nothing" is only believed if the index was current so recently.
const currentForMs = 30_000;

export interface FoundRows {
  /** Best first; without a query all. */
  rows: number[];
  facets: Record<FacetName, FacetColumn>;
  /** All rows of the index. */
  total: number;
  /** What the text search says beside the rows; nothing without a query. */
  matched: TextAnswer['matched'];
  correction?: TextAnswer['correction'];
}

export interface SearchSource {
  find: (query: string) => Promise<FoundRows>;
  /** The cards of the rows of the last answer. */
  fetchCards: (rows: readonly number[]) => Promise<SearchCard[]>;
}

/**
 * The index of the site under `base`, with the cards of the language whose pages stand under `home`. What fails is
 * tried afresh the next time.
 */
export function createSearchSource(
  { base, home }: { base: string; home: string },
  loadScript: typeof loadPagefind = loadPagefind,
): SearchSource {
  const cards = new Map<string, Promise<SearchCard>>();
  let attempt = 0;
  let opened: Promise<OpenIndex> | undefined;
  let searcher: Promise<Pagefind> | undefined;
  let textSearch: TextSearch | undefined;

  const openIndex = (): Promise<OpenIndex> => (opened ??= fetchIndex(home));
  const close = async (): Promise<void> => {
    const old = searcher;
    [opened, searcher, textSearch] = [undefined, undefined, undefined];
    attempt += 1;
    await old?.then((pagefind) => pagefind.destroy()).catch(() => undefined);
  };

  const askPagefind = async (index: OpenIndex, query: string): Promise<number[]> => {
    searcher ??= loadScript(base, attempt).then(({ createInstance }) =>
      createInstance({ ranking }),
    );
    return rankRows(await findHits(await searcher, query), index.rowsOfIds);
  };
  const openTextSearch = (index: OpenIndex): TextSearch =>
    (textSearch ??= createTextSearch({
      rootName: index.wordsRoot,
      fetchPiece: async (name) => {
        const text = await fetchText(`${base}search/words/${name}`);
        if (text === undefined) throw new MixedIndexError();
        return text;
      },
      askPagefind: (query) => askPagefind(index, query),
    }));

  const search = async (query: string): Promise<FoundRows> => {
    const index = await openIndex();
    const { facets, ids } = index;
    if (query === '' || ids.length === 0)
      return { rows: ids.map((_, row) => row), facets, total: ids.length, matched: [] };
    const answer = await openTextSearch(index).find(query);
    // What an older index lacks may be there; and Pagefind takes a part that did not arrive for an empty one.
    if (answer.rows.length === 0 && !(await isCurrent(home, index))) throw new MixedIndexError();
    return { facets, total: ids.length, ...answer };
  };

  return {
    find: async (query) => {
      try {
        return await search(query);
      } catch (error) {
        await close();
        if (!(error instanceof MixedIndexError)) throw error;
        return search(query);
      }
    },
    fetchCards: async (rows) => {
      const { ids } = await openIndex();
      return Promise.all(
        rows.map((row) => {
          const id = ids[row] ?? '';
          const card = cards.get(id) ?? fetchJson<SearchCard>(`${home}search/cards/${id}.json`);
          cards.set(id, card);
          card.catch(() => cards.delete(id));
          return card;
        }),
      );
    },
  };
}

interface OpenIndex {
  facets: Record<FacetName, FacetColumn>;
  idText: string;
  ids: string[];
  wordsRoot: string;
  rowsOfIds: Map<string, number>;
  checkedAt: number;
}

async function fetchIndex(home: string): Promise<OpenIndex> {
  const { facets, ids: idText, idPrefix, words: wordsRoot } = await fetchData(home);
  const ids = idText === '' ? [] : idText.split(' ');
  const rowsOfIds = new Map(ids.map((id, row) => [idPrefix + id, row]));
  return { facets, idText, ids, wordsRoot, rowsOfIds, checkedAt: Date.now() };
}

async function isCurrent(home: string, index: OpenIndex): Promise<boolean> {
  if (Date.now() - index.checkedAt < currentForMs) return true;
  const { ids } = await fetchData(home);
  index.checkedAt = Date.now();
  return ids === index.idText;
}

/** Always asks whether it has changed, so that a cache cannot mix two builds. */
function fetchData(home: string): Promise<SearchData> {
  return fetchJson<SearchData>(`${home}search/index.json`, { cache: 'no-cache' });
}
