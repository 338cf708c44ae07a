export type { FacetLabels } from './browser/facet-values.ts';
export type { SearchRecord } from './record.ts';
export { writeSearchIndex, type SearchIndexOptions } from './write-search-index.ts';
