import type { FilterResult, FoundRows, SearchState } from '#search/browser';

/** A search with what it found. */
export interface SearchAnswer {
  state: SearchState;
  found: FoundRows;
  result: FilterResult;
}
