export { getCatalogPage, getCatalogs, listCatalogPaths } from './catalogs.ts';
export { getCoursePage, getCourseRunPage, listCoursePaths, listCourseRunPaths } from './courses.ts';
export {
  getCourseList,
  getDatedList,
  getProgramList,
  listCourseListPages,
  listDatedListPages,
  listProgramListPages,
  type DatedList,
} from './lists.ts';
export { findLeftPage } from './left.ts';
export { getProgramPage, listProgramPaths } from './programs.ts';
export { getAboutPage, getHomePage, getSite, listUnknownFeatured } from './site.ts';
export { getTermPage, getTerms, listTermPaths } from './terms.ts';
export { iterateEnrollableRuns } from './enrollable-runs.ts';
export { iterateCovers } from './covers.ts';
export { findNextChange } from './next-change.ts';
export { iterateOpenGraphFiles } from './open-graph.ts';
export { iteratePictureFiles } from './pictures.ts';
export { iterateModified, type ModifiedPage } from './modified.ts';
export { listNoindexItems } from './noindex.ts';
export { getFacetLabels, iterateSearchItems } from './search-items.ts';
export { getSearchStart } from './search-start.ts';
