import type { SearchAnswer, SearchState } from '#search/browser';

/** A search with what it found. */
export interface FoundAnswer {
  /** Without what the index does not know. */
  state: SearchState;
  answer: SearchAnswer;
  /** An order that was asked for and is none. */
  unknownSort: string | undefined;
}
