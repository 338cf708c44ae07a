import { DatabaseSync } from 'node:sqlite';
import { mapCatalog } from '#catalog';
import {
  EnterpriseApiHttpError,
  EnterpriseApiResponseError,
  type CatalogResource,
  type EnterpriseApiClient,
} from '#enterprise-api';
import { fetchMissing, type MissingDetails } from './fetch-missing.ts';
import { findCurrentSnapshot, publishSnapshot } from './files.ts';
import { createFindings, findingScopes, type SyncFindings } from './findings.ts';
import type { GateLimits } from './gate.ts';
import { giveSlugs } from './give-slugs.ts';
import { lockDirectory } from './lock.ts';
import { passGate } from './pass-gate.ts';
import { countOldDetails } from './plan-details.ts';
import { catalogStamp, isCatalogRead } from './plan-catalogs.ts';
import { readCatalog } from './read-catalog.ts';
import { keepCatalog, recordWalk } from './record-catalog.ts';
import { createReport, reportUnchanged } from './create-report.ts';
import type { SyncReport } from './report.ts';
import { schemaVersion } from './schema.ts';
import { SyncError, type GateRule } from './sync-error.ts';
import { hasDueImages, pruneImages, syncImages, type ImageOptions } from './sync-images.ts';
import { closeWorkFile, dropCatalogs, removeOrphans } from './tidy.ts';
import {
  hasResumableWork,
  leaveWork,
  openWorkFile,
  readMeta,
  writeMeta,
  type WorkFile,
  type WorkRequest,
} from './work-file.ts';
import { createSnapshotWriter, type SnapshotWriter } from './writer.ts';

export interface SyncOptions {
  client: EnterpriseApiClient;
  /** Where snapshots are kept. */
  directory: string;
  /** Milliseconds. */
  clock: () => number;
  /** Names the API that is read: copies of another one are not built upon. */
  source?: string;
  /** Keeps only the catalogs of this company. */
  enterpriseCustomer?: string | undefined;
  policy?: Partial<SyncPolicy>;
  /** Reads everything, whatever the stamps say. */
  full?: boolean;
  /** Rules of the plausibility gate that are let through this once. */
  accept?: readonly GateRule[];
  /** Where pictures are kept and how they are fetched; undefined where none are wanted. */
  images?: ImageOptions | undefined;
  onProgress?: (progress: SyncProgress) => void;
  signal?: AbortSignal | undefined;
}

export interface SyncPolicy {
  /** A catalog or detail that was read so long ago is read again, whatever its stamps say; 7 days. */
  fullEveryMs: number;
  /** How long the last copy of a catalog stands in where it can't be read; 14 days. */
  maxAgeMs: number;
  /** How long the pages of a sync that was cut off count as fresh; 6 hours. */
  pagesFreshMs: number;
  limits: GateLimits;
}

export type SyncProgress =
  | { step: 'catalogs'; catalogs: number }
  | { step: 'content'; catalog: string; received: number; announced: number }
  | { step: 'details' }
  | { step: 'images'; done: number; total: number }
  | { step: 'finish' };

const hourMs = 3_600_000;

export const defaultPolicy: SyncPolicy = {
  fullEveryMs: 7 * 24 * hourMs,
  maxAgeMs: 14 * 24 * hourMs,
  pagesFreshMs: 6 * hourMs,
  limits: { courses: 0.2, runs: 0.2, programs: 0.2, enrollmentLinks: 0.2, refused: 0.02 },
};

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

type Options = SyncOptions & { policy: SyncPolicy };

interface ListedCatalog {
  resource: CatalogResource;
  uuid: string;
  stamp: string;
}

