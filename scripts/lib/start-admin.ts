import path from 'node:path';
import type { Writable } from 'node:stream';
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
 * The admin area of the site in `dist`, which logs to standard output or to `logTo`, or, without sign-in variables, an answer that says what is missing.
 * @throws a ConfigurationError that lists every problem of the variables
 */
export async function startAdmin(
  variables: EnvironmentVariables,
  { dist = 'dist', logTo }: { dist?: string; logTo?: Writable } = {},
): Promise<AdminServer> {
  const { siteConfigFile, basePath } = parseSiteEnvironment(variables);
  const environment = parseAdminEnvironment(variables);
  if (environment === undefined) return explainMissingSignIn({ basePath });
  const { companyName, siteName, supportEmail, supportUrl } = readSiteConfig(siteConfigFile);
  const log = createLog({ level: environment.logLevel, destination: logTo });
  // Its warnings are sentences; the server's log takes none.
  const warn = () => {
    log.warn('api.call-failed');
  };
  // A person waits for the answer, and can try again.
  const reading = createClient(environment.api, { tries: 3, warn });
  const writing = createClient(environment.api, { tries: 1, warn });
  const server = await createAdminServer({
    environment,
    client: reading.client,
    operationsClient: writing.client,
    site: { companyName, siteName, supportEmail, supportUrl },
    directory: path.resolve(dist),
    fetch,
    now: Date.now,
    log,
  });
  return {
    ...server,
    async close() {
      await server.close();
      await Promise.all([reading.close(), writing.close()]);
    },
  };
}

/** Ends a site with its admin area: streams first, since connections end with them, and the store last. */
export async function closeSite(
  site: { close: () => Promise<void> },
  admin: Pick<AdminServer, 'stop' | 'close'>,
): Promise<void> {
  await Promise.all([site.close(), admin.stop()]);
  await admin.close();
}
