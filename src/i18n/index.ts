export { courseCardFacts, programCardFacts, startLabel, type CardFact } from './card-facts.ts';
export type { DateForm } from './format.ts';
export { createInterface, type Interface, type InterfaceLanguage } from './interface.ts';
export { directionOf, type Direction, type LanguageAttributes } from './languages.ts';
export type { Paths, SearchState } from './paths.ts';
export type { MessageKey, MessagePart, MessageValue, Translate } from './translate.ts';
