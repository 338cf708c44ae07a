import { rightGrade, type JudgedQuery } from './judged-queries.ts';

const depth = 10;
const first = 3;

/** How good one answer is. `keys` are those of the items found, best first. */
export interface QueryScore {
  /** Whether a right answer is among the first three; with nothing to find, whether nothing was found. */
  isRight: boolean;
  /** nDCG@10; `undefined` where there is nothing to find. */
  gain: number | undefined;
}

export function scoreAnswer({ grades }: JudgedQuery, keys: readonly string[]): QueryScore {
  const best = Object.values(grades).toSorted((one, other) => other - one);
  const ideal = discountedGain(best);
  if (ideal === 0) return { isRight: keys.length === 0, gain: undefined };
  const found = keys.slice(0, depth).map((key) => grades[key] ?? 0);
  return {
    isRight: found.slice(0, first).some((grade) => grade >= rightGrade),
    gain: discountedGain(found) / ideal,
  };
}

/** Each grade counts 2^grade - 1, the less the farther down it stands. */
function discountedGain(grades: readonly number[]): number {
  return grades
    .slice(0, depth)
    .reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
}

/** Share of right answers in percent, and the mean of nDCG@10. */
export function summarize(scores: readonly QueryScore[]): {
  right: number;
  gain: number | undefined;
} {
  const gains = scores.flatMap(({ gain }) => gain ?? []);
  return {
    right: (100 * scores.filter(({ isRight }) => isRight).length) / scores.length,
    gain:
      gains.length === 0 ? undefined : gains.reduce((sum, gain) => sum + gain, 0) / gains.length,
  };
}
