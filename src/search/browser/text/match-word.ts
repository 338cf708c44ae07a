import { parseLine, places, wordOfLine, type PlacedRows } from './piece-format.ts';
import type { Pieces } from './pieces.ts';
import type { QueryWord } from './query.ts';
import { lightStem, strongStem } from './stem.ts';
import { isUnspaced } from './tokens.ts';
import { weights } from './weights.ts';

/** A line of the index that a word of the query meets. */
export interface Hit {
  /** As it stands in the index. */
  word: string;
  /** 1 for the word itself, less for what only resembles it. */
  factor: number;
  groups: PlacedRows[];
}

export interface WordMatch {
  queryWord: QueryWord;
  hits: Hit[];
  /** Whether anything has the word or a form of it; the word itself. */
  isKnown: boolean;
  isItself: boolean;
  /** How many rows have it, those with several forms of it counted several times. */
  rows: number;
  /** Whether the title or a name of an item has it. */
  isName: boolean;
  /** Lines of phrases that begin with the word. */
  phrases: Map<string, string>;
  /** Lines of words that begin with the word. */
  words: Map<string, string>;
}

// A single letter begins everything.
const shortestBeginning = 2;
// Where a word is met by so many lines as a whole, it is taken for one.
const wholeRows = 10;
const mostBegun = 150;
const textPlaces = new RegExp(`^[${places.summary}${places.text}]+$`);

/** Looks a word up: itself, its forms, and what it begins where it may not be finished. */
export async function matchWord(pieces: Pieces, queryWord: QueryWord): Promise<WordMatch> {
  const { word, isOpen, beginning } = queryWord;
  const [light, strong] = [lightStem(word), strongStem(word)];
  const hits: Hit[] = [];
  const begun: string[] = [];
  const phrases = new Map<string, string>();
  const words = new Map<string, string>();
  for (const line of await pieces.linesFrom(beginning)) {
    const own = wordOfLine(line);
    if (own.includes(' ')) {
      phrases.set(own, line);
      continue;
    }
    words.set(own, line);
    const factor = factorOf(own, { word, light, strong });
    if (factor > 0) {
      const { groups } = parseLine(line);
      if (groups.length > 0) hits.push({ word: own, factor, groups });
    } else if (isOpen && own.startsWith(word) && line.length > own.length) begun.push(line);
  }
  const names = countRows(hits, (where) => !textPlaces.test(where));
  if ((word.length >= shortestBeginning || isUnspaced(word)) && names < wholeRows) {
    for (const line of begun.slice(0, mostBegun))
      hits.push({ factor: weights.begun, ...parseLine(line) });
  }
  return {
    queryWord,
    hits,
    isKnown: hits.some(({ factor }) => factor > weights.derived),
    isItself: hits.some(({ factor }) => factor === 1),
    rows: countRows(hits),
    isName: names > 0,
    phrases,
    words,
  };
}

function countRows(hits: readonly Hit[], isCounted = (_places: string) => true): number {
  return hits.reduce(
    (sum, { groups }) =>
      sum +
      groups.reduce((rows, group) => rows + (isCounted(group.places) ? group.rows.length : 0), 0),
    0,
  );
}

function factorOf(
  own: string,
  { word, light, strong }: { word: string; light: string; strong: string },
): number {
  if (own === word) return 1;
  if (lightStem(own) === light) return weights.form;
  return strongStem(own) === strong ? weights.derived : 0;
}
