import type { FacetName } from '#catalog';
import { fetchJson } from './fetch-json.ts';
import { findHits } from './find.ts';
import { loadPagefind, ranking, type Pagefind } from './pagefind.ts';
import { MixedIndexError, rankRows } from './rank.ts';
import type { SearchCard } from './search-card.ts';
import type { FacetColumn, SearchData } from './search-data.ts';

// An answer of "nothing" is only believed if the index was current so recently.
const currentForMs = 30_000;

export interface FoundRows {
  /** Best first; without a query all. */
  rows: number[];
  facets: Record<FacetName, FacetColumn>;
  /** All rows of the index. */
  total: number;
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

  const openIndex = (): Promise<OpenIndex> => (opened ??= fetchIndex(home));
  const openSearcher = async (script: ReturnType<typeof loadPagefind>): Promise<Pagefind> =>
    (await script).createInstance({ ranking });
  const close = async (): Promise<void> => {
    const old = searcher;
    [opened, searcher] = [undefined, undefined];
    attempt += 1;
    await old?.then((pagefind) => pagefind.destroy()).catch(() => undefined);
  };

  const search = async (query: string): Promise<FoundRows> => {
    // The script and the index are fetched at the same time; an empty index has nothing to search in.
    const script = query === '' || searcher !== undefined ? undefined : loadScript(base, attempt);
    const [index] = await Promise.all([openIndex(), script]);
    const { facets, ids, rowsOfIds } = index;
    if (script !== undefined && ids.length > 0) searcher ??= openSearcher(script);
    if (query === '' || searcher === undefined) {
      return { rows: ids.map((_, row) => row), facets, total: ids.length };
    }
    const rows = rankRows(await findHits(await searcher, query), rowsOfIds);
    // Pagefind takes a part of its index that did not arrive for an empty one.
    if (rows.length === 0 && !(await isCurrent(home, index))) throw new MixedIndexError();
    return { rows, facets, total: ids.length };
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
  rowsOfIds: Map<string, number>;
  checkedAt: number;
}

async function fetchIndex(home: string): Promise<OpenIndex> {
  const { facets, ids: idText, idPrefix } = await fetchData(home);
  const ids = idText === '' ? [] : idText.split(' ');
  const rowsOfIds = new Map(ids.map((id, row) => [idPrefix + id, row]));
  return { facets, idText, ids, rowsOfIds, checkedAt: Date.now() };
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
