import { ConfigurationError } from './configuration-error.ts';
import { adminSecretNames, withSecretFiles, type EnvironmentVariables } from './environment.ts';

/** AES keys that Astro takes, in bytes. */
const keyLengths = new Set([16, 24, 32]);

/**
 * The key by which the admin area's panels are asked for (`ASTRO_KEY`): undefined where Astro makes one for each
 * build, which is enough for one server. Throws a `ConfigurationError` where it is no key, and where several
 * builds and servers are likely, in CI with sign-in set up, and there is none.
 */
export function parseIslandKey(variables: EnvironmentVariables): string | undefined {
  const key = withSecretFiles(variables, adminSecretNames)['ASTRO_KEY']?.trim();
  if (key !== undefined && key !== '') {
    if (keyLengths.has(Buffer.from(key, 'base64').length)) return key;
    throw new ConfigurationError('The admin area can’t be built', [
      `ASTRO_KEY is not a key. ${advice}`,
    ]);
  }
  if (variables['CI']?.trim() && variables['OIDC_ISSUER']?.trim()) {
    throw new ConfigurationError('The admin area can’t be built', [
      `ASTRO_KEY is missing: with a new key in each build, pages that are open during a deployment and servers beside each other don’t understand each other. ${advice}`,
    ]);
  }
  return undefined;
}

const advice = 'Make one with "npx astro create-key" and keep it as a secret.';
