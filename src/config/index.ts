export {
  isProtectedUrl,
  parseAdminEnvironment,
  type AdminEnvironment,
} from './admin-environment.ts';
export { ConfigurationError } from './configuration-error.ts';
export {
  listPrivateValues,
  parseApiEnvironment,
  parseSiteEnvironment,
  type ApiEnvironment,
  type EnvironmentVariables,
  type SiteEnvironment,
} from './environment.ts';
export { parseIslandKey } from './island-key.ts';
export { brandColorOf, pageColors, type BrandShade } from './brand-color.ts';
export { readSiteConfig, textIn, type LocalText, type SiteConfig } from './site-config.ts';
