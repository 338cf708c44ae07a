import { parseSiteEnvironment, readSiteConfig, type SiteConfig } from '#config';

/** The site configuration, and what of the environment decides what pages hold; read once. */
export function getSiteOptions(): SiteConfig & { hasImages: boolean } {
  if (options === undefined) {
    const { siteConfigFile, hasImages } = parseSiteEnvironment(process.env);
    options = { ...readSiteConfig(siteConfigFile), hasImages };
  }
  return options;
}

let options: (SiteConfig & { hasImages: boolean }) | undefined;
