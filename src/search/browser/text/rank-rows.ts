import type { WordMatch } from './match-word.ts';
import type { ScoredRow, Scores } from './score-rows.ts';
import { weights } from './weights.ts';

// Of equals to so many steps the popular ones stand first, then they stand as they do without a query.
const scoreSteps = 50;
// Sums of the same numbers in another order differ in their last digits.
const whole = 0.999;

/** Rows that have all words, best first. */
export function rankWhole({ rows }: Scores): number[] {
  return sortRows(rows.filter(({ share }) => share > whole));
}

/**
 * Rows that have most of the words, best first, those with all of them among them. `inTexts` are rows that have
 * all words in their full text.
 */
export function rankNear(
  scores: Scores,
  matches: readonly WordMatch[],
  inTexts: readonly number[],
): number[] {
  const best = scores.rows.reduce((most, { share }) => Math.max(most, share), 0);
  const least = Math.max(weights.enough, best * weights.nearBest);
  const required = matches.filter(({ queryWord }) => queryWord.isRequired);
  // A word that is nowhere says that something else was looked for.
  const hasUnknown = required.some(({ isKnown }) => !isKnown);
  const fewest = hasUnknown ? required.length * weights.enoughWords : 1;
  const texts = new Set(inTexts);
  return sortRows(
    scores.rows.flatMap((scored) => {
      if (texts.has(scored.row)) return withTexts(scored, scores.weight);
      const isNear = scored.share >= least && scored.count >= fewest && scored.named > 0;
      return isNear || scored.share > whole ? scored : [];
    }),
  );
}

/** What full texts add to a row: the words that its names lack, at little weight. */
function withTexts(scored: ScoredRow, weight: number): ScoredRow {
  const missing = weight * (1 - scored.share);
  return {
    ...scored,
    score: scored.score + missing * weights.inTexts,
    share: Math.max(scored.share, weights.shareInTexts),
  };
}

function sortRows(rows: readonly ScoredRow[]): number[] {
  return rows
    .map(({ row, score, bonus, share, popularity }) => ({
      row,
      score: Math.round((score * share ** weights.coverage + bonus) * scoreSteps),
      popularity,
    }))
    .sort(
      (one, other) =>
        other.score - one.score || other.popularity - one.popularity || one.row - other.row,
    )
    .map(({ row }) => row);
}
