import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, fetch as undiciFetch } from 'undici';
import { parseApiEnvironment, type EnvironmentVariables } from '#config';
import { createEnterpriseApiClient } from '#enterprise-api';
import { formatSyncReport, type SyncReport } from '#snapshot';
import { syncCatalogs } from '#snapshot/sync';
import { createSyncProgress } from './sync-progress.ts';

/** A host that is not there is known after so long (api-ground-truth §11.18); Node's own limit is 10 s. */
const connectTimeoutMs = 5000;

/** Node's `fetch` is undici's, but takes no dispatcher of another version; their types differ in name only. */
function createFetch(dispatcher: Agent): typeof fetch {
  return ((input: string, init: object) =>
    undiciFetch(input, { ...init, dispatcher })) as unknown as typeof fetch;
}

/** Reads the Enterprise API that the variables name into a new snapshot, telling what it does. */
export async function sync(variables: EnvironmentVariables): Promise<SyncReport> {
  const environment = parseApiEnvironment(variables);
  const dispatcher = new Agent({ connect: { timeout: connectTimeoutMs } });
  const client = createEnterpriseApiClient({
    apiUrl: environment.apiUrl,
    credentials: environment.credentials,
    fetch: createFetch(dispatcher),
    clock: {
      now: Date.now,
      sleep: (ms, signal) => sleep(ms, undefined, signal === undefined ? {} : { signal }),
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
    await dispatcher.close();
  }
}
