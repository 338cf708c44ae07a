import type { FacetName, SortName } from '#catalog';
import { fetchJson, fetchText } from './fetch-json.ts';
import { MixedIndexError } from './rank.ts';
import { decodeNumbers, decodeRowNumbers } from './row-numbers.ts';
import type { FacetColumn, FacetHead, SearchManifest } from './search-data.ts';

// An answer of "nothing" is only believed if the index was current so recently.
const currentForMs = 30_000;

/** The index of one build: its manifest, and the files that it names, each fetched once when it is needed. */
export interface OpenIndex {
  manifest: SearchManifest;
  ids: () => Promise<readonly string[]>;
  /** Undefined for a facet that the index does not have. */
  column: (facet: FacetName) => Promise<FacetColumn | undefined>;
  /** For each row its place in an order; undefined for one that the index does not have. */
  places: (sort: SortName) => Promise<Uint32Array | undefined>;
  words: (name: string) => Promise<string>;
  /** The lines of a file of terms (`term-lines.ts`). */
  termLines: (file: string) => Promise<string[]>;
  listPiece: (number: number) => Promise<string>;
  /** Whether it is still the site's. */
  isCurrent: () => Promise<boolean>;
}

/** The index of the site under `base`, in the language whose pages stand under `home`. */
export async function openIndex(base: string, home: string): Promise<OpenIndex> {
  const manifest = await fetchManifest(home);
  const fetched = new Map<string, Promise<unknown>>();
  let checkedAt = Date.now();

  const fetchOnce = <Content>(name: string, parse: (text: string) => Content): Promise<Content> => {
    // Each name is of one kind of content.
    const known = fetched.get(name) as Promise<Content> | undefined;
    if (known !== undefined) return known;
    const content = fetchPart(`${base}search/${name}`).then(parse);
    fetched.set(name, content);
    content.catch(() => fetched.delete(name));
    return content;
  };

  return {
    manifest,
    ids: () => fetchOnce(manifest.ids, (text) => (text === '' ? [] : text.split(' '))),
    column: async (facet) => {
      const { file, labels } = manifest.facets[facet] ?? {};
      if (file === undefined) return undefined;
      return fetchOnce(file, (text) => parseColumn(text, manifest.rows, labels));
    },
    places: async (sort) => {
      const file = manifest.sorts[sort];
      return file === undefined ? undefined : fetchOnce(file, decodeNumbers);
    },
    // Read, and kept, by the text search.
    words: (name) => fetchPart(`${base}search/words/${name}`),
    termLines: (file) => fetchOnce(file, (text) => text.split('\n')),
    listPiece: (number) => fetchPart(`${home}search/lists/${manifest.lists.folder}/${number}.csv`),
    isCurrent: async () => {
      if (Date.now() - checkedAt < currentForMs) return true;
      const { ids } = await fetchManifest(home);
      checkedAt = Date.now();
      return ids === manifest.ids;
    },
  };
}

/** A file whose name comes from its content: where it is gone, the site has been renewed. */
async function fetchPart(address: string): Promise<string> {
  const text = await fetchText(address);
  if (text === undefined) throw new MixedIndexError();
  return text;
}

/** Always asks whether it has changed, so that a cache cannot mix two builds. */
function fetchManifest(home: string): Promise<SearchManifest> {
  return fetchJson<SearchManifest>(`${home}search/index.json`, { cache: 'no-cache' });
}

function parseColumn(text: string, rows: number, labels: string[] | undefined): FacetColumn {
  const end = text.indexOf('\n');
  const head = JSON.parse(text.slice(0, end)) as FacetHead;
  return {
    values: head.values,
    labels: labels ?? head.labels ?? head.values,
    rows: decodeRowNumbers(text.slice(end + 1), rows),
  };
}
