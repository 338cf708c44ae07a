import path from 'node:path';
import {
  parseAdminEnvironment,
  parseSiteEnvironment,
  readSiteConfig,
  type EnvironmentVariables,
} from '#config';
import { createLog } from '#admin/log';
import { createAdminServer, explainMissingSignIn, type AdminServer } from '#admin/server';
import { createClient } from './create-client.ts';

/**
 * The admin area of the site in `dist`, or, without sign-in variables, an answer that says what is missing.
 * @throws a ConfigurationError that lists every problem of the variables
 */
export async function startAdmin(
  variables: EnvironmentVariables,
  { dist = 'dist', port }: { dist?: string; port?: number } = {},
): Promise<AdminServer> {
  const { siteConfigFile, basePath } = parseSiteEnvironment(variables);
  const environment = parseAdminEnvironment(
    port === undefined ? variables : { ...variables, PORT: String(port) },
  );
  if (environment === undefined) return explainMissingSignIn({ basePath });
  const { companyName, siteName, supportEmail } = readSiteConfig(siteConfigFile);
  const { client, close } = createClient(environment.api);
  const server = await createAdminServer({
    environment,
    client,
    site: { companyName, siteName, supportEmail },
    directory: path.resolve(dist),
    fetch,
    now: Date.now,
    log: createLog({ level: environment.logLevel }),
  });
  return {
    answer: server.answer,
    async close() {
      await server.close();
      await close();
    },
  };
}
