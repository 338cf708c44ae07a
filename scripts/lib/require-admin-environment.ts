import {
  ConfigurationError,
  parseAdminEnvironment,
  type AdminEnvironment,
  type EnvironmentVariables,
} from '#config';

/** What commands of the admin area need; throws a `ConfigurationError` where there is none. */
export function requireAdminEnvironment(variables: EnvironmentVariables): AdminEnvironment {
  const environment = parseAdminEnvironment(variables);
  if (environment !== undefined) return environment;
  throw new ConfigurationError('There is no admin area', [
    'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are missing: set them as for the server.',
  ]);
}
