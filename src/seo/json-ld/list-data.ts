import type { BreadcrumbListLeaf, ItemListLeaf, ListItemLeaf } from 'schema-dts';
import type { ItemCard, Paged } from '#catalog';
import { canonicalUrl } from '../head.ts';
import { addressOf, type PagePlace } from '../place.ts';
import { nodeOf } from './node.ts';

/** A page that lies on the way; without an address where it is the page itself. */
export interface Step {
  name: string;
  href?: string | undefined;
}

/** The way to a page, as it is shown at the page's top. */
export function breadcrumbData(
  home: Step,
  steps: readonly Step[],
  { siteUrl }: Pick<PagePlace, 'siteUrl'>,
): BreadcrumbListLeaf {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [home, ...steps].map(({ name, href }, index) =>
      nodeOf<ListItemLeaf>({
        '@type': 'ListItem',
        position: index + 1,
        name,
        item: href === undefined ? undefined : canonicalUrl(siteUrl, href),
      }),
    ),
  };
}

/** One page of a list, its entries numbered through all of the list's pages; nothing where it is empty. */
export function cardListData(
  { items, page, pages, total }: Paged<ItemCard>,
  place: PagePlace,
): ItemListLeaf | undefined {
  if (items.length === 0) return undefined;
  const before = page < pages ? (page - 1) * items.length : total - items.length;
  return {
    '@type': 'ItemList',
    numberOfItems: total,
    itemListElement: items.map(({ kind, slug, title }, index) => ({
      '@type': 'ListItem',
      position: before + index + 1,
      name: title,
      url: addressOf(place, (path) => path[kind](slug)),
    })),
  };
}

/** A whole list of pages; nothing where it is empty. */
export function linkListData(
  links: readonly { name: string; href: string }[],
  { siteUrl }: Pick<PagePlace, 'siteUrl'>,
): ItemListLeaf | undefined {
  if (links.length === 0) return undefined;
  return {
    '@type': 'ItemList',
    numberOfItems: links.length,
    itemListElement: links.map(({ name, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      url: canonicalUrl(siteUrl, href),
    })),
  };
}
