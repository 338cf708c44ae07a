import type { WordMatch } from './match-word.ts';
import { doubtWord, mendWord } from './mend-word.ts';
import type { Pieces } from './pieces.ts';
import type { Query } from './query.ts';
import { scoreRows, type ScoredRow } from './score-rows.ts';

/** For each word that nothing has what was meant, chosen so that the words go together. */
export async function mendQuery(
  pieces: Pieces,
  found: readonly WordMatch[],
): Promise<Map<string, string>> {
  const mended = await Promise.all(
    found.map(async (match) => (match.isKnown ? [] : mendWord(pieces, match))),
  );
  const matches = found.map((match, index) => ({
    ...match,
    hits: [...match.hits, ...(mended[index] ?? []).flatMap(({ hits }) => hits)],
  }));
  const best = scoreRows(pieces, matches, []).rows.reduce<ScoredRow | undefined>(
    (one, other) => (one === undefined || other.score > one.score ? other : one),
    undefined,
  );
  return new Map(
    mended.flatMap((candidates, index) => {
      const inBest = candidates.find(({ hits }) =>
        hits.some(({ groups }) => groups.some(({ rows }) => rows.includes(best?.row ?? -1))),
      );
      const chosen = inBest ?? candidates[0];
      const typed = found[index]?.queryWord.word;
      return chosen === undefined || typed === undefined ? [] : [[typed, chosen.word] as const];
    }),
  );
}

/** Adds to words that next to nothing has what they may have been meant to be. */
export async function doubtRare(
  pieces: Pieces,
  matches: readonly WordMatch[],
): Promise<{ matches: WordMatch[]; doubts: Map<string, string> }> {
  const doubts = new Map<string, string>();
  const all = await Promise.all(
    matches.map(async (match) => {
      const meant = await doubtWord(pieces, match);
      for (const { word } of meant) doubts.set(match.queryWord.word, word);
      return { ...match, hits: [...match.hits, ...meant.flatMap(({ hits }) => hits)] };
    }),
  );
  return { matches: all, doubts };
}

/** The query with other words in place of some. */
export function replaceWords({ all }: Query, replacements: ReadonlyMap<string, string>): string {
  return all.map((word) => replacements.get(word) ?? word).join(' ');
}
