import { wordsOf } from '../browser/text/tokens.ts';

/** An acronym with the words that it stands for, both folded. */
export interface Acronym {
  acronym: string;
  words: string[];
}

const smallWords = new Set(['of', 'the', 'and', 'for', 'in', 'to', 'on', 'a', '&']);
const bracketed = /\((\p{Lu}[\p{L}\p{N}&]{1,7}?)s?\)/gu;
// So many characters before the brackets hold the words.
const reach = 120;

/** What a text itself explains: "Natural Language Processing (NLP)". */
export function findAcronyms(text: string): Acronym[] {
  return [...text.matchAll(bracketed)].flatMap(({ 1: short = '', index }) => {
    const acronym = wordsOf(short).join('');
    const words = wordsOf(text.slice(Math.max(0, index - reach), index));
    for (let start = words.length - 2; start >= Math.max(0, words.length - 7); start -= 1) {
      const candidate = words.slice(start);
      if (initialsOf(candidate).includes(acronym)) return [{ acronym, words: candidate }];
    }
    return [];
  });
}

/** The initials of a name of several words, with and without its small ones: IoT. */
export function initialsOf(words: readonly string[]): string[] {
  const all = words.map(([initial = '']) => initial).join('');
  const telling = words
    .filter((word) => !smallWords.has(word))
    .map(([initial = '']) => initial)
    .join('');
  return telling === all ? [all] : [all, telling];
}
