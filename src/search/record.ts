import type { ItemCard, SearchItem } from '#catalog';

/** One item that can be searched. */
export interface SearchRecord extends SearchItem {
  kind: ItemCard['kind'];
  /** Path of its page in the site, without the base path: `courses/edx-demox/`. Its identity. */
  url: string;
}
