export { courseCardFacts, programCardFacts, startLabel, type CardFact } from './card-facts.ts';
export type { DateForm } from './format.ts';
export { createInterface, type Interface } from './interface.ts';
export { languageOfPath, pathInLanguage, type SiteLanguages } from './page-language.ts';
export { directionOf, type Direction, type LanguageAttributes } from './languages.ts';
export type { Paths, SearchState } from './paths.ts';
export type { MessageKey, MessagePart, MessageValue, Translate } from './translate.ts';
