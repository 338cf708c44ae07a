export { canonicalUrl, describe, pageTitle, robotsContent } from './head.ts';
export { robotsText } from './robots.ts';
export { getSitemapOptions } from './sitemap.ts';
