import type { APIRoute } from 'astro';
import { getInterface } from '../components/interface.ts';
import { siteConfig, siteUrl } from '../layouts/site.ts';
import { canonicalUrl, robotsText } from '#seo';

export const GET: APIRoute = (context) => {
  const sitemapUrl = canonicalUrl(siteUrl, getInterface(context).path.file('sitemap-index.xml'));
  return new Response(robotsText({ isIndexed: siteConfig.indexing, sitemapUrl }));
};
