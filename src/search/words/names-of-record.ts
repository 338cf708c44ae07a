import { primaryLanguage } from '#catalog';
import { places } from '../browser/text/piece-format.ts';
import { foldKey, tokenize, wordsOf } from '../browser/text/tokens.ts';
import { isStopWord } from '../browser/text/common-words.ts';
import type { SearchRecord } from '../record.ts';

const smallWords = new Set([
  'of',
  'the',
  'and',
  'for',
  'in',
  'de',
  'di',
  'do',
  'la',
  'und',
  'et',
  'y',
  'at',
]);
const englishNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** The words that a record is found by, each with the places where it stands, as one string: `ts`. */
export function placeWords(record: SearchRecord): Map<string, string> {
  const { title, key, partners, subjects, skills, body } = record.text;
  const found = new Map<string, string>();
  const place = (word: string, where: string): void => {
    const known = found.get(word) ?? '';
    if (word !== '' && !known.includes(where)) found.set(word, known + where);
  };
  const placeText = (text: string, where: string): void => {
    for (const { word, also } of tokenize(text)) {
      place(word, where);
      if (also !== undefined) place(also, where);
    }
  };
  placeText(title, places.title);
  for (const name of skills) placeText(name, places.skill);
  for (const name of subjects) placeText(name, places.subject);
  for (const name of partners) {
    placeText(name, places.partner);
    for (const word of shortNames(name)) place(word, places.partner);
  }
  for (const word of kindWords(record)) place(word, places.kind);
  for (const word of wordsOf(record.card.summary ?? '')) {
    if (!isStopWord(word)) place(word, places.summary);
  }
  for (const word of wordsOf(body)) {
    if (!isStopWord(word) && !found.has(word)) place(word, places.text);
  }
  place(foldKey(key), places.key);
  for (const part of numbersOf(key)) place(part, places.number);
  return found;
}

/** How many different words a title has. Words that no search asks for do not count. */
export function titleLength(title: string): number {
  const words = new Set(wordsOf(title));
  const telling = [...words].filter((word) => !isStopWord(word));
  return telling.length === 0 ? words.size : telling.length;
}

/** What follows the institution: `STAT101x` of `KIT+STAT101x`. */
function numbersOf(key: string): string[] {
  const rest = key.split('+').slice(1);
  return [...new Set([...rest, rest.join('')].map(foldKey))];
}

/** `HarvardX` is called Harvard, the Massachusetts Institute of Technology MIT. */
function shortNames(name: string): string[] {
  if (!name.includes(' ')) {
    const whole = foldKey(name);
    return [whole, /[^x]x$/i.test(name) && whole.length > 2 ? whole.slice(0, -1) : ''];
  }
  const initials = wordsOf(name)
    .filter((word) => !smallWords.has(word))
    .map(([initial = '']) => initial);
  return initials.length < 3 ? [] : [initials.join('')];
}

function kindWords({ card }: SearchRecord): string[] {
  const type = card.kind === 'program' ? (card.type ?? 'program') : '';
  const level = 'level' in card ? (card.level ?? '') : '';
  const education =
    card.kind === 'course' && card.isExecutiveEducation ? 'Executive Education' : '';
  const words = wordsOf(`${type} ${level} ${education}`);
  return [...words, ...languageWords(card.language)];
}

/** Most items are in English, so that "English" means the subject. */
function languageWords(code: string | undefined): string[] {
  const [language] = code === undefined ? [] : [primaryLanguage(code)].flat();
  if (language === undefined || language === 'en') return [];
  const ownNames = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });
  return wordsOf(`${englishNames.of(language) ?? ''} ${ownNames.of(language) ?? ''}`);
}
