export { alternateUrls, canonicalUrl, describe, pageTitle, robotsContent } from './head.ts';
export {
  breadcrumbData,
  cardListData,
  courseData,
  courseRunData,
  formatGraph,
  linkListData,
  programData,
  siteData,
  type Step,
  type Thing,
} from './json-ld/index.ts';
export { manifestText } from './manifest.ts';
export { cardKind, openGraphTags, sharedPicture } from './open-graph.ts';
export { openSearchText } from './open-search.ts';
export { robotsText } from './robots.ts';
export { getSitemapOptions } from './sitemap.ts';
