export type { FacetName, SortName } from '#catalog';
export { facetNames, facetParameters, sortNames, sortValues } from './facet-names.ts';
export { findableLength, foldedLength, listOptions, type FacetOption } from './facet-options.ts';
export {
  createLabeller,
  orderedFacets,
  orderValues,
  type FacetLabels,
  type LabelOf,
} from './facet-values.ts';
export { fetchNear } from './fetch-near.ts';
export { findMarks, type Mark } from './find-marks.ts';
export { wordsOf as foldWords } from './text/tokens.ts';
export type { FoundCard } from './found-card.ts';
export { partsOfAddress } from './near.ts';
export { fillMessage, fillPlural, type PluralForms } from './messages.ts';
export { pageCount } from './paging.ts';
export type { SearchManifest } from './search-data.ts';
export type { FacetCounts, LabelledValue, SearchAnswer, WaysOut } from './search-answer.ts';
export type { SuggestionLimits, Suggestions } from './suggest.ts';
export type { FoundTerm } from './find-terms.ts';
export { createSearchSource, type SearchSource } from './search-source.ts';
export {
  formatState,
  isEverything,
  listChosen,
  parseState,
  unknownSortOf,
  withoutFilters,
  withPage,
  withQuery,
  withSort,
  withToggled,
  withView,
  type ChosenValue,
  type SearchState,
} from './state.ts';
