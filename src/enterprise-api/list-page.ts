import { page, problemsOf } from './contract/index.ts';
import {
  EnterpriseApiHttpError,
  EnterpriseApiResponseError,
  type EnterpriseApiError,
} from './errors.ts';
import type { GetJson, JsonRequest } from './get-json.ts';
import { isHeavy, isPassing } from './retry.ts';

/** A page of a list; its entries are not parsed. */
export interface ListPage {
  count: number;
  hasNext: boolean;
  results: unknown[];
}

export type PageAnswer =
  | { state: 'read'; page: ListPage }
  /** Past the end of the list: it became shorter, or the last page was read already. */
  | { state: 'gone' }
  /** Of the service or the page, not of the credentials: other pages may still be had. */
  | { state: 'lost'; error: EnterpriseApiError };

export interface PageSource {
  getJson: GetJson;
  kind: JsonRequest['kind'];
  path: string;
  query?: Record<string, string> | undefined;
  pageSize: number;
  /** The service has one page size and is not told any. */
  isSizeFixed?: boolean | undefined;
  /** Whether the service has been seen to serve pages of the size asked for. */
  isSizeKept: boolean;
  signal?: AbortSignal | undefined;
}

/** Pages no smaller than this are asked for when a page is too heavy for the service. */
const smallestPageSize = 10;

/** Then a page is asked for in halves, so there is no need to insist. */
const heavyTries = 3;

/**
 * Fetches one page; numbers count from 1. One that is too heavy for the service is asked for in halves
 * (api-ground-truth §3), where the numbers of the halves are known: that of the first page always, others
 * where the service keeps to the size asked for.
 * @throws what tells that no other page can be had either
 */
export async function fetchPage(source: PageSource, number: number): Promise<PageAnswer> {
  const { pageSize, path } = source;
  const half = pageSize / 2;
  const isDivisible = Number.isInteger(half) && half >= smallestPageSize;
  // The entries of other lists are small: halves would not help.
  const isLarge = source.kind === 'content' || source.kind === 'learner-summary';
  const mayHalve = isLarge && isDivisible && (number === 1 || source.isSizeKept);
  const read = async (): Promise<ListPage> => {
    const answer = await source.getJson({
      kind: source.kind,
      path,
      // Never `limit`: the deployed service ignores it (§0.2).
      query: {
        ...source.query,
        page: String(number),
        ...(source.isSizeFixed !== true && { page_size: String(pageSize) }),
      },
      heavyTries: mayHalve ? heavyTries : undefined,
      signal: source.signal,
    });
    return parsePage(answer, path);
  };
  try {
    // A page of another shape may be a slip; one of them is worth no waiting.
    const page = await read().catch((error: unknown) => {
      if (isOfWrongShape(error)) return read();
      throw error;
    });
    return { state: 'read', page };
  } catch (error) {
    if (isGone(error, number)) return { state: 'gone' };
    if (!isOfThePage(error)) throw error;
    if (!mayHalve || !isHeavy(error)) return { state: 'lost', error };
    return fetchHalves({ ...source, pageSize: half }, number, error);
  }
}

/** Page n of size s is pages 2n − 1 and 2n of size s/2. */
async function fetchHalves(
  source: PageSource,
  number: number,
  reason: EnterpriseApiError,
): Promise<PageAnswer> {
  const first = await fetchPage(source, 2 * number - 1);
  if (first.state !== 'read') return first;
  if (first.page.results.length > source.pageSize) return { state: 'lost', error: reason };
  if (!first.page.hasNext) return first;
  const second = await fetchPage({ ...source, isSizeKept: true }, 2 * number);
  if (second.state === 'lost') return second;
  if (second.state === 'gone') return { ...first, page: { ...first.page, hasNext: false } };
  const results = [...first.page.results, ...second.page.results];
  return { state: 'read', page: { ...second.page, results } };
}

function parsePage(raw: unknown, path: string): ListPage {
  const result = page.safeParse(raw);
  if (!result.success) {
    const problems = problemsOf(result.error);
    const [first] = problems;
    throw new EnterpriseApiResponseError(
      path,
      'wrong-shape',
      `is no page of a list (${first?.path ?? ''}: ${first?.reason ?? ''})`,
      problems,
    );
  }
  const { count, next, results } = result.data;
  return { count, results, hasNext: next !== null && next !== undefined && next !== '' };
}

function isOfWrongShape(error: unknown): boolean {
  return error instanceof EnterpriseApiResponseError && error.fault === 'wrong-shape';
}

/** Any other 404 tells that the catalog itself is gone, which ends nothing well. */
function isGone(error: unknown, number: number): boolean {
  return (
    number > 1 &&
    error instanceof EnterpriseApiHttpError &&
    error.status === 404 &&
    /invalid page/i.test(error.detail)
  );
}

function isOfThePage(error: unknown): error is EnterpriseApiError {
  if (error instanceof EnterpriseApiResponseError) return error.fault !== 'redirect';
  return isPassing(error);
}
