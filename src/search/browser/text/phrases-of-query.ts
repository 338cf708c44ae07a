import { isPoliteWord } from './common-words.ts';
import type { Hit, WordMatch } from './match-word.ts';
import { parseLine, type PlacedRows } from './piece-format.ts';
import type { Query } from './query.ts';
import { weights } from './weights.ts';

const longestPhrase = 5;

export interface FoundPhrase {
  words: string[];
  groups: PlacedRows[];
}

/** Phrases of the index that the query contains. */
export function findPhrases({ all, stems }: Query, matches: readonly WordMatch[]): FoundPhrase[] {
  const lines = new Map(matches.flatMap(({ phrases }) => [...phrases]));
  const found: FoundPhrase[] = [];
  for (let start = 0; start < stems.length; start += 1) {
    for (let end = Math.min(stems.length, start + longestPhrase); end >= start + 2; end -= 1) {
      const line = lines.get(stems.slice(start, end).join(' '));
      if (line !== undefined)
        found.push({ words: all.slice(start, end), groups: parseLine(line).groups });
    }
  }
  return found;
}

/** An item that has a phrase under another name has all its words. */
export function withPhrases(
  matches: readonly WordMatch[],
  phrases: readonly FoundPhrase[],
): WordMatch[] {
  return matches.map((match) => {
    const hits = phrases
      .filter(({ words }) => words.includes(match.queryWord.word))
      .map(({ groups }) => ({ word: match.queryWord.word, factor: 1, groups }));
    if (hits.length === 0) return match;
    const { queryWord } = match;
    return {
      ...match,
      isKnown: true,
      hits: [...match.hits, ...hits],
      ...(isPoliteWord(queryWord.word) && {
        queryWord: { ...queryWord, weight: 1, isRequired: true },
      }),
    };
  });
}

/** "cyber security" is also "cybersecurity". */
export function joinNeighbours(matches: readonly WordMatch[]): WordMatch[] {
  return matches.map((match, index) => {
    const hits = [matches[index - 1], match].flatMap((first, place) => {
      const second = matches[index + place];
      if (first === undefined || second === undefined) return [];
      return joinedHits(first, second);
    });
    return hits.length === 0 ? match : { ...match, isKnown: true, hits: [...match.hits, ...hits] };
  });
}

function joinedHits(first: WordMatch, second: WordMatch): Hit[] {
  const line = first.words.get(`${first.queryWord.word}${second.queryWord.word}`);
  return line === undefined ? [] : [{ factor: weights.joined, ...parseLine(line) }];
}
