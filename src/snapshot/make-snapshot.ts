import { mapCatalog } from '#catalog';
import {
  EnterpriseApiHttpError,
  EnterpriseApiResponseError,
  type CatalogResource,
  type EnterpriseApiClient,
} from '#enterprise-api';
import { createReport } from './create-report.ts';
import { fetchMissing, type MissingDetails } from './fetch-missing.ts';
import { publishSnapshot } from './files.ts';
import { createFindings, findingScopes, type SyncFindings } from './findings.ts';
import { giveSlugs } from './give-slugs.ts';
import { passGate } from './pass-gate.ts';
import { isCatalogRead } from './plan-catalogs.ts';
import { readCatalog } from './read-catalog.ts';
import { keepCatalog, recordWalk } from './record-catalog.ts';
import type { SyncReport } from './report.ts';
import { SyncError } from './sync-error.ts';
import { pruneImages, syncImages } from './sync-images.ts';
import type { CompleteOptions } from './sync-options.ts';
import { closeWorkFile, dropCatalogs, removeOrphans } from './tidy.ts';
import { writeMeta, type WorkFile } from './work-file.ts';
import { createSnapshotWriter, type SnapshotWriter } from './writer.ts';

/** A catalog of the list, with what the service says of its last change. */
export interface ListedCatalog {
  resource: CatalogResource;
  uuid: string;
  stamp: string;
}

export interface Making {
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

/** Reads what is to be read into the work file and, if it is plausible, makes it the current snapshot. */
export async function makeSnapshot(making: Making, options: CompleteOptions): Promise<SyncReport> {
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
    older: comparable === undefined ? current : undefined,
    accept: options.accept ?? [],
    now: options.clock(),
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
  options: CompleteOptions,
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
    if ('walk' in result) {
      // One that did not come to rest is read again the next time.
      const stamp = result.isSettled ? catalog.stamp : '';
      recordWalk(writer, { uuid: catalog.uuid, stamp }, result.walk, clock());
    } else
      keepCatalog(
        writer,
        { uuid: catalog.uuid, title, lost: result.lost },
        {
          maxAgeMs: policy.maxAgeMs,
          now: clock(),
          isAccepted: accept.includes('catalog-failed'),
        },
      );
  }
}

function fetchDetails(
  { client, clock, signal, policy, full = false, onProgress }: CompleteOptions,
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
