import { randomUUID } from 'node:crypto';
import type { ActiveFault } from './registry.ts';
import { isPage, pageNumber, pageUrl, type PageBody } from './rewrite.ts';

/** Another page of the list that was asked for, or undefined where there is none. */
export type AskForPage = (page: number) => Promise<PageBody | undefined>;

/**
 * Moves items between the pages of a list: `reshuffle` and `changeAfterPage`.
 * @returns the page, or undefined where it is past the end now
 */
export async function moveItems(
  body: unknown,
  active: ActiveFault,
  url: URL,
  ask: AskForPage,
): Promise<unknown> {
  const { reshuffle, changeAfterPage } = active.fault;
  if (!isPage(body)) return body;
  const page = pageNumber(url);
  if (reshuffle !== undefined) await reshufflePage(body, active, page, ask);
  if (changeAfterPage === undefined) return body;
  if (active.isChanged) {
    const { remove, add = 0 } = changeAfterPage;
    return remove === undefined ? pushOn(body, add, page, ask) : moveUp(body, remove, page, ask);
  }
  active.isChanged = page === changeAfterPage.page;
  return body;
}

/** What an endless list answers past its end: a page without items, and a next one. */
export async function extendList(url: URL, ask: AskForPage): Promise<PageBody | undefined> {
  const first = await ask(1);
  return first && { ...first, next: pageUrl(url, pageNumber(url) + 1), results: [] };
}

/** Items of the neighbour stand in the place of some of this page: they come twice, those never. */
async function reshufflePage(
  body: PageBody,
  { fault: { reshuffle = 0 }, random }: ActiveFault,
  page: number,
  ask: AskForPage,
): Promise<void> {
  const neighbour = (await ask(page + 1)) ?? (page > 1 ? await ask(page - 1) : undefined);
  if (neighbour === undefined) return;
  const places = random.pickSome([...body.results.keys()], reshuffle);
  const others = random.pickSome(neighbour.results, places.length);
  for (const [index, item] of others.entries()) body.results[places[index] ?? 0] = item;
}

/** The first items are gone from the list: every page starts so many later. */
async function moveUp(body: PageBody, gone: number, page: number, ask: AskForPage) {
  const following = (await ask(page + 1))?.results ?? [];
  const results = [...body.results.slice(gone), ...following.slice(0, gone)];
  if (results.length === 0 && page > 1) return undefined;
  const next = following.length > gone ? body['next'] : null;
  return { ...body, count: Number(body['count']) - gone, next, results };
}

/** New items stand before all others; the last page takes up what is pushed off. */
async function pushOn(body: PageBody, added: number, page: number, ask: AskForPage) {
  const before =
    page === 1
      ? Array.from({ length: added }, (_, index) => createItem(body.results[0], index + 1))
      : ((await ask(page - 1))?.results.slice(-added) ?? []);
  const results = [...before, ...body.results];
  const isLast = typeof body['next'] !== 'string' || body['next'] === '';
  if (!isLast) results.length = Math.max(0, results.length - added);
  return { ...body, count: Number(body['count']) + added, results };
}

function createItem(pattern: unknown, number: number): unknown {
  if (typeof pattern !== 'object' || pattern === null) return pattern;
  return {
    ...pattern,
    uuid: randomUUID(),
    ...('key' in pattern && { key: `Sandbox+Added${String(number)}` }),
    ...('course_runs' in pattern && { course_runs: [] }),
    title: `Added while the list was read, ${String(number)}`,
  };
}
