export { getCatalogPage, getCatalogs, listCatalogPaths } from './catalogs.ts';
export { getNow } from './connection.ts';
export { getCoursePage, getCourseRunPage, listCoursePaths, listCourseRunPaths } from './courses.ts';
export { getCourseList, getProgramList, listCourseListPages, listProgramListPages } from './lists.ts';
export { getProgramPage, listProgramPaths } from './programs.ts';
export { getAboutPage, getHomePage, getSite } from './site.ts';
export { getTermPage, getTerms, listTermPaths } from './terms.ts';
