/** How a list is cut into pages. */
export interface PageLimits {
  /** Items on a page where the request does not say. */
  size: number;
  maximum: number;
  /** The parameters that say how many items a page has, the strongest first. */
  names: readonly string[];
}

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
 * The page that an address asks for, or undefined when there is none such. A bad size means the default, one
 * too large the maximum (api-ground-truth §4).
 */
export function parseRequestedPage(
  url: URL,
  count: number,
  limits: PageLimits,
): RequestedPage | undefined {
  const limit = readSize(url, limits);
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

function readSize(url: URL, { size, maximum, names }: PageLimits): number {
  const asked = names.map((name) => url.searchParams.get(name)).find((text) => text !== null);
  const parsed = parseCount(asked ?? '');
  return parsed >= 1 ? Math.min(parsed, maximum) : size;
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
