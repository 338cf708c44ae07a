import type { FacetName } from '#catalog';
import type { NearSubject } from './near-subjects.ts';
import type { ChosenValue } from './state.ts';
import type { TextAnswer } from './text/text-search.ts';

/** What a search has found. */
export interface SearchAnswer {
  /** The rows of the page that is shown, in their order. */
  rows: number[];
  /** The page that is shown: the last, where the one that was asked for is past it. */
  page: number;
  /** How many items are found, and how many there are. */
  count: number;
  total: number;
  /** The filters in use, with their words. */
  chosen: LabelledValue[];
  /** What was asked for and the index does not know. */
  ignored: ChosenValue[];
  /** Forms in which the query's words were met, folded, for highlighting. */
  matched: string[];
  /** What may have been meant. */
  correction?: TextAnswer['correction'];
  /** Where nothing is found. */
  waysOut?: WaysOut;
}

export interface LabelledValue extends ChosenValue {
  label: string;
}

/** What is there without one thing or the other; 0 where that is nothing, or not in the way. */
export interface WaysOut {
  withoutFacet: { facet: FacetName; count: number }[];
  withoutFilters: number;
  withoutQuery: number;
  subjects: NearSubject[];
}

/** The values of facets, in their order, with the items that each has in a search. */
export type FacetCounts = Partial<
  Record<FacetName, { values: string[]; labels: string[]; counts: number[] }>
>;
