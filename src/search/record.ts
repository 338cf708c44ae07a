import type { FacetName, ItemCard, SearchItem } from '#catalog';

/** One item that can be searched. */
export interface SearchRecord extends SearchItem {
  kind: ItemCard['kind'];
  /** Path of its page in the site, without the base path: `courses/edx-demox/`. Its identity. */
  url: string;
}

/** The words for values of facets; a value without one is shown as it is. */
export type FacetLabels = Partial<Record<FacetName, Readonly<Record<string, string>>>>;
