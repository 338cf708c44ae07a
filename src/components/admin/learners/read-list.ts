import type { LearnerFilter, LearnerRow } from '#admin';
import { isDefaultOrdering, type LearnerView } from './learner-view.ts';

const pageSize = 50;

type LearnerData = AdminLocals['learners'];

/** A page of the list; `opening` without a `set` where all rows are needed and not there yet. */
export interface LearnerList {
  opening?: Awaited<ReturnType<LearnerData['open']>>;
  page?: {
    rows: LearnerRow[];
    /** Of all pages. */
    total: number;
    page: number;
    pages: number;
    /** The number of the first row, from 1 on. */
    first: number;
  };
  /** Rows of the page that could not be understood and are missing. */
  refused: number;
  /** How many requests all rows take, where they are not there. */
  requestsForAll?: number;
}

/**
 * What the list shows. The first page in the service's order costs one request and needs nothing else; all other
 * pages, orders and filters need all rows.
 */
export async function readLearnerList(
  learners: LearnerData,
  { filter, isFiltered, view }: { filter: LearnerFilter; isFiltered: boolean; view: LearnerView },
  signal: AbortSignal,
): Promise<LearnerList> {
  const { ordering, page } = view;
  const isFirst = !isFiltered && page === 1 && isDefaultOrdering(ordering);
  if (isFirst && learners.current() === undefined) {
    const { rows, count, refused, requestsForAll } = await learners.readFirstPage({
      ...{ pageSize, ordering, signal },
    });
    const pages = Math.max(1, Math.ceil(count / pageSize));
    return { page: { rows, total: count, page, pages, first: 1 }, refused, requestsForAll };
  }
  const opening = await learners.open(signal);
  if (opening.set === undefined) return { opening, refused: 0 };
  const found = await opening.set.page({ filter, ordering, page, pageSize });
  return { opening, page: { ...found, first: (found.page - 1) * pageSize + 1 }, refused: 0 };
}
