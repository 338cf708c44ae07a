import { setTimeout as sleep } from 'node:timers/promises';
import { parseApiEnvironment, type EnvironmentVariables } from '#config';
import { createEnterpriseApiClient } from '#enterprise-api';
import { formatSyncReport, type SyncReport } from '#snapshot';
import { syncCatalogs } from '#snapshot/sync';
import { createSyncProgress } from './sync-progress.ts';

/** Reads the Enterprise API that the variables name into a new snapshot, telling what it does. */
export async function sync(variables: EnvironmentVariables): Promise<SyncReport> {
  const environment = parseApiEnvironment(variables);
  const client = createEnterpriseApiClient({
    apiUrl: environment.apiUrl,
    credentials: environment.credentials,
    fetch,
    clock: {
      now: Date.now,
      sleep: async (ms, signal) => sleep(ms, undefined, signal ? { signal } : {}),
    },
    logger: { warn: (message) => console.warn(message) },
    ...(environment.requestsPerMinute === undefined
      ? {}
      : { requestsPerMinute: environment.requestsPerMinute }),
  });
  const progress = createSyncProgress(process.stdout);
  try {
    const report = await syncCatalogs({
      client,
      directory: environment.snapshotDir,
      clock: Date.now,
      enterpriseCustomer: environment.enterpriseCustomer,
      onProgress: progress.show,
    });
    progress.end();
    console.log(formatSyncReport(report));
    return report;
  } finally {
    progress.end();
  }
}
