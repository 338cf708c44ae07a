/**
 * How text becomes words. Pagefind splits at spaces only, knows no words in scripts that write without
 * spaces, and drops every sign but letters, digits and `indexedSigns`. What is indexed and what is asked
 * pass through the same functions, so that they meet.
 */

/** Signs that belong to a word: C++, C#, KIT+STAT101x. */
export const indexedSigns = '+#';

// Scripts written without spaces between words.
const unspacedRun =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]+/gu;
// ASCII punctuation stays: Pagefind drops it inside words and indexes the parts too ("self-paced").
const separators = /[^\p{L}\p{M}\p{N}\s!"#%&'()*+,\-./:;?@[\\\]_{}]+/gu;

/** Text as it is given to Pagefind. */
export function toIndexedText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u2018\u2019\u02bc]/g, "'")
    .replaceAll(unspacedRun, (run) => ` ${toPairs(run).join(' ')} `)
    .replaceAll(separators, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/**
 * A query as it is given to Pagefind. The key of a course run finds its course. Underscores at a word's
 * beginning could be read as Pagefind's own marks, quotation marks ask for the exact phrase.
 */
export function toQueryText(query: string): string {
  const courseKey = /^\s*course-v1:([^+\s]+\+[^+\s]+)\+\S+\s*$/i.exec(query)?.[1];
  return toIndexedText(courseKey ?? query);
}

/** The ways in which a key is asked for: whole, without the institution, without signs. */
export function toKeyWords(key: string): string[] {
  const parts = key.split('+');
  const joined = key.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
  return [...new Set([key, ...parts.slice(1), joined])];
}

/** Overlapping pairs of characters and the last one: any part of the run then begins one of them. */
function toPairs(run: string): string[] {
  const characters = [...run];
  return characters.map((character, place) => character + (characters[place + 1] ?? ''));
}
