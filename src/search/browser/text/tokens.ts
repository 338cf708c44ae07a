/**
 * How names and queries become words. Both pass through the same functions, so that they meet: lower case,
 * without accents, one form for the variants of a letter, pairs of characters where a script has no spaces.
 */

// Scripts written without spaces between words.
const unspacedRun =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]+/u;
const unspacedRuns = new RegExp(unspacedRun.source, 'gu');

// In this order: C++ and C#, .NET, R&D and A/B, words with hyphens, everything else.
const tokenPattern = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])[a-z](?:\+\+|#)(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}])\.net(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}])[a-z][&/][a-z](?![\p{L}\p{N}])`,
    `${unspacedRun.source}`,
    String.raw`[\p{L}\p{M}\p{N}]+(?:[-‐‑][\p{L}\p{M}\p{N}]+)*`,
  ].join('|'),
  'gu',
);

const elision = /(?<![\p{L}\p{M}])(?:[cdjlmnst]|qu)'(?=\p{L})/gu;
const apostrophes = /[\u2018\u2019\u02BC\u00B4`]/g;
const marks = /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640]/g;
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ς: 'σ',
};
const variantLetter = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');
// English with its punctuation: most texts, which need no folding but that of case.
const plainText = /^[\u0020-\u007E\s\u2010-\u2026]*$/;
// The article of Arabic, with what is written before it as one word.
const arabicArticle = /^(?:[وفبك]?ال|لل)(?=\p{Script=Arabic}{3})/u;

/** One word of a text. */
export interface Token {
  word: string;
  /** What it is found by too: self-paced as "selfpaced", a pair of characters as the last one. */
  also?: string;
}

/** Lower case, without accents; one form for what is written in several. */
export function foldText(text: string): string {
  if (plainText.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(marks, '')
    .normalize('NFC')
    .replaceAll(variantLetter, (letter) => letters[letter] ?? letter);
}

/** The words of a text in their order. Parts of a word with hyphens come one after the other. */
export function tokenize(text: string): Token[] {
  const folded = foldText(text)
    .replaceAll(unspacedRuns, ' $& ')
    .replaceAll(apostrophes, "'")
    .replaceAll(elision, '')
    .replaceAll(/'s(?![\p{L}\p{N}])/gu, '')
    .replaceAll("'", '');
  return [...folded.matchAll(tokenPattern)].flatMap(([match]) => tokensOf(match));
}

/** The words alone. */
export function wordsOf(text: string): string[] {
  return tokenize(text).map(({ word }) => word);
}

/** A key, or a part of one, without its signs: `KIT+STAT101x` is `kitstat101x`. */
export function foldKey(key: string): string {
  return foldText(key).replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a word consists of characters of a script without spaces. */
export function isUnspaced(word: string): boolean {
  return unspacedRun.test(word);
}

function tokensOf(match: string): Token[] {
  if (isUnspaced(match)) return toPairs(match);
  const parts = match.split(/[-‐‑]/);
  const [first = ''] = parts;
  if (parts.length === 1) return [{ word: first.replace(arabicArticle, '') }];
  const joined = parts.join('');
  // e-commerce, x-ray, t-test: the letter alone says nothing.
  if (parts.length === 2 && first.length === 1 && !/\d/.test(first)) return [{ word: joined }];
  return parts.map((word, place) => ({ word, ...(place === 0 && { also: joined }) }));
}

/** Overlapping pairs, of which any part of the run begins one; its last character begins none. */
function toPairs(run: string): Token[] {
  const characters = [...run];
  const last = characters.at(-1) ?? '';
  if (characters.length === 1) return [{ word: last }];
  return characters.slice(1).map((character, place) => ({
    word: `${characters[place] ?? ''}${character}`,
    ...(place === characters.length - 2 && { also: last }),
  }));
}