async function syncLocked(options: Options): Promise<SyncReport> {
  const startedAt = options.clock();
  const { catalogs, refused } = await listCatalogs(options);
  const current = findCurrentSnapshot(options.directory);
  const state = current === undefined ? undefined : readState(current);
  const comparable = state?.schemaVersion === schemaVersion ? current : undefined;
  const isOurs = state?.purpose.startsWith(sourceOf(options)) === true;
  const previous = isOurs ? comparable : undefined;
  const request: WorkRequest = {
    directory: options.directory,
    now: startedAt,
    purpose: purposeOf(options),
    resumeWithinMs: options.policy.fullEveryMs,
    previous,
  };
  if (previous !== undefined && !hasResumableWork(request)) {
    const unchanged = findUnchanged(previous, catalogs, options, startedAt);
    if (unchanged !== undefined) return unchanged;
  }
  const work = openWorkFile(request);
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

async function listCatalogs({ client, enterpriseCustomer, signal, onProgress }: Options) {
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
  options: Options,
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

interface Making {
  work: WorkFile;
  catalogs: readonly ListedCatalog[];
  refused: Awaited<ReturnType<EnterpriseApiClient['fetchCatalogs']>>['refused'];
  /** The snapshot in use, of whatever version. */
  current: string | undefined;
  /** The same, where it has this version's tables. */
  comparable: string | undefined;
  /** Whether the work did not begin with a copy of it. */
  isNew: boolean;
  startedAt: number;
}

async function makeSnapshot(making: Making, options: Options): Promise<SyncReport> {
  const { work, current, comparable, isNew, startedAt } = making;
  const { database } = work;
  const writer = createSnapshotWriter(work);
  const findings = createFindings(database);
  if (comparable !== undefined) database.prepare('ATTACH ? AS previous').run(comparable);
  writer.transaction(() => {
    findings.restart(findingScopes.list);
    for (const entry of making.refused) findings.addRefused(entry);
  });
  await readCatalogs(making, options, writer, findings);
  const details = await fetchDetails(options, writer, findings);
  options.onProgress?.({ step: 'finish' });
  writer.transaction(() => {
    removeOrphans(database, startedAt);
    giveSlugs(database, isNew ? current : undefined, startedAt);
  });
  const accepted = passGate(database, {
    limits: options.policy.limits,
    hasPrevious: comparable !== undefined,
    accept: options.accept ?? [],
  });
  const images = await syncImages(database, {
    ...options,
    generation: work.generation,
    onProgress: (done, total) => options.onProgress?.({ step: 'images', done, total }),
  });
  const report = createReport(writer, findings, {
    ...options,
    work,
    details,
    images,
    accepted,
    previous: comparable,
  });
  writeMeta(database, 'report', report);
  if (comparable !== undefined) database.exec('DETACH previous');
  closeWorkFile(database);
  publishSnapshot(options.directory, work.id);
  if (options.images !== undefined) await pruneImages(options.directory, options.images, startedAt);
  return report;
}

/** One after the other, so that of differing copies of an item always the same one is kept. */
async function readCatalogs(
  { work, catalogs, startedAt }: Making,
  options: Options,
  writer: SnapshotWriter,
  findings: SyncFindings,
): Promise<void> {
  const { database } = work;
  const { client, clock, signal, policy, full = false, accept = [], onProgress } = options;
  writer.transaction(() => {
    dropCatalogs(
      database,
      catalogs.map(({ uuid }) => uuid),
    );
    for (const [position, { resource }] of catalogs.entries()) {
      writer.putCatalog(mapCatalog(resource), position);
    }
  });
  const age = { full, policy, now: startedAt, firstGeneration: work.firstGeneration };
  const failures: string[] = [];
  for (const catalog of catalogs) {
    if (isCatalogRead(database, catalog.uuid, catalog.stamp, age)) continue;
    const { title } = mapCatalog(catalog.resource);
    const result = await orFailure(
      readCatalog(catalog, {
        client,
        writer,
        findings,
        clock,
        pagesFreshMs: policy.pagesFreshMs,
        onPage: (received, announced) => {
          onProgress?.({ step: 'content', catalog: title, received, announced });
        },
        signal,
      }),
      signal,
    );
    if ('lost' in result) failures.push(result.lost.join(' '));
    if (failures.length > 0 && failures.length === catalogs.length) {
      throw new SyncError(`No catalog could be read. ${failures[0] ?? ''}`);
    }
    if ('walk' in result) recordWalk(writer, catalog, result.walk, clock());
    else
      keepCatalog(
        writer,
        { uuid: catalog.uuid, title, lost: result.lost },
        { maxAgeMs: accept.includes('catalog-failed') ? Infinity : policy.maxAgeMs, now: clock() },
      );
  }
}

function fetchDetails(
  { client, clock, signal, policy, full = false, onProgress }: Options,
  writer: SnapshotWriter,
  findings: SyncFindings,
): Promise<MissingDetails> {
  return fetchMissing({
    client,
    writer,
    findings,
    clock,
    fullEveryMs: policy.fullEveryMs,
    isFull: full,
    signal,
    onDetail: () => onProgress?.({ step: 'details' }),
  });
}

/** What a snapshot says of itself; one that cannot be read says nothing. */
function readState(file: string): { schemaVersion: unknown; purpose: string } | undefined {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return {
      schemaVersion: readMeta(database, 'schemaVersion'),
      purpose: String(readMeta(database, 'purpose')),
    };
  } catch {
    return undefined;
  } finally {
    database.close();
  }
}

function sourceOf({ source = '', enterpriseCustomer = '' }: Options): string {
  return `${source} ${enterpriseCustomer}`;
}

/** What is read and how: work that was begun for another purpose is not gone on with. */
function purposeOf(options: Options): string {
  return `${sourceOf(options)} ${options.full === true ? 'full' : 'changes'}`;
}

function isDiskFull(error: unknown): boolean {
  return (
    error instanceof Error &&
    (/database or disk is full/.test(error.message) ||
      ('code' in error && (error.code === 'ENOSPC' || error.code === 'EFBIG')))
  );
}

function explainFullDisk(error: unknown, directory: string): unknown {
  if (!isDiskFull(error)) return error;
  return new SyncError(
    `The disk that holds ${directory} is full. The last snapshot stays in use; make room and run "npm run sync" again.`,
    { cause: error },
  );
}

function noCatalogsMessage(enterpriseCustomer: string | undefined): string {
  return enterpriseCustomer === undefined
    ? 'The Enterprise API lists no catalog for these credentials. Ask edX which company they belong to.'
    : `The Enterprise API lists no catalog of the company ${enterpriseCustomer}. Check ENTERPRISE_CUSTOMER_UUID.`;
}

/** A failure of one catalog is its reason; one of the whole API ends the sync. */
async function orFailure<Result>(
  reading: Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result | { lost: string[] }> {
  try {
    return await reading;
  } catch (error) {
    signal?.throwIfAborted();
    const isCatalogs =
      error instanceof EnterpriseApiHttpError || error instanceof EnterpriseApiResponseError;
    if (!isCatalogs) throw error;
    return { lost: [error.message] };
  }
}
