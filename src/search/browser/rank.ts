import type { PagefindHit } from './pagefind.ts';

// Scores of equal items differ in the last digits, by the order in which they were added up.
const scoreSteps = 1000;

export class MixedIndexError extends Error {
  override name = 'MixedIndexError' as const;

  constructor() {
    super(
      'search/index.json and what it names come from different builds: the site was renewed meanwhile.',
    );
  }
}

/** Rows, best first; equals stand as they do without a query. */
export function rankRows(
  hits: readonly PagefindHit[],
  rowsOfIds: ReadonlyMap<string, number>,
): number[] {
  return hits
    .map(({ id, score }) => ({
      row: requireRow(rowsOfIds, id),
      score: Math.round(score * scoreSteps),
    }))
    .sort((one, other) => other.score - one.score || one.row - other.row)
    .map(({ row }) => row);
}

function requireRow(rowsOfIds: ReadonlyMap<string, number>, id: string): number {
  const row = rowsOfIds.get(id);
  if (row === undefined) throw new MixedIndexError();
  return row;
}
