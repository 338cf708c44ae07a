export type { FacetLabels, SearchRecord } from './record.ts';
export { writeSearchIndex, type SearchIndexOptions } from './write-search-index.ts';
