import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Catalog } from '#catalog';
import type { EnterpriseApiClient } from '#enterprise-api';
import { compareAttached } from './compare.ts';
import type { MissingDetails } from './fetch-missing.ts';
import type { SyncFindings } from './findings.ts';
import type { CatalogWalk } from './read-catalog.ts';
import { parseSyncReport, type ImageReport, type SyncReport } from './report.ts';
import type { WorkFile } from './work-file.ts';
import type { SnapshotWriter } from './writer.ts';

interface Made {
  client: EnterpriseApiClient;
  clock: () => number;
  work: WorkFile;
  details: MissingDetails;
  images: ImageReport | undefined;
  accepted: string[];
  /** Attached as `previous`. */
  previous: string | undefined;
}

/** The report of a sync that made a new snapshot. */
export function createReport(
  writer: SnapshotWriter,
  findings: SyncFindings,
  { client, clock, work, details, images, accepted, previous }: Made,
): SyncReport {
  const { database } = writer;
  const catalogs = reportCatalogs(writer);
  const readPages = catalogs.filter(({ state }) => state === 'read');
  return {
    outcome: 'new',
    snapshot: work.id,
    ...(previous !== undefined && {
      previous: path.basename(previous, '.sqlite'),
      changes: compareAttached(database, 'previous'),
    }),
    isResumed: work.isResumed,
    ...times(work.startedAt, clock()),
    ...costs(client),
    necessaryRequests:
      client.statistics.requestsByKind.catalogs +
      readPages.reduce((sum, { pages, resumedPages }) => sum + pages - resumedPages, 0) +
      details.programs +
      details.courses,
    stored: writer.counts(),
    catalogs: catalogs.map((catalog) => ({
      ...catalog,
      received: writer.countsOfCatalog(catalog.uuid),
      hiddenByStamps: previous === undefined ? [] : listHidden(database, catalog),
    })),
    details,
    images,
    accepted,
    ...findings.result(),
  };
}

/** The report of a sync that found nothing to read: the last snapshot's, with what this one cost. */
export function reportUnchanged(
  database: DatabaseSync,
  {
    client,
    clock,
    startedAt,
  }: { client: EnterpriseApiClient; clock: () => number; startedAt: number },
): SyncReport {
  const row = database.prepare("SELECT value FROM meta WHERE name = 'report'").get();
  const last = parseSyncReport(JSON.parse(String(row?.['value'])));
  return {
    ...last,
    outcome: 'unchanged',
    previous: last.snapshot,
    changes: { added: [], changed: [], removed: [] },
    isResumed: false,
    ...times(startedAt, clock()),
    ...costs(client),
    necessaryRequests: client.statistics.requestsByKind.catalogs,
    catalogs: last.catalogs.map((catalog) => ({
      ...catalog,
      state: 'unchanged',
      hiddenByStamps: [],
    })),
    details: { programs: 0, courses: 0, refreshed: 0, reused: last.details.reused },
    images: last.images && reportUnasked(last.images),
    accepted: [],
  };
}

function reportUnasked(last: ImageReport): ImageReport {
  const reused = last.fetched + last.confirmed + last.reused;
  return { ...last, fetched: 0, confirmed: 0, reused, requests: 0, bytes: 0 };
}

function times(startedAt: number, finishedAt: number) {
  return {
    startedAt: new Date(startedAt).toISOString(),
    finishedAt: new Date(finishedAt).toISOString(),
    seconds: (finishedAt - startedAt) / 1000,
  };
}

function costs({ statistics }: EnterpriseApiClient) {
  return {
    requests: statistics.requests,
    retries: statistics.retries,
    bytes: statistics.bytes,
    requestsByKind: { ...statistics.requestsByKind },
    waitedSeconds: statistics.pausedMs / 1000,
  };
}

type ReportedCatalog = Omit<SyncReport['catalogs'][number], 'received' | 'hiddenByStamps'>;

function reportCatalogs({ database, firstGeneration }: SnapshotWriter): ReportedCatalog[] {
  return database
    .prepare(
      'SELECT uuid, json, read_at, generation, kept_because, walk FROM catalogs ORDER BY position',
    )
    .all()
    .map((row) => {
      const { title } = JSON.parse(String(row['json'])) as Catalog;
      const walk = JSON.parse(String(row['walk'])) as CatalogWalk;
      const readAt = Number(row['read_at']);
      const keptBecause = row['kept_because'];
      const state = Number(row['generation']) >= firstGeneration ? 'read' : 'unchanged';
      return {
        uuid: String(row['uuid']),
        title,
        state: keptBecause === null ? state : 'kept',
        readAt: new Date(readAt).toISOString(),
        ...(keptBecause !== null && { keptBecause: String(keptBecause) }),
        pages: walk.pages,
        resumedPages: walk.resumedPages,
        passes: walk.passes,
        announced: walk.announced,
        notes: walk.notes,
      };
    });
}

/** What differs in a catalog that was read although its stamps had not moved. */
function listHidden(database: DatabaseSync, { uuid, state }: ReportedCatalog): string[] {
  if (state !== 'read') return [];
  const isSameStamp = database
    .prepare(
      'SELECT 1 FROM main.catalogs AS new JOIN previous.catalogs AS old USING (uuid) WHERE uuid = ? AND new.stamp = old.stamp',
    )
    .get(uuid);
  if (isSameStamp === undefined) return [];
  return database
    .prepare(
      `SELECT key FROM main.memberships AS new WHERE catalog_uuid = :uuid AND kind <> 'course-run'
         AND NOT EXISTS (SELECT 1 FROM previous.memberships AS old
           WHERE old.catalog_uuid = :uuid AND old.kind = new.kind AND old.key = new.key)
       UNION SELECT key FROM previous.memberships AS old WHERE catalog_uuid = :uuid AND kind <> 'course-run'
         AND NOT EXISTS (SELECT 1 FROM main.memberships AS new
           WHERE new.catalog_uuid = :uuid AND new.kind = old.kind AND new.key = old.key)
       UNION SELECT new.key FROM main.items AS new JOIN previous.items AS old USING (kind, key)
         JOIN main.memberships USING (kind, key) WHERE catalog_uuid = :uuid AND new.digest <> old.digest
       ORDER BY 1`,
    )
    .all({ uuid })
    .map(({ key }) => String(key));
}
