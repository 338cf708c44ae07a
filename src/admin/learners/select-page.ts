import type { LearnerRow } from './fields.ts';
import { compareRows, type Ordering } from './ordering.ts';

/**
 * One page of rows in order, in one pass that keeps no more than twice the rows up to that page. A page beyond the
 * last is the last. Equal rows stay in the order in which they came.
 */
export async function selectPage(
  rows: AsyncIterable<LearnerRow>,
  { matches, ordering, page, pageSize }: PageChoice,
): Promise<LearnerRowPage> {
  const needed = Math.max(1, page) * pageSize;
  const compare = (one: LearnerRow, other: LearnerRow) => compareRows(one, other, ordering);
  const kept: LearnerRow[] = [];
  let total = 0;
  for await (const row of rows) {
    if (!matches(row)) continue;
    total += 1;
    kept.push(row);
    if (kept.length >= 2 * needed) {
      kept.sort(compare);
      kept.length = needed;
    }
  }
  kept.sort(compare);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const shown = Math.min(Math.max(1, page), pages);
  const start = (shown - 1) * pageSize;
  return { rows: kept.slice(start, start + pageSize), total, page: shown, pages };
}

interface PageChoice {
  matches: (row: LearnerRow) => boolean;
  ordering: Ordering;
  /** From 1 on. */
  page: number;
  pageSize: number;
}

export interface LearnerRowPage {
  rows: LearnerRow[];
  /** Of all pages. */
  total: number;
  page: number;
  pages: number;
}
