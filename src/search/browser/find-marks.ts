import { isUnspaced, tokenize } from './text/tokens.ts';

/** Where a part of a text begins and where it ends. */
export type Mark = readonly [start: number, end: number];

// Words with what may stand in them: an apostrophe, the signs of C++ and .NET.
const words = /\.?[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*[+#]*/gu;

/** The parts of a text that are one of the words, which are folded as the index has them. */
export function findMarks(text: string, matched: ReadonlySet<string>): Mark[] {
  if (matched.size === 0) return [];
  return [...text.matchAll(words)].flatMap(({ 0: word, index }) =>
    (isUnspaced(word) ? marksInRun(word, matched) : marksOfWord(word, matched)).map(
      ([start, end]): Mark => [index + start, index + end],
    ),
  );
}

// About two lines of a card, of which a match should be seen.
const seenLength = 110;
const leadLength = 40;

/** The text from where its first mark can be seen, with the marks moved along; from its beginning without one. */
export function cutExcerpt(text: string, marks: readonly Mark[]): { text: string; marks: Mark[] } {
  const [first] = marks[0] ?? [0];
  if (first <= seenLength) return { text, marks: [...marks] };
  const lead = text.slice(first - leadLength, first);
  // After the last sentence that ends there, else between two words.
  const sentence = /^.*[.!?]\s+(?=\S)/s.exec(lead)?.[0].length;
  const start = first - leadLength + (sentence ?? /^\S*\s+/.exec(lead)?.[0].length ?? 0);
  const opening = '… ';
  return {
    text: opening + text.slice(start),
    marks: marks.map(([from, to]): Mark => [
      from - start + opening.length,
      to - start + opening.length,
    ]),
  };
}

function marksOfWord(word: string, matched: ReadonlySet<string>): Mark[] {
  const isMet = tokenize(word).some(
    ({ word: folded, also }) => matched.has(folded) || (also !== undefined && matched.has(also)),
  );
  return isMet ? [[0, word.length]] : [];
}

/** In a script without spaces words are pairs of characters, which overlap. */
function marksInRun(run: string, matched: ReadonlySet<string>): Mark[] {
  const characters = [...run];
  const marks: Mark[] = [];
  let at = 0;
  for (const [place, character] of characters.entries()) {
    const next = characters[place + 1];
    const isPair = next !== undefined && matched.has(character + next);
    const length = isPair ? character.length + next.length : character.length;
    if (isPair || matched.has(character)) {
      const last = marks.at(-1);
      if (last !== undefined && last[1] >= at)
        marks[marks.length - 1] = [last[0], Math.max(last[1], at + length)];
      else marks.push([at, at + length]);
    }
    at += character.length;
  }
  return marks;
}
