import { parseSiteEnvironment, readSiteConfig } from '#config';

const environment = parseSiteEnvironment(process.env);

/** The public address without a slash at its end, and without the base path. */
export const siteUrl = environment.siteUrl;

export const siteConfig = readSiteConfig(environment.siteConfigFile);
