import type { FacetName } from '#catalog';

/**
 * `search/index.json`: what the browser knows of all items at once. A row is an item; rows stand in the order
 * in which they are shown without a query.
 */
export interface SearchData {
  /** Ids of all rows, separated by spaces. Pagefind answers them, and cards are stored under them. */
  ids: string;
  /** What Pagefind puts before each id. */
  idPrefix: string;
  /** The file in `search/words/` that the index of names begins with. */
  words: string;
  facets: Record<FacetName, FacetColumn>;
}

export interface FacetColumn {
  /** As they stand in addresses, most frequent first or in their natural order. */
  values: string[];
  labels: string[];
  /** For each row the places of its values in `values`; a number alone where there is one. */
  rows: (number | number[])[];
}
