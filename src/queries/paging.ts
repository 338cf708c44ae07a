import type { Paged } from '#catalog';

/** Cards on a page of a list. */
export const pageSize = 24;

function pageCount(total: number): number {
  return Math.max(1, Math.ceil(total / pageSize));
}

/** 1 to the number of pages. */
export function pageNumbers(total: number): number[] {
  return Array.from({ length: pageCount(total) }, (_, index) => index + 1);
}

/** One page of the ids, each made an item; only those of the page are read. */
export function pageOf<Item>(
  ids: readonly number[],
  page: number,
  itemOf: (id: number) => Item,
): Paged<Item> {
  const from = (page - 1) * pageSize;
  return {
    items: ids.slice(from, from + pageSize).map(itemOf),
    page,
    pages: pageCount(ids.length),
    total: ids.length,
  };
}
