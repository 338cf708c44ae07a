import { rmSync } from 'node:fs';
import { mapCatalog, type Catalog } from '#catalog';
import type { EnterpriseApiClient } from '#enterprise-api';
import { fetchMissing } from './fetch-missing.ts';
import { createSnapshotFile, findCurrentSnapshot, publishSnapshot } from './files.ts';
import { createFindings, type SyncFindings } from './findings.ts';
import { giveSlugs } from './give-slugs.ts';
import type { SyncReport } from './report.ts';
import { storeContentItem } from './store-items.ts';
import { SyncError } from './sync-error.ts';
import { createSnapshotWriter, type SnapshotWriter } from './writer.ts';

export interface SyncOptions {
  client: EnterpriseApiClient;
  /** Where snapshots are kept. */
  directory: string;
  /** Milliseconds. */
  clock: () => number;
  /** Keeps only the catalogs of this company. */
  enterpriseCustomer?: string | undefined;
  onProgress?: (progress: SyncProgress) => void;
  signal?: AbortSignal | undefined;
}

export type SyncProgress =
  | { step: 'catalogs'; catalogs: number }
  | { step: 'content'; catalog: string; received: number; announced: number }
  | { step: 'details' }
  | { step: 'finish' };

/**
 * Reads every catalog, every page of each, and what the listings name but do not hold, into a new snapshot
 * that becomes the current one only when it is complete (design §6.1). Throws a `SyncError` or the client's
 * error otherwise; the old snapshot then stays.
 */
export async function syncCatalogs(options: SyncOptions): Promise<SyncReport> {
  const { directory, clock } = options;
  const startedAt = clock();
  const previous = findCurrentSnapshot(directory);
  const { id, file } = createSnapshotFile(directory, startedAt);
  const writer = createSnapshotWriter(file);
  try {
    const findings = createFindings();
    const catalogs = await readCatalogs(options, writer, findings);
    const details = await fetchMissing({
      ...options,
      writer,
      findings,
      onDetail: () => options.onProgress?.({ step: 'details' }),
    });
    options.onProgress?.({ step: 'finish' });
    writer.transaction(() => giveSlugs(writer.database, previous, startedAt));
    const finishedAt = clock();
    const report: SyncReport = {
      snapshot: id,
      startedAt: new Date(startedAt).toISOString(),
      finishedAt: new Date(finishedAt).toISOString(),
      seconds: (finishedAt - startedAt) / 1000,
      requests: options.client.statistics.requests,
      retries: options.client.statistics.retries,
      stored: writer.counts(),
      catalogs,
      details,
      ...findings.result(),
    };
    writer.setMeta('report', report);
    writer.close();
    publishSnapshot(directory, id);
    return report;
  } catch (error) {
    writer.abandon();
    rmSync(file, { force: true });
    throw error;
  }
}

async function readCatalogs(
  options: SyncOptions,
  writer: SnapshotWriter,
  findings: SyncFindings,
): Promise<SyncReport['catalogs']> {
  const listed = await options.client.fetchCatalogs({ signal: options.signal });
  for (const refused of listed.refused) findings.addRefused('(list of catalogs)', refused);
  const catalogs = listed.items
    .map(mapCatalog)
    .filter(
      ({ enterpriseCustomer }) =>
        options.enterpriseCustomer === undefined ||
        enterpriseCustomer === options.enterpriseCustomer,
    );
  if (catalogs.length === 0) throw new SyncError(noCatalogsMessage(options));
  options.onProgress?.({ step: 'catalogs', catalogs: catalogs.length });
  const reports: SyncReport['catalogs'] = [];
  // One after the other, so that of differing copies of an item always the same one is kept.
  for (const [position, catalog] of catalogs.entries()) {
    writer.addCatalog(catalog, position);
    reports.push(await readCatalog(catalog, options, writer, findings));
  }
  return reports;
}

async function readCatalog(
  catalog: Catalog,
  options: SyncOptions,
  writer: SnapshotWriter,
  findings: SyncFindings,
): Promise<SyncReport['catalogs'][number]> {
  const walk = options.client.walkCatalogContent(catalog.uuid, { signal: options.signal });
  let received = 0;
  let step = await walk.next();
  while (step.done !== true) {
    const { items, refused, count } = step.value;
    writer.transaction(() => {
      for (const item of items) storeContentItem(item, catalog.uuid, writer, findings);
    });
    for (const item of refused) findings.addRefused(catalog.uuid, item);
    received += items.length + refused.length;
    options.onProgress?.({ step: 'content', catalog: catalog.title, received, announced: count });
    step = await walk.next();
  }
  const summary = step.value;
  if (!summary.complete) {
    throw new SyncError(
      `The catalog "${catalog.title}" could not be read whole: ${pagesText(summary.lostPages)} failed. ` +
        'The last snapshot stays in use; run "npm run sync" again.',
    );
  }
  return {
    uuid: catalog.uuid,
    title: catalog.title,
    pages: summary.pages,
    announced: summary.announced,
    received: writer.countsOfCatalog(catalog.uuid),
    notes: summary.notes,
  };
}

function pagesText(pages: number[]): string {
  return pages.length === 1 ? `page ${pages[0]}` : `pages ${pages.join(', ')}`;
}

function noCatalogsMessage({ enterpriseCustomer }: SyncOptions): string {
  return enterpriseCustomer === undefined
    ? 'The Enterprise API lists no catalog for these credentials. Ask edX which company they belong to.'
    : `The Enterprise API lists no catalog of the company ${enterpriseCustomer}. Check ENTERPRISE_CUSTOMER_UUID.`;
}
