import type { InterfaceLanguage } from '#catalog';
import { createFormatters, type FormatLocales, type Formatters } from './format.ts';
import {
  directionOf,
  languageAttributes,
  nameOfLanguage,
  type Direction,
  type LanguageAttributes,
} from './languages.ts';
import { ar } from './messages/ar/index.ts';
import { de } from './messages/de/index.ts';
import { en } from './messages/en/index.ts';
import { es } from './messages/es/index.ts';
import { fr } from './messages/fr/index.ts';
import { ja } from './messages/ja/index.ts';
import { createPaths, type Paths } from './paths.ts';
import { createTranslator, type Messages, type Translator } from './translate.ts';
import { createWords, type Words } from './words.ts';

/** Everything that pages need to word and address things in one language. */
export interface Interface extends Translator, Formatters, Words {
  language: InterfaceLanguage;
  direction: Direction;
  /** That of its numbers, for what is counted in the browser. */
  locale: string;
  path: Paths;
  /** A language in its own words. */
  languageName: (code: string) => string;
  /** `lang` and `dir` for content, only where its language differs from the interface's or is not known. */
  languageOf: (code: string | undefined) => LanguageAttributes;
}

/**
 * `base` is the path that the site stands under, with a slash at both ends. `languages` are those of the site:
 * the pages of the first stand right there, those of others in a folder of their own.
 */
export function createInterface({
  language,
  base,
  languages: [firstLanguage = language] = [],
}: {
  language: InterfaceLanguage;
  base: string;
  languages?: readonly InterfaceLanguage[];
}): Interface {
  const { messages, locales } = languages[language];
  const translator = createTranslator(messages, locales.numbers);
  const formatters = createFormatters(locales);
  const direction = directionOf(language);
  return {
    language,
    direction,
    locale: locales.numbers,
    path: createPaths(base, language === firstLanguage ? base : `${base}${language}/`),
    languageName: nameOfLanguage,
    languageOf: (code) => languageAttributes(code, language),
    ...translator,
    ...formatters,
    ...createWords(translator, formatters, direction),
  };
}

/**
 * English has its days before its months, as most of the world, and American money, as the API has. Arabic has its
 * own digits, which only the locale of a country says, and a mark at its comma that keeps names in Latin letters in
 * their order.
 */
const languages: Record<InterfaceLanguage, { messages: Messages; locales: FormatLocales }> = {
  en: { messages: en, locales: { dates: 'en-GB', numbers: 'en-US' } },
  es: { messages: es, locales: { dates: 'es', numbers: 'es' } },
  fr: { messages: fr, locales: { dates: 'fr', numbers: 'fr' } },
  de: { messages: de, locales: { dates: 'de', numbers: 'de' } },
  ar: { messages: ar, locales: { dates: 'ar-EG', numbers: 'ar-EG', separator: '\u200F، ' } },
  ja: {
    messages: ja,
    locales: { dates: 'ja', numbers: 'ja', rangeSign: '～', separator: '、', sentenceGap: '' },
  },
};
