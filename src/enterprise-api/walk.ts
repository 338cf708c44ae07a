import {
  page,
  parseContentItem,
  problemsOf,
  type ContentItem,
  type RefusedItem,
} from './contract/index.ts';
import { EnterpriseApiHttpError, EnterpriseApiResponseError } from './errors.ts';
import { isWorthAnotherTry } from './retry.ts';

/** One page of a catalog: what parsed, and what did not, with the reason. */
export interface ContentPage {
  page: number;
  /** What the service announces for the whole catalog. */
  count: number;
  items: ContentItem[];
  refused: RefusedItem[];
}

export interface WalkSummary {
  /** False where a page was lost for good: what it held is unknown, so nothing may be deleted on it. */
  complete: boolean;
  pages: number;
  announced: number;
  received: number;
  notes: string[];
  lostPages: number[];
}

export interface RawPage {
  count: number;
  hasNext: boolean;
  results: unknown[];
}

export interface WalkOptions {
  /** Fetches one page; page numbers count from 1 in pages of `pageSize`. */
  fetchPage: (page: number, pageSize: number) => Promise<unknown>;
  path: string;
  pageSize: number;
  maxPages: number;
  /** Pages in flight, once the first has told how many there are. */
  concurrency: number;
}

/** Pages no smaller than this are asked for when a page is too heavy for the service. */
const smallestPageSize = 10;

/**
 * Walks all pages of a list by page number (api-ground-truth §11.1–2). `next` only says that there is more; a
 * short or empty page ends nothing. Ends where `next` is absent, where a page past the first is gone (404,
 * with a note), or at `maxPages`. A page that fails for good is asked for in halves, then counts as lost.
 * Pages come in order, whatever the order of their answers.
 */
export async function* walkPages(
  options: WalkOptions,
): AsyncGenerator<RawPage & { page: number }, WalkSummary> {
  const summary: WalkSummary = {
    complete: true,
    pages: 0,
    announced: 0,
    received: 0,
    notes: [],
    lostPages: [],
  };
  const inFlight = new Map<number, Promise<RawPage | 'lost' | 'gone'>>();
  let expectedPages = 1;
  const ask = (number: number): Promise<RawPage | 'lost' | 'gone'> => {
    const answer = inFlight.get(number) ?? fetchWhole(options, number);
    inFlight.set(number, answer);
    // One that the walk does not come to must not end the process.
    answer.catch(() => undefined);
    return answer;
  };

  for (let number = 1; ; number += 1) {
    if (number > options.maxPages) {
      summary.complete = false;
      summary.notes.push(`Stopped after ${options.maxPages} pages.`);
      break;
    }
    for (
      let ahead = number;
      ahead < number + options.concurrency && ahead <= expectedPages;
      ahead += 1
    ) {
      void ask(ahead);
    }
    const answer = await ask(number);
    inFlight.delete(number);
    if (answer === 'gone') {
      summary.notes.push(
        `Page ${number} was announced and is gone: the list became shorter meanwhile.`,
      );
      break;
    }
    if (answer === 'lost') {
      summary.complete = false;
      summary.lostPages.push(number);
      if (number >= expectedPages) break;
      continue;
    }
    summary.pages += 1;
    summary.announced = answer.count;
    summary.received += answer.results.length;
    if (number === 1 && answer.hasNext && answer.results.length > 0) {
      expectedPages = Math.min(options.maxPages, Math.ceil(answer.count / answer.results.length));
    }
    yield { ...answer, page: number };
    if (!answer.hasNext) break;
  }
  if (summary.complete && summary.received !== summary.announced) {
    summary.notes.push(`Announced ${summary.announced} items, received ${summary.received}.`);
  }
  return summary;
}

/** Parses the entries of a page; one that is not understood is refused and loses nothing else. */
export function parseContentPage({
  page: number,
  count,
  results,
}: RawPage & { page: number }): ContentPage {
  const items: ContentItem[] = [];
  const refused: RefusedItem[] = [];
  for (const raw of results) {
    const parsed = parseContentItem(raw);
    if (parsed.ok) items.push(parsed.content);
    else refused.push(parsed.refused);
  }
  return { page: number, count, items, refused };
}

async function fetchWhole(
  options: WalkOptions,
  number: number,
): Promise<RawPage | 'lost' | 'gone'> {
  try {
    return parsePage(await options.fetchPage(number, options.pageSize), options.path);
  } catch (error) {
    if (isGone(error, number)) return 'gone';
    if (number === 1 || !isPassingFault(error)) throw error;
    return fetchInHalves(options, number, options.pageSize);
  }
}

/** Page n of size s is pages 2n − 1 and 2n of size s/2 (api-ground-truth §3). */
async function fetchInHalves(
  options: WalkOptions,
  number: number,
  pageSize: number,
): Promise<RawPage | 'lost'> {
  const half = pageSize / 2;
  if (!Number.isInteger(half) || half < smallestPageSize) return 'lost';
  const halves: RawPage[] = [];
  for (const part of [2 * number - 1, 2 * number]) {
    const answer = await fetchHalf(options, part, half);
    if (answer === 'lost') return 'lost';
    if (answer !== 'gone') halves.push(answer);
    if (answer === 'gone' || !answer.hasNext) break;
  }
  const last = halves.at(-1);
  if (last === undefined) return 'lost';
  return {
    count: last.count,
    hasNext: last.hasNext,
    results: halves.flatMap(({ results }) => results),
  };
}

async function fetchHalf(
  options: WalkOptions,
  number: number,
  pageSize: number,
): Promise<RawPage | 'lost' | 'gone'> {
  try {
    const answer = parsePage(await options.fetchPage(number, pageSize), options.path);
    // A service that serves pages of its own size would give other items under this number.
    return answer.results.length > pageSize ? 'lost' : answer;
  } catch (error) {
    if (isGone(error, number)) return 'gone';
    if (!isPassingFault(error)) throw error;
    return fetchInHalves(options, number, pageSize);
  }
}

function parsePage(raw: unknown, path: string): RawPage {
  const result = page.safeParse(raw);
  if (!result.success) {
    const [problem] = problemsOf(result.error);
    throw new EnterpriseApiResponseError(
      path,
      `is no page of a list: ${problem?.path ?? ''}: ${problem?.reason ?? ''}`,
    );
  }
  const { count, next, results } = result.data;
  return { count, results, hasNext: next !== null && next !== undefined && next !== '' };
}

function isGone(error: unknown, number: number): boolean {
  return number > 1 && error instanceof EnterpriseApiHttpError && error.status === 404;
}

/** Of the service or the page, not of the credentials: other pages may still be had. */
function isPassingFault(error: unknown): boolean {
  if (!(error instanceof EnterpriseApiHttpError || error instanceof EnterpriseApiResponseError))
    return false;
  return (
    isWorthAnotherTry(error) && !(error instanceof EnterpriseApiHttpError && error.status === 429)
  );
}
