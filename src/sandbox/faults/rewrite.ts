import type { ActiveFault } from './registry.ts';

const foreignHost = 'elsewhere.example';

/** Rewrites the JSON of an answer as the fault says; `url` is the one that was asked for. */
export function rewriteBody(body: unknown, { fault, hits }: ActiveFault, url: URL): unknown {
  const { set = {}, remove = [], nullArrays, next, count, emptyPage, change } = fault;
  if (isPage(body)) {
    if (next !== undefined) setNext(body, next, url);
    if (count !== undefined) {
      body['count'] =
        typeof count === 'number'
          ? count
          : Math.max(0, Number(body['count']) - count.shrinkBy * hits);
    }
    if (emptyPage) body.results = [];
  }
  if (nullArrays) {
    for (const item of isPage(body) ? body.results : [body]) replaceLists(item);
  }
  for (const [place, value] of Object.entries(set)) {
    visit(body, place.split('.'), (parent, name) => {
      parent[name] = value;
    });
  }
  for (const place of remove) {
    visit(body, place.split('.'), (parent, name) => {
      if (Array.isArray(parent)) parent.splice(Number(name), 1);
      else delete parent[name];
    });
  }
  return change === undefined ? body : change(body);
}

/** A page of a list, as JSON has it. */
export interface PageBody extends Record<string, unknown> {
  results: unknown[];
}

export function isPage(body: unknown): body is PageBody {
  return isContainer(body) && Array.isArray(body['results']);
}

/** The address of another page of the same list. */
export function pageUrl(url: URL, page: number): string {
  const link = new URL(url);
  link.searchParams.set('page', String(page));
  return link.href;
}

/** The number of the page that an address asks for. */
export function pageNumber(url: URL): number {
  return Number(url.searchParams.get('page') ?? '1') || 1;
}

function setNext(body: PageBody, kind: NonNullable<ActiveFault['fault']['next']>, url: URL): void {
  const { next } = body;
  if (kind === 'absent') delete body['next'];
  if (kind === 'null') body['next'] = null;
  if (kind === 'empty') body['next'] = '';
  if (kind === 'loop') body['next'] = url.href;
  if (kind === 'endless') body['next'] = pageUrl(url, pageNumber(url) + 1);
  if ((kind === 'foreign' || kind === 'http') && typeof next === 'string' && next !== '') {
    const { hostname, pathname, search } = new URL(next, url);
    body['next'] =
      kind === 'foreign'
        ? `https://${foreignHost}${pathname}${search}`
        : `http://${hostname}${pathname}${search}`;
  }
}

function replaceLists(value: unknown): void {
  if (!isContainer(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    if (Array.isArray(inner)) value[name] = null;
    else replaceLists(inner);
  }
}

/** Calls `act` for every place that the path names and whose parent is there. */
function visit(
  value: unknown,
  [name, ...rest]: string[],
  act: (parent: Record<string, unknown>, name: string) => void,
): void {
  if (!isContainer(value) || name === undefined) return;
  // From the end, so that entries can be taken out.
  const names = name === '*' ? Object.keys(value).toReversed() : [name];
  for (const key of names) {
    const isThere = Object.hasOwn(value, key);
    if (rest.length > 0 && isThere) visit(value[key], rest, act);
    else if (rest.length === 0 && (isThere || !Array.isArray(value))) act(value, key);
  }
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
