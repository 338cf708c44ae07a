export type { FacetName } from '#catalog';
export { facetNames, facetParameters } from './facet-names.ts';
export { findableLength, foldedLength, listOptions, type FacetOption } from './facet-options.ts';
export { filterRows, type FilterResult } from './facets.ts';
export { fetchNear } from './fetch-near.ts';
export { partsOfAddress } from './near.ts';
export { fillMessage, fillPlural, type PluralForms } from './messages.ts';
export { pageCount, pageNumbers, pageOfRows } from './paging.ts';
export type { SearchCard } from './search-card.ts';
export type { FacetColumn } from './search-data.ts';
export { createSearchSource, type FoundRows, type SearchSource } from './search-source.ts';
export {
  formatState,
  listChosen,
  parseState,
  withoutFilters,
  withPage,
  withQuery,
  withToggled,
  type ChosenValue,
  type SearchState,
} from './state.ts';
