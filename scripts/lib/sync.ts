import { parseApiEnvironment, type EnvironmentVariables } from '#config';
import { formatSyncReport, type SyncReport } from '#snapshot';
import { syncCatalogs } from '#snapshot/sync';
import { createClient } from './create-client.ts';
import { createSyncProgress } from './sync-progress.ts';

/** Reads the Enterprise API that the variables name into a new snapshot, telling what it does. */
export async function sync(variables: EnvironmentVariables): Promise<SyncReport> {
  const environment = parseApiEnvironment(variables);
  const { client, close } = createClient(environment);
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
    await close();
  }
}
