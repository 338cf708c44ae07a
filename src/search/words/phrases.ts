import { lightStem } from '../browser/text/stem.ts';
import { places } from '../browser/text/piece-format.ts';
import { wordsOf } from '../browser/text/tokens.ts';

const longestPhrase = 5;

/** A phrase by the stems of its words, in which a query meets it. */
export function phraseOf(words: readonly string[]): string {
  return words.map(lightStem).join(' ');
}

/** Which texts of a record a phrase can stand in, and as what. */
export interface PhraseTexts {
  title: string;
  /** Skills and subjects. */
  names: readonly string[];
  partners: readonly string[];
  summary: string;
}

/** All runs of words of a record, as phrases, with the places where they stand. */
export function placePhrases(
  { title, names, partners, summary }: PhraseTexts,
  isWanted: (phrase: string) => boolean,
): Map<string, string> {
  const found = new Map<string, string>();
  const placeAll = (text: string, where: string): void => {
    const stems = wordsOf(text).map(lightStem);
    for (let start = 0; start < stems.length; start += 1) {
      for (let length = 1; length <= longestPhrase && start + length <= stems.length; length += 1) {
        const phrase = stems.slice(start, start + length).join(' ');
        const known = found.get(phrase) ?? '';
        if (!known.includes(where) && isWanted(phrase)) found.set(phrase, known + where);
      }
    }
  };
  placeAll(title, places.title);
  for (const name of names) placeAll(name, places.skill);
  for (const name of partners) placeAll(name, places.partner);
  placeAll(summary, places.summary);
  return found;
}
