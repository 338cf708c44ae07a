/**
 * Content of robots.txt. A site that is not to be indexed turns every crawler away: the pages say `noindex`
 * too, but that reaches only search engines.
 */
export function robotsText({
  isIndexed,
  sitemapUrl,
}: {
  isIndexed: boolean;
  sitemapUrl: string;
}): string {
  return isIndexed
    ? `User-agent: *\nAllow: /\n\nSitemap: ${sitemapUrl}\n`
    : 'User-agent: *\nDisallow: /\n';
}
