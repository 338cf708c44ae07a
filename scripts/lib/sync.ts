import { dayMs } from '#catalog';
import { ConfigurationError, parseApiEnvironment, type EnvironmentVariables } from '#config';
import { isLoopbackUrl } from '#images';
import {
  findCurrentSnapshot,
  formatSyncReport,
  openCurrentSnapshot,
  readAttempt,
  type SyncReport,
} from '#snapshot';
import {
  formatPreview,
  previewSync,
  recordFailure,
  recordSuccess,
  syncCatalogs,
  SyncBusyError,
  SyncRefusedError,
  type GateRule,
  type SyncOptions,
} from '#snapshot/sync';
import { createClient } from './create-client.ts';
import { createSyncProgress } from './sync-progress.ts';

export interface SyncChoices {
  full?: boolean;
  accept?: readonly GateRule[];
}

/** What the client's pace is where the environment does not say: it is lifted on this machine's own addresses. */
const usualRate = 30;

/**
 * Brings the snapshot up to date with the Enterprise API that the variables name, telling what it does. How it
 * ended is written beside the snapshots.
 */
export async function sync(
  variables: EnvironmentVariables,
  { full = false, accept = [] }: SyncChoices = {},
): Promise<SyncReport> {
  const environment = parseApiEnvironment(variables);
  const { snapshotDir } = environment;
  const { client, close } = createClient(environment);
  const progress = createSyncProgress(process.stdout);
  try {
    const report = await syncCatalogs({
      ...optionsOf(environment),
      client,
      full,
      accept,
      onProgress: progress.show,
    });
    progress.end();
    recordSuccess(snapshotDir, report);
    console.log(formatSyncReport(report));
    return report;
  } catch (error) {
    // Another sync is at it, and says itself how it ended.
    if (error instanceof SyncBusyError) throw error;
    recordFailure(snapshotDir, {
      at: new Date().toISOString(),
      outcome: error instanceof SyncRefusedError ? 'refused' : 'failed',
      message: error instanceof Error ? error.message : String(error),
    });
    throw error;
  } finally {
    progress.end();
    await close();
  }
}

/** Says what a sync would ask for, and how long that takes. */
export async function preview(
  variables: EnvironmentVariables,
  { full = false }: SyncChoices,
): Promise<void> {
  const environment = parseApiEnvironment(variables);
  const { client, close } = createClient(environment);
  try {
    const result = await previewSync({ ...optionsOf(environment), client, full });
    console.log(
      formatPreview(
        result,
        environment.requestsPerMinute ?? (isLoopbackUrl(environment.apiUrl) ? 'off' : usualRate),
      ),
    );
  } finally {
    await close();
  }
}

/**
 * The same, but where the service is not to be had, the last good snapshot stands in (design §6.5), and how old
 * it is is said.
 * @throws what is not the service's fault, and a `SyncRefusedError` past SNAPSHOT_MAX_AGE
 */
export async function syncOrKeepLast(variables: EnvironmentVariables): Promise<void> {
  try {
    await sync(variables);
  } catch (error) {
    const isOurs =
      error instanceof ConfigurationError ||
      error instanceof SyncRefusedError ||
      error instanceof SyncBusyError;
    if (isOurs) throw error;
    const { snapshotDir, maxAgeMs } = parseApiEnvironment(variables);
    if (findCurrentSnapshot(snapshotDir) === undefined) throw error;
    const goodAt = Date.parse(readGoodAt(snapshotDir));
    const ageMs = Date.now() - goodAt;
    const days = Math.floor(ageMs / dayMs);
    const age = `The last good snapshot is of ${new Date(goodAt).toISOString()}, ${days === 1 ? 'a day' : `${days} days`} old`;
    // A clock that was wrong then says nothing of the age.
    if (ageMs < 0 || ageMs > maxAgeMs) {
      throw new SyncRefusedError(
        'snapshot-too-old',
        `${age}: more than SNAPSHOT_MAX_AGE allows. Nothing is rendered.`,
        { cause: error },
      );
    }
    console.warn(`The sync failed. ${error instanceof Error ? error.message : String(error)}`);
    console.warn(`${age}. The site is rendered from it.`);
  }
}

/** When the snapshot in use was last known to be what the API says. */
function readGoodAt(snapshotDir: string): string {
  const { goodAt } = readAttempt(snapshotDir) ?? {};
  if (goodAt !== undefined) return goodAt;
  const snapshot = openCurrentSnapshot(snapshotDir);
  const { finishedAt } = snapshot.report();
  snapshot.close();
  return finishedAt;
}

function optionsOf({
  apiUrl,
  enterpriseCustomer,
  snapshotDir,
  fullEveryMs,
  maxAgeMs,
  limits,
  hasImages,
  imageCacheDir,
}: ReturnType<typeof parseApiEnvironment>): Omit<SyncOptions, 'client'> {
  return {
    directory: snapshotDir,
    clock: Date.now,
    source: apiUrl,
    enterpriseCustomer,
    policy: { fullEveryMs, maxAgeMs, limits },
    images: hasImages
      ? { cacheDirectory: imageCacheDir, isLoopbackAllowed: isLoopbackUrl(apiUrl) }
      : undefined,
  };
}
