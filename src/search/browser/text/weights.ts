import { places } from './piece-format.ts';

/** What measuring gave: `npm run bench:search`, and the table in `src/search/README.md`. */
export const weights = {
  /** Of the places in which a word stands. */
  places: {
    [places.title]: 3,
    [places.skill]: 1.6,
    [places.subject]: 1.1,
    [places.partner]: 1.6,
    [places.kind]: 1.2,
    [places.summary]: 0.6,
    [places.text]: 0.2,
    [places.key]: 0,
    [places.number]: 1.5,
    [places.aliasInTitle]: 2.4,
    [places.aliasInName]: 1.2,
    [places.aliasInSummary]: 0.4,
    [places.relatedInTitle]: 1.2,
    [places.related]: 0.5,
  } as Readonly<Record<string, number>>,
  /** The larger, the more a second place adds to the first. */
  saturation: 1.2,
  /** How much of a title's weight depends on how short the title is. */
  titleLength: 0.35,
  /** Of a word that is met in another form, as something made from it, or by its beginning. */
  form: 0.85,
  derived: 0.4,
  begun: 0.7,
  /** For each mistake. */
  typo: 0.8,
  /** Of two words that are written as one. */
  joined: 0.95,
  /** Words that stand together count again as a phrase. */
  phrase: 0.6,
  /** Of what is close in meaning, where the word itself is met too. */
  alsoRelated: 0.3,
  /** For the share of the title that the query is, and for being the title. */
  titleShare: 0.3,
  exactTitle: 2,
  /** Of what cannot be started now. */
  closed: 0.97,
  /** How much a missing word costs. */
  coverage: 0.6,
  /** Share of the query's weight that an item must have to be shown without the rest, and of the best item's share. */
  enough: 0.3,
  nearBest: 0.35,
  /** From so much on, a word is in a name and not only in a text. */
  name: 0.8,
  /** Share of the words that it must have where another word is nowhere. */
  enoughWords: 0.6,
  /** Of words that only Pagefind has found in an item, and the share that such an item has. */
  inTexts: 0.2,
  shareInTexts: 0.8,
};
