import { createEnterpriseApiClient } from '#enterprise-api';
import type { SyncReport } from '#snapshot';
import { syncCatalogs, type SyncOptions } from '#snapshot/sync';
import { testNow } from './builders.ts';

/** A client of the sandbox that waits for nothing. */
function createSandboxClient(url: string) {
  return createEnterpriseApiClient({
    apiUrl: url,
    credentials: { clientId: 'sandbox', clientSecret: 'sandbox-secret' },
    fetch,
    clock: { now: Date.now, sleep: async () => undefined },
  });
}

/** Reads the server at `url` into a snapshot in the folder, at the tests' moment. */
export async function syncSandbox(
  url: string,
  directory: string,
  options: Partial<SyncOptions> = {},
): Promise<SyncReport> {
  return syncCatalogs({
    client: createSandboxClient(url),
    directory,
    clock: () => testNow,
    ...options,
  });
}
