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
export { openGraphTags } from './open-graph.ts';
export { robotsText } from './robots.ts';
export { getSitemapOptions } from './sitemap.ts';
