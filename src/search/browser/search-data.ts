import type { FacetName, SortName } from '#catalog';
import type { RowNumbers } from './row-numbers.ts';
import type { TermFiles } from './term-lines.ts';

/**
 * `search/index.json` of a language: the files that its searches read, all named by their content. A row is an
 * item; rows stand in the order in which they are shown without a query.
 */
export interface SearchManifest {
  /** How many rows there are. */
  rows: number;
  /** The ids of all rows, separated by spaces: cards are stored under them, and Pagefind answers them. */
  ids: string;
  /** What Pagefind puts before each id. */
  idPrefix: string;
  /** The file in `search/words/` that the index of words begins with. */
  words: string;
  /** What can be suggested besides items. */
  terms: TermFiles;
  /** In the order of the panel; one that no item has a value of is missing. */
  facets: Partial<Record<FacetName, FacetFile>>;
  /** The folder in `search/lists/` of the language, and how many pieces of lists it has (`list-pieces.ts`). */
  lists: { folder: string; pieces: number };
  /** Files of the place of each row in an order; one that no item has the value of is missing. */
  sorts: Partial<Record<SortName, string>>;
}

export interface FacetFile {
  file: string;
  /** Of its values, where they are words of the language. */
  labels?: string[];
}

/**
 * The first line of a facet's file. The second holds for each row the places of its values in `values`
 * (`row-numbers.ts`).
 */
export interface FacetHead {
  /** As they stand in addresses, most frequent first or in their natural order. */
  values: string[];
  /** Where they are the same in all languages, and not the values themselves. */
  labels?: string[];
}

/** A facet as it is worked with. */
export interface FacetColumn {
  values: string[];
  labels: string[];
  rows: RowNumbers;
}
