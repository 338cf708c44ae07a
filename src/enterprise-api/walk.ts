import { EnterpriseApiError } from './errors.ts';
import { fetchPage, type ListPage, type PageAnswer, type PageSource } from './list-page.ts';

export interface WalkSummary {
  /** False where a page was lost for good: what it held is unknown, so nothing may be deleted on it. */
  complete: boolean;
  pages: number;
  /** What the last page read says of the whole list. */
  announced: number;
  received: number;
  /** Whether the list moved while it was read, or ended before what it announces: it should be read again. */
  suspect: boolean;
  notes: string[];
  lostPages: number[];
}

/** Where an earlier walk was cut off: what its pages said and held. */
export interface WalkStart {
  /** The first page to ask for. */
  page: number;
  announced: number;
  received: number;
  /** Entries of the fullest page so far: what the service's page size is told by. */
  largestPage: number;
}

export interface WalkOptions extends Omit<PageSource, 'signal' | 'isSizeKept'> {
  maxPages: number;
  /** Pages in flight, once the first has told how many there are. */
  concurrency: number;
  start?: WalkStart | undefined;
  signal?: AbortSignal | undefined;
}

/** So many pages lost in a row mean that the service is down, not that a page is bad. */
const lostPagesToGiveUp = 3;

/** So many pages without items, past all that is announced, mean that `next` never ends. */
const emptyPagesToEnd = 3;

/**
 * Walks all pages of a list by page number (api-ground-truth §11.1–2). `next` only says that there is more; a
 * short or empty page ends nothing. Ends where `next` is absent, where a page past the first is gone (404,
 * with a note), where pages past all that is announced stay empty (with a note), or at `maxPages`. A page that fails for good counts as lost and the walk goes on; the first
 * one's error is thrown. Pages come in order, whatever the order of their answers.
 */
export async function* walkPages<Parsed>(
  options: WalkOptions,
  parse: (page: ListPage & { page: number }) => Parsed,
): AsyncGenerator<Parsed, WalkSummary> {
  const { start } = options;
  const summary = createSummary(start);
  const ahead = createReadAhead(options);
  let largestPage = start?.largestPage ?? 0;
  let lostInARow = 0;
  let emptyInARow = 0;
  try {
    for (let number = start?.page ?? 1; ; number += 1) {
      if (number > options.maxPages) {
        return endEarly(summary, `Stopped after ${options.maxPages} pages.`);
      }
      const answer = await ahead.take(number);
      if (answer.state === 'gone') {
        summary.notes.push(`Page ${number} was announced and is gone: the list became shorter.`);
        summary.suspect = true;
        break;
      }
      if (answer.state === 'lost') {
        if (number === 1) throw answer.error;
        summary.complete = false;
        summary.lostPages.push(number);
        summary.notes.push(`Page ${number} is lost. ${answer.error.message}`);
        lostInARow += 1;
        if (lostInARow === lostPagesToGiveUp) {
          return endEarly(summary, `Stopped: ${lostInARow} pages in a row are lost.`);
        }
        if (number * largestPage >= summary.announced) break;
        continue;
      }
      const { page } = answer;
      lostInARow = 0;
      largestPage = Math.max(largestPage, page.results.length);
      noteCount(summary, page, number);
      ahead.learn(page, largestPage);
      yield parse({ ...page, page: number });
      const isPastCount = (number - 1) * servedSize(largestPage, options.pageSize) >= page.count;
      emptyInARow = page.results.length === 0 && isPastCount ? emptyInARow + 1 : 0;
      if (emptyInARow === emptyPagesToEnd) {
        if (summary.received < summary.announced) summary.suspect = true;
        summary.notes.push(
          `Ended at page ${number}: the last ${emptyInARow} are empty, and more are linked.`,
        );
        break;
      }
      if (!page.hasNext) {
        // Pages may be short, but there are as many as `count` needs.
        if (number * servedSize(largestPage, options.pageSize) < page.count) summary.suspect = true;
        break;
      }
    }
  } finally {
    ahead.stop();
  }
  if (summary.complete && summary.received !== summary.announced) {
    summary.notes.push(`Announced ${summary.announced} items, received ${summary.received}.`);
  }
  return summary;
}

/** The page size of a service whose fullest page holds so many: its default, its maximum or what was asked for. */
function servedSize(largestPage: number, pageSize: number): number {
  const sizes = [10, 20, 100, pageSize].toSorted((one, other) => one - other);
  return sizes.find((size) => size >= largestPage) ?? largestPage;
}

function createSummary(start: WalkStart | undefined): WalkSummary {
  return {
    complete: true,
    pages: start === undefined ? 0 : start.page - 1,
    announced: start?.announced ?? 0,
    received: start?.received ?? 0,
    suspect: false,
    notes: [],
    lostPages: [],
  };
}

function noteCount(summary: WalkSummary, { count, results }: ListPage, number: number): void {
  if (number > 1 && count !== summary.announced) {
    summary.notes.push(
      `The list changed while it was read: ${summary.announced} items, ${count} from page ${number} on.`,
    );
    summary.suspect = true;
  }
  summary.pages += 1;
  summary.announced = count;
  summary.received += results.length;
}

function endEarly(summary: WalkSummary, note: string): WalkSummary {
  summary.complete = false;
  summary.notes.push(note);
  return summary;
}

/** Asks for the pages that surely exist before it is their turn: none that the walk does not come to. */
function createReadAhead(options: WalkOptions) {
  const { concurrency, maxPages, pageSize } = options;
  const stopped = new AbortController();
  const signal =
    options.signal === undefined
      ? stopped.signal
      : AbortSignal.any([options.signal, stopped.signal]);
  const inFlight = new Map<number, Promise<PageAnswer>>();
  let surePages = 1;
  let isSizeKept = false;

  const ask = (number: number): void => {
    if (inFlight.has(number)) return;
    const answer = fetchPage({ ...options, signal, isSizeKept }, number);
    // One that the walk does not come to must not end the process.
    answer.catch(() => undefined);
    inFlight.set(number, answer);
  };

  return {
    take(number: number): Promise<PageAnswer> {
      ask(number);
      const last = Math.min(surePages, maxPages, number + concurrency - 1);
      for (let next = number + 1; next <= last; next += 1) ask(next);
      const answer = inFlight.get(number);
      inFlight.delete(number);
      return answer ?? Promise.reject(new EnterpriseApiError(`Page ${number} was not asked for.`));
    },
    /**
     * What a page tells of the others. `count` holds items that pages leave out (§0.7), so a short page says
     * nothing of the page size: at least so many pages exist as there would be at the size asked for.
     */
    learn({ count }: ListPage, largestPage: number): void {
      surePages = Math.ceil(count / Math.max(pageSize, largestPage));
      // A service with a page size of its own serves 20 or fewer (§4); half a page of ours is none of those.
      isSizeKept = largestPage > pageSize / 2;
    },
    stop: (): void => {
      stopped.abort();
    },
  };
}
