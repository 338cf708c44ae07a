const defaultPageSize = 20;
const maximumPageSize = 100;

export interface RequestedPage {
  page: number;
  offset: number;
  limit: number;
}

/** What a page says before its items, in the order of the answer. */
export interface PageFrame {
  count: number;
  next: string | null;
  previous: string | null;
}

/**
 * The page that an address asks for, or undefined when there is none such. `page_size` and the reference's
 * `limit` (§3.8.3) mean the same; a bad size means the default, one too large the maximum (api-ground-truth §4).
 */
export function parseRequestedPage(url: URL, count: number): RequestedPage | undefined {
  const limit = parseSize(url.searchParams.get('page_size') ?? url.searchParams.get('limit'));
  const pages = Math.max(1, Math.ceil(count / limit));
  const asked = url.searchParams.get('page') ?? '1';
  const page = asked === 'last' ? pages : parseCount(asked);
  return page >= 1 && page <= pages ? { page, offset: (page - 1) * limit, limit } : undefined;
}

/** The frame of a page; its links are absolute and keep the other parameters. */
export function createPageFrame(
  url: URL,
  count: number,
  { page, offset, limit }: RequestedPage,
): PageFrame {
  return {
    count,
    next: offset + limit < count ? linkTo(url, page + 1) : null,
    previous: page > 1 ? linkTo(url, page - 1) : null,
  };
}

function parseSize(text: string | null): number {
  const size = parseCount(text ?? '');
  return size >= 1 ? Math.min(size, maximumPageSize) : defaultPageSize;
}

/** 0 for what is no whole number. */
function parseCount(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : 0;
}

/** The link to the first page has no `page` (api-ground-truth §1.2). */
function linkTo(url: URL, page: number): string {
  const link = new URL(url);
  if (page === 1) link.searchParams.delete('page');
  else link.searchParams.set('page', String(page));
  return link.href;
}
