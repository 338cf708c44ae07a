import { learnerSummary, problemsOf, type LearnerSummaryResource } from './contract/index.ts';
import type { ListPage } from './list-page.ts';

/** One page of the learner summary. */
export interface LearnerPage {
  page: number;
  /** What the service announces for the whole list. */
  count: number;
  rows: LearnerSummaryResource[];
  /** Rows that do not fit the contract, by their place on the page from 1 on: nothing of their content. */
  refused: { row: number; problems: { path: string; reason: string }[] }[];
}

export function parseLearnerPage({
  page,
  count,
  results,
}: ListPage & { page: number }): LearnerPage {
  const parsed: LearnerPage = { page, count, rows: [], refused: [] };
  for (const [index, raw] of results.entries()) {
    const result = learnerSummary.safeParse(raw);
    if (result.success) parsed.rows.push(result.data);
    else parsed.refused.push({ row: index + 1, problems: problemsOf(result.error) });
  }
  return parsed;
}
