import type { ItemCard } from '#catalog';
import type { FacetName } from './browser/facet-names.ts';

/** One item that can be searched. */
export interface SearchRecord {
  kind: ItemCard['kind'];
  /** Path of its page in the site, without the base path: `courses/edx-demox/`. Its identity. */
  url: string;
  card: ItemCard;
  /** Plain text; `body` is all that only makes it findable (summary, description, outcome). */
  text: {
    title: string;
    key: string;
    partners: string[];
    subjects: string[];
    skills: string[];
    body: string;
  };
  /** Stable values (slugs, codes); a facet that does not apply is empty. */
  facets: Record<FacetName, string[]>;
}

/** The words for values of facets; a value without one is shown as it is. */
export type FacetLabels = Partial<Record<FacetName, Readonly<Record<string, string>>>>;
