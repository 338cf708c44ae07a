import { places } from '../browser/text/piece-format.ts';
import { wordsOf } from '../browser/text/tokens.ts';
import { initialsOf, type Acronym } from './acronyms.ts';
import { equivalents, related } from './domain-synonyms.ts';
import { phraseOf } from './phrases.ts';

/** `from` is what stands in an item; a query for `to` finds it too. Both are phrases. */
export interface Alias {
  from: string;
  to: string;
  isClose: boolean;
}

// Initials are taken for an acronym if so many items have the name.
const fewestForInitials = 5;

/**
 * All that one may search for and find under another name: the domain's synonyms, the company's, acronyms that
 * texts explain, and initials of frequent names.
 */
export function collectAliases(options: {
  synonyms: readonly (readonly string[])[];
  acronyms: readonly Acronym[];
  /** Names of skills and subjects, with how many items have them. */
  names: ReadonlyMap<string, number>;
}): Alias[] {
  const aliases = new Map<string, Alias>();
  const add = (from: string, to: string, isClose: boolean): void => {
    if (from === to || from === '' || to === '') return;
    const id = `${from}\n${to}`;
    if (isClose || !aliases.has(id)) aliases.set(id, { from, to, isClose });
  };
  for (const [word, ...others] of related) {
    for (const other of others) add(phraseOfText(other), targetOf(word), false);
  }
  for (const { acronym, words } of options.acronyms) {
    add(phraseOf(words), acronym, true);
    add(phraseOf([acronym]), phraseOf(words), true);
  }
  for (const [acronym, phrase] of frequentInitials(options.names)) add(phrase, acronym, true);
  for (const group of [...equivalents, ...options.synonyms]) {
    for (const from of group) {
      for (const to of group) if (to !== from) add(phraseOfText(from), targetOf(to), true);
    }
  }
  return [...aliases.values()];
}

/** Where something stands under its other name. */
export function aliasPlaces(where: string, isClose: boolean): string {
  if (!isClose) return where.includes(places.title) ? places.relatedInTitle : places.related;
  const inTitle = where.includes(places.title) ? places.aliasInTitle : '';
  const inName = where.includes(places.skill) ? places.aliasInName : '';
  return inTitle + inName || places.aliasInSummary;
}

export function phraseOfText(text: string): string {
  return phraseOf(wordsOf(text));
}

/** A word is looked up as it is, a phrase by its stems. */
function targetOf(text: string): string {
  const [word = '', ...others] = wordsOf(text);
  return others.length === 0 ? word : phraseOfText(text);
}

/** Initials with the most frequent name that has them. */
function frequentInitials(names: ReadonlyMap<string, number>): Map<string, string> {
  const found = new Map<string, { phrase: string; count: number }>();
  for (const [name, count] of names) {
    const words = wordsOf(name);
    if (count < fewestForInitials || words.length < 2 || words.length > 4) continue;
    for (const initials of initialsOf(words)) {
      const known = found.get(initials);
      if (initials.length >= 2 && count > (known?.count ?? 0))
        found.set(initials, { phrase: phraseOf(words), count });
    }
  }
  return new Map([...found].map(([initials, { phrase }]) => [initials, phrase]));
}
