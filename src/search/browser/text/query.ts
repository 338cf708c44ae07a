import { isStopWord, weightOfWord } from './common-words.ts';
import { lightStem, strongStem } from './stem.ts';
import { foldKey, isUnspaced, tokenize } from './tokens.ts';

export interface QueryWord {
  word: string;
  /** How much it counts; items need not have a word that counts less than 1. */
  weight: number;
  isRequired: boolean;
  /** Whether it may be the beginning of a word: it is the last, and nothing follows it. */
  isOpen: boolean;
  /** What all forms of it begin with. */
  beginning: string;
}

export interface Query {
  words: QueryWord[];
  /** All words in their order. */
  all: string[];
  /** The stems of all words in their order, stop words too: what phrases are looked up by. */
  stems: string[];
  /** Ways to read it as the key of a course. */
  keys: string[];
  /** Whether it stands in quotation marks: its words are those that are meant. */
  isQuoted: boolean;
  /** Whether they are several: they are to stand beside each other. */
  isPhrase: boolean;
}

// What is left of M&A or of a middle name. R and C are languages.
const looseLetter = /^[abd-qs-z]$/;
// What nobody types: the rest of a pasted text.
const mostWords = 16;

export function parseQuery(text: string): Query {
  const isQuoted = /^\s*["“„«].*["”“»]\s*$/u.test(text);
  const all = tokenize(text)
    .map(({ word }) => word)
    .slice(0, mostWords);
  const unique = [...new Set(all)];
  const telling = unique.filter((word) => !isStopWord(word));
  const used = telling.length === 0 ? unique : telling;
  const hasContent = used.some((word) => weightOfWord(word) === 1);
  const last = all.at(-1);
  const words = used.map((word) => {
    const weight = hasContent ? weightOfWord(word) : 1;
    return {
      word,
      weight,
      isRequired: weight === 1 && (used.length === 1 || !looseLetter.test(word)),
      isOpen: word === last && /[\p{L}\p{N}]$/u.test(text),
      beginning: beginningOf(word),
    };
  });
  return {
    words,
    all,
    stems: all.map(lightStem),
    keys: keysOf(text),
    isQuoted,
    isPhrase: all.length > 1 && isQuoted,
  };
}

/** A course is also meant by the key of one of its runs, in its present and its old form. */
function keysOf(text: string): string[] {
  const key = text.trim().replace(/^course-v1:/i, '');
  if (/\s/.test(key)) return [];
  const parts = key.split(/[+/]/);
  const candidates = [key, ...(parts.length > 2 ? [parts.slice(0, 2).join('')] : [])];
  return [...new Set(candidates.map(foldKey))].filter((candidate) => candidate !== '');
}

/**
 * The letters that all forms of a word share, so that they lie beside each other in the index. The last letter
 * of a stem may be written in several ways: study and studies, color and colour, organize and organise.
 */
function beginningOf(word: string): string {
  if (isUnspaced(word)) return word;
  const stem = strongStem(word);
  let length = 0;
  while (length < stem.length && stem[length] === word[length]) length += 1;
  if (length > 4 || stem[length - 1] === 'y') length -= 1;
  return word.slice(0, Math.max(length, Math.min(word.length, 3)));
}
