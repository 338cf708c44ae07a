import { parseContentItem, type ContentItem, type RefusedItem } from './contract/index.ts';
import type { ListPage } from './list-page.ts';

/** One page of a catalog: what parsed, and what did not, with the reason. */
export interface ContentPage {
  page: number;
  /** What the service announces for the whole catalog. */
  count: number;
  /** Whether the service names another page after it. */
  hasNext: boolean;
  items: ContentItem[];
  refused: RefusedItem[];
}

/** Parses the entries of a page; one that is not understood is refused and loses nothing else. */
export function parseContentPage(listed: ListPage & { page: number }): ContentPage {
  const items: ContentItem[] = [];
  const refused: RefusedItem[] = [];
  for (const raw of listed.results) {
    const parsed = parseContentItem(raw);
    if (parsed.ok) items.push(parsed.content);
    else refused.push(parsed.refused);
  }
  const { page, count, hasNext } = listed;
  return { page, count, hasNext, items, refused };
}
