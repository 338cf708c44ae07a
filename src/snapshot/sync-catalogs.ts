import { DatabaseSync } from 'node:sqlite';
import { mapCatalog } from '#catalog';
import { reportUnchanged } from './create-report.ts';
import { explainFullDisk, isDiskFull } from './disk-full.ts';
import { findLastSnapshot, sourceOf } from './last-snapshot.ts';
import { lockDirectory } from './lock.ts';
import { makeSnapshot, type ListedCatalog } from './make-snapshot.ts';
import { catalogStamp, isCatalogRead } from './plan-catalogs.ts';
import { countOldDetails } from './plan-details.ts';
import type { SyncReport } from './report.ts';
import { SyncError } from './sync-error.ts';
import { hasDueImages } from './sync-images.ts';
import { defaultPolicy, type CompleteOptions, type SyncOptions } from './sync-options.ts';
import { findResumable, leaveWork, openWorkFile, type WorkRequest } from './work-file.ts';

/**
 * Brings the snapshot up to date: reads the list of catalogs, every catalog whose stamps moved, and what the
 * listings newly name, into a copy of the last snapshot that becomes the current one only when it is whole and
 * plausible (design §6). Where nothing moved, the list is all that is asked for.
 * @throws a `SyncError` or the client's error; the last snapshot then stays the current one
 */
export async function syncCatalogs(options: SyncOptions): Promise<SyncReport> {
  const unlock = lockDirectory(options.directory);
  try {
    return await syncLocked({ ...options, policy: { ...defaultPolicy, ...options.policy } });
  } catch (error) {
    throw explainFullDisk(error, options.directory);
  } finally {
    unlock();
  }
}

async function syncLocked(options: CompleteOptions): Promise<SyncReport> {
  const startedAt = options.clock();
  const { catalogs, refused } = await listCatalogs(options);
  const { current, comparable, previous } = findLastSnapshot(options);
  const request: WorkRequest = {
    directory: options.directory,
    now: startedAt,
    purpose: purposeOf(options),
    resumeWithinMs: options.policy.fullEveryMs,
    accept: options.accept ?? [],
    acceptWithinMs: options.policy.pagesFreshMs,
    previous,
  };
  const resumed = findResumable(request);
  if (previous !== undefined && resumed === undefined) {
    const unchanged = findUnchanged(previous, catalogs, options, startedAt);
    if (unchanged !== undefined) return unchanged;
  }
  const work = openWorkFile(request, resumed);
  try {
    return await makeSnapshot(
      { work, catalogs, refused, current, comparable, isNew: previous === undefined, startedAt },
      options,
    );
  } catch (error) {
    leaveWork(work, isDiskFull(error));
    throw error;
  }
}

async function listCatalogs({ client, enterpriseCustomer, signal, onProgress }: CompleteOptions) {
  const listed = await client.fetchCatalogs({ signal });
  const catalogs = listed.items
    .map((resource) => ({ resource, uuid: resource.uuid, stamp: catalogStamp(resource) }))
    .filter(
      ({ resource }) =>
        enterpriseCustomer === undefined || resource.enterprise_customer === enterpriseCustomer,
    );
  if (catalogs.length === 0) throw new SyncError(noCatalogsMessage(enterpriseCustomer));
  onProgress?.({ step: 'catalogs', catalogs: catalogs.length });
  return { catalogs, refused: listed.refused };
}

/** The report of a sync that has nothing to read, or undefined where there is something. */
function findUnchanged(
  previous: string,
  catalogs: readonly ListedCatalog[],
  options: CompleteOptions,
  now: number,
): SyncReport | undefined {
  if (options.full === true) return undefined;
  const database = new DatabaseSync(previous, { readOnly: true });
  try {
    const rows = database.prepare('SELECT uuid, json FROM catalogs ORDER BY position').all();
    const isSame =
      rows.length === catalogs.length &&
      catalogs.every(
        ({ resource, uuid, stamp }, position) =>
          rows[position]?.['uuid'] === uuid &&
          rows[position]['json'] === JSON.stringify(mapCatalog(resource)) &&
          isCatalogRead(database, uuid, stamp, { ...options, now, firstGeneration: Infinity }),
      ) &&
      countOldDetails(database, now, options.policy.fullEveryMs) === 0 &&
      !hasDueImages(database, options.images, now);
    return isSame ? reportUnchanged(database, { ...options, startedAt: now }) : undefined;
  } finally {
    database.close();
  }
}

/** What is read and how: work that was begun for another purpose is not gone on with. */
function purposeOf(options: CompleteOptions): string {
  return `${sourceOf(options)} ${options.full === true ? 'full' : 'changes'}`;
}

function noCatalogsMessage(enterpriseCustomer: string | undefined): string {
  return enterpriseCustomer === undefined
    ? 'The Enterprise API lists no catalog for these credentials. Ask edX which company they belong to.'
    : `The Enterprise API lists no catalog of the company ${enterpriseCustomer}. Check ENTERPRISE_CUSTOMER_UUID.`;
}
