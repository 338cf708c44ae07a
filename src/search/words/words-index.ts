import { isStopWord } from '../browser/text/common-words.ts';
import {
  compareWords,
  places,
  type PlacedRows,
  type WordLine,
} from '../browser/text/piece-format.ts';
import { wordsOf } from '../browser/text/tokens.ts';
import type { SearchRecord } from '../record.ts';
import { findAcronyms, type Acronym } from './acronyms.ts';
import { aliasPlaces, collectAliases, phraseOfText } from './aliases.ts';
import { placeWords, titleLength } from './names-of-record.ts';
import { phraseOf, placePhrases, type PhraseTexts } from './phrases.ts';

// Two words beside each other in so many titles are looked up together.
const fewestForPair = 3;
const namePlaces = new RegExp(`[${places.title}${places.skill}${places.subject}${places.partner}]`);

export interface WordsIndex {
  /** Records are counted from 0 in the order in which they are added. */
  add: (record: SearchRecord) => void;
  /** All lines in their order, one at a time; `rows` says which row each record has been given. */
  lines: (rows: readonly number[]) => Generator<WordLine>;
  titleLengths: () => readonly number[];
  enrollments: () => readonly number[];
}

/** Collects what `piece-format.ts` describes. Of each record its names stay in memory, not its texts. */
export function createWordsIndex(synonyms: readonly (readonly string[])[]): WordsIndex {
  const postings = new Map<string, Posting>();
  const texts: PhraseTexts[] = [];
  const [lengths, enrollments]: [number[], number[]] = [[], []];
  const names = new Map<string, number>();
  const pairs = new Map<string, number>();
  const partnerPairs = new Set<string>();
  const acronyms = new Map<string, Acronym>();

  return {
    add: (record) => {
      const place = lengths.length;
      const { title, partners, skills, subjects, body } = record.text;
      for (const [word, where] of placeWords(record)) addPosting(postings, word, place, where);
      lengths.push(titleLength(title));
      enrollments.push(record.enrollments);
      const ownNames = [...new Set([...skills, ...subjects])];
      texts.push({ title, names: ownNames, partners, summary: record.card.summary ?? '' });
      for (const name of ownNames) increment(names, name);
      for (const pair of pairsOf(title)) increment(pairs, pair);
      for (const name of partners) for (const pair of pairsOf(name)) partnerPairs.add(pair);
      for (const text of [title, ...ownNames, body]) {
        for (const found of findAcronyms(text))
          acronyms.set(`${found.acronym}\n${phraseOf(found.words)}`, found);
      }
    },
    *lines(rows) {
      const aliases = collectAliases({ synonyms, acronyms: [...acronyms.values()], names });
      const wanted = new Set([...partnerPairs, ...aliases.map(({ from }) => from)]);
      for (const name of names.keys()) wanted.add(phraseOfText(name));
      for (const [pair, count] of pairs) if (count >= fewestForPair) wanted.add(pair);
      const phrases = placeAllPhrases(texts, wanted);
      for (const [phrase, posting] of phrases)
        if (phrase.includes(' ')) postings.set(phrase, posting);
      addAliases(postings, phrases, aliases);
      addJoined(postings, texts);
      for (const word of [...postings.keys()].sort(compareWords)) {
        const posting = postings.get(word);
        if (posting !== undefined) yield { word, groups: groupRows(posting, rows) };
      }
    },
    titleLengths: () => lengths,
    enrollments: () => enrollments,
  };
}

/** Whether a typing mistake may have meant the word of a line. */
export function isName({ word, groups }: WordLine): boolean {
  return (
    /^[\p{L}\p{M}]{3,}$/u.test(word) && groups.some(({ places: where }) => namePlaces.test(where))
  );
}

interface Posting {
  records: number[];
  where: string[];
}

function addPosting(
  postings: Map<string, Posting>,
  word: string,
  record: number,
  where: string,
): void {
  const posting = postings.get(word) ?? { records: [], where: [] };
  posting.records.push(record);
  posting.where.push(where);
  postings.set(word, posting);
}

function placeAllPhrases(
  texts: readonly PhraseTexts[],
  wanted: ReadonlySet<string>,
): Map<string, Posting> {
  const found = new Map<string, Posting>();
  for (const [record, text] of texts.entries()) {
    for (const [phrase, where] of placePhrases(text, (candidate) => wanted.has(candidate)))
      addPosting(found, phrase, record, where);
  }
  return found;
}

function addAliases(
  postings: Map<string, Posting>,
  phrases: ReadonlyMap<string, Posting>,
  aliases: ReturnType<typeof collectAliases>,
): void {
  for (const { from, to, isClose } of aliases) {
    const source = phrases.get(from);
    for (const [index, record] of source?.records.entries() ?? [])
      addPosting(postings, to, record, aliasPlaces(source?.where[index] ?? '', isClose));
  }
}

/** "Cyber Security" is found by "cybersecurity" where that is a word. */
function addJoined(postings: Map<string, Posting>, texts: readonly PhraseTexts[]): void {
  for (const [record, { title, names }] of texts.entries()) {
    for (const [where, text] of [
      [places.aliasInTitle, title],
      ...names.map((name) => [places.aliasInName, name] as const),
    ] as const) {
      const words = wordsOf(text);
      for (const [index, word] of words.entries()) {
        const joined = `${word}${words[index + 1] ?? ''}`;
        if (joined !== word && joined.length > 5 && postings.has(joined))
          addPosting(postings, joined, record, where);
      }
    }
  }
}

/** Rows by the places in which they have the word. A record may have been added several times. */
function groupRows({ records, where }: Posting, rows: readonly number[]): PlacedRows[] {
  const placesOfRows = new Map<number, string>();
  for (const [index, record] of records.entries()) {
    const row = rows[record] ?? 0;
    placesOfRows.set(row, tidyPlaces((placesOfRows.get(row) ?? '') + (where[index] ?? '')));
  }
  const groups = new Map<string, number[]>();
  for (const [row, place] of placesOfRows) {
    const group = groups.get(place) ?? [];
    group.push(row);
    groups.set(place, group);
  }
  return [...groups]
    .map(([place, group]) => ({ places: place, rows: group.sort((one, other) => one - other) }))
    .sort((one, other) => compareWords(one.places, other.places));
}

const tidied = new Map<string, string>();

/** Each place once, in a fixed order. There are few combinations, which come up in every line. */
function tidyPlaces(where: string): string {
  const known = tidied.get(where) ?? [...new Set(where)].sort(compareWords).join('');
  tidied.set(where, known);
  return known;
}

function pairsOf(name: string): string[] {
  const words = wordsOf(name);
  return words.slice(1).flatMap((word, index) => {
    const before = words[index] ?? '';
    return isStopWord(word) || isStopWord(before) ? [] : [phraseOf([before, word])];
  });
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
