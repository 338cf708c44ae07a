import { createFormatters, type FormatLocales, type Formatters } from './format.ts';
import {
  directionOf,
  languageAttributes,
  nameOfLanguage,
  type Direction,
  type LanguageAttributes,
} from './languages.ts';
import { en } from './messages/en.ts';
import { createPaths, type Paths } from './paths.ts';
import { createTranslator, type Messages, type Translator } from './translate.ts';
import { createWords, type Words } from './words.ts';

export type InterfaceLanguage = keyof typeof languages;

/** Everything that pages need to word and address things in one language. */
export interface Interface extends Translator, Formatters, Words {
  language: InterfaceLanguage;
  direction: Direction;
  path: Paths;
  /** A language in its own words. */
  languageName: (code: string) => string;
  /** `lang` and `dir` for content, only where its language differs from the interface's. */
  languageOf: (code: string | undefined) => LanguageAttributes;
}

/** `base` is the path that the site stands under, with a slash at both ends. */
export function createInterface({
  language,
  base,
}: {
  language: InterfaceLanguage;
  base: string;
}): Interface {
  const { messages, locales } = languages[language];
  const translator = createTranslator(messages, language);
  const formatters = createFormatters(locales);
  return {
    language,
    direction: directionOf(language),
    path: createPaths(base),
    languageName: nameOfLanguage,
    languageOf: (code) => languageAttributes(code, language),
    ...translator,
    ...formatters,
    ...createWords(translator, formatters),
  };
}

/** English has its days before its months, as most of the world, and American money, as the API has. */
const languages = {
  en: { messages: en, locales: { dates: 'en-GB', numbers: 'en-US' } },
} satisfies Record<string, { messages: Messages; locales: FormatLocales }>;
