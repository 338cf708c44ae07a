import { distanceBetween, isAnagram, toleranceOf } from './distance.ts';
import { matchWord, type Hit, type WordMatch } from './match-word.ts';
import { parseLine, wordOfLine } from './piece-format.ts';
import type { Pieces } from './pieces.ts';
import type { QueryWord } from './query.ts';
import { lightStem } from './stem.ts';
import { weights } from './weights.ts';

/** A word that may have been meant, with how far it is from what was typed. */
interface Candidate {
  word: string;
  distance: number;
}

/** A word, or two where a space was missing, that may have been meant. */
export interface MendedWord {
  word: string;
  hits: Hit[];
}

const mostCandidates = 4;
// How much farther than the best others may be.
const slack = 0.45;
// A word ten times as frequent may be as much farther away.
const frequencyBonus = 0.08;
const shortestPart = 3;
const fewRows = 3;
const fewShare = 1 / 2000;
const fewFormRows = 20;
// Magnitudes of words that so many items have: 8 and 32.
const frequentText = 3;
const frequentName = 5;
// Shorter words differ from too many others in their first letter alone.
const shortestOtherLetter = 5;

/**
 * What else a word may have been meant to be that next to nothing has, as it is with a mistake that a text has
 * too: only what is near and frequent.
 */
export async function doubtWord(
  pieces: Pieces,
  { queryWord, rows, isName, isItself }: WordMatch,
): Promise<MendedWord[]> {
  const { word } = queryWord;
  const few = isItself ? fewRows + pieces.root.rows * fewShare : fewFormRows;
  const isRare = rows > 0 && rows <= few;
  if (!isRare || word.length < shortestOtherLetter || /\d/.test(word)) return [];
  const magnitude = isName ? frequentName : frequentText;
  const frequent = (await pieces.vocabulary(word.slice(0, 1))).filter(
    ([digit = '']) => Number(digit) >= magnitude,
  );
  return matchCandidates(pieces, queryWord, listNear(word, frequent, 1).slice(0, 1));
}

/** What a word that nothing has may have been meant to be, likeliest first. */
export async function mendWord(pieces: Pieces, { queryWord }: WordMatch): Promise<MendedWord[]> {
  const candidates = await findCandidates(pieces, queryWord.word);
  if (candidates.length === 0) return splitWord(pieces, queryWord);
  return matchCandidates(pieces, queryWord, candidates);
}

async function matchCandidates(
  pieces: Pieces,
  queryWord: QueryWord,
  candidates: readonly Candidate[],
): Promise<MendedWord[]> {
  return Promise.all(
    candidates.map(async ({ word, distance }) => {
      const { hits } = await matchWord(pieces, {
        ...queryWord,
        word,
        beginning: word,
        isOpen: false,
      });
      return { word, hits: hits.map((hit) => ({ ...hit, factor: weights.typo ** distance })) };
    }),
  );
}

/** Most mistakes keep the first letter, so words with another are only looked at when none is near. */
async function findCandidates(pieces: Pieces, typed: string): Promise<Candidate[]> {
  const [first = '', second = ''] = typed;
  const limit = toleranceOf(typed.length);
  if (limit === 0 || /\d/.test(typed)) return [];
  const near = listNear(typed, await pieces.vocabulary(first + second), limit);
  if (near.length > 0 || typed.length < shortestOtherLetter) return near;
  return listNear(typed, await pieces.otherVocabulary(first + second), limit);
}

function listNear(typed: string, vocabulary: readonly string[], limit: number): Candidate[] {
  const found = vocabulary.flatMap((entry) => {
    const word = entry.slice(1);
    const distance = isAnagram(typed, word) ? 1 : distanceBetween(typed, word, limit);
    if (distance === Number.POSITIVE_INFINITY) return [];
    const isOtherLetter = word[0] !== typed[0];
    if (isOtherLetter && typed.length < shortestOtherLetter) return [];
    const rank = distance + (isOtherLetter ? 0.3 : 0) - Number(entry[0]) * frequencyBonus;
    return { word, distance, rank };
  });
  found.sort((one, other) => one.rank - other.rank);
  const best = found[0]?.rank ?? 0;
  return found.filter(({ rank }) => rank <= best + slack).slice(0, mostCandidates);
}

/** "machinelearning": two words that stand together elsewhere, the first as long as possible. */
async function splitWord(pieces: Pieces, queryWord: QueryWord): Promise<MendedWord[]> {
  const { word } = queryWord;
  const lines = await pieces.linesFrom(word.slice(0, shortestPart));
  const phrases = new Map(
    lines.flatMap((line) => {
      const own = wordOfLine(line);
      return own.split(' ').length === 2 ? [[own, line] as const] : [];
    }),
  );
  for (let length = word.length - shortestPart; length >= shortestPart; length -= 1) {
    const parts = [word.slice(0, length), word.slice(length)];
    const line = phrases.get(parts.map(lightStem).join(' '));
    if (line !== undefined)
      return [{ word: parts.join(' '), hits: [{ factor: weights.joined, ...parseLine(line) }] }];
  }
  return [];
}
