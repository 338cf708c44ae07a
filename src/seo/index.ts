export { canonicalUrl, describe, pageTitle, robotsContent } from './head.ts';
export { openGraphTags } from './open-graph.ts';
export { robotsText } from './robots.ts';
export { getSitemapOptions } from './sitemap.ts';
