import { createEnterpriseApiClient, type EnterpriseApiClientOptions } from '#enterprise-api';
import type { SyncReport } from '#snapshot';
import { syncCatalogs, type SyncOptions } from '#snapshot/sync';
import { testNow } from './builders.ts';

/** A client of the sandbox that waits for nothing. */
function createSandboxClient(url: string, options: Partial<EnterpriseApiClientOptions>) {
  return createEnterpriseApiClient({
    apiUrl: url,
    credentials: { clientId: 'sandbox', clientSecret: 'sandbox-secret' },
    fetch,
    clock: { now: Date.now, sleep: async () => undefined },
    ...options,
  });
}

/** Reads the server at `url` into a snapshot in the folder, at the tests' moment. */
export async function syncSandbox(
  url: string,
  directory: string,
  options: Partial<SyncOptions> = {},
  clientOptions: Partial<EnterpriseApiClientOptions> = {},
): Promise<SyncReport> {
  return syncCatalogs({
    client: createSandboxClient(url, clientOptions),
    directory,
    clock: () => testNow,
    ...options,
  });
}
