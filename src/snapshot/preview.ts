import { DatabaseSync } from 'node:sqlite';
import { findLastSnapshot } from './last-snapshot.ts';
import { catalogStamp, isCatalogRead } from './plan-catalogs.ts';
import { countOldDetails } from './plan-details.ts';
import type { CatalogWalk } from './read-catalog.ts';
import { defaultPolicy, type SyncOptions } from './sync-options.ts';

export interface SyncPreview {
  /** Requests of the list of catalogs, which this preview has made. */
  listRequests: number;
  catalogs: {
    title: string;
    isRead: boolean;
    /** Pages that it had when it was last read; undefined where it never was. */
    pages: number | undefined;
  }[];
  /** Details that are due for their age. What the pages newly name comes on top. */
  details: number;
}

/** What a sync would ask for now: reads the list of catalogs and changes nothing. */
export async function previewSync(options: SyncOptions): Promise<SyncPreview> {
  const { client, clock, enterpriseCustomer, full = false } = options;
  const policy = { ...defaultPolicy, ...options.policy };
  const { items } = await client.fetchCatalogs({ signal: options.signal });
  const listRequests = client.statistics.requestsByKind.catalogs;
  const now = clock();
  const { previous: file } = findLastSnapshot(options);
  const database = new DatabaseSync(file ?? ':memory:', { readOnly: file !== undefined });
  try {
    const catalogs = items
      .filter(
        (item) =>
          enterpriseCustomer === undefined || item.enterprise_customer === enterpriseCustomer,
      )
      .map((item) => {
        const title = item.title ?? item.uuid;
        if (file === undefined) return { title, isRead: true, pages: undefined };
        const age = { full, policy, now, firstGeneration: Infinity };
        const isRead = !isCatalogRead(database, item.uuid, catalogStamp(item), age);
        return { title, isRead, pages: pagesOf(database, item.uuid) };
      });
    // From a clock that is past everything, all of them are old.
    const fullEveryMs = full ? 0 : policy.fullEveryMs;
    const details = file === undefined ? 0 : countOldDetails(database, now, fullEveryMs);
    return { listRequests, catalogs, details };
  } finally {
    database.close();
  }
}

/** The preview for people, with how long the requests take at a pace. */
export function formatPreview(
  { listRequests, catalogs, details }: SyncPreview,
  requestsPerMinute: number | 'off',
): string {
  const read = catalogs.filter(({ isRead }) => isRead);
  const known = read.reduce((sum, { pages }) => sum + (pages ?? 0), 0);
  const unknown = read.filter(({ pages }) => pages === undefined).length;
  return [
    `The list of catalogs: ${listRequests} request${listRequests === 1 ? '' : 's'}.`,
    ...catalogs.map(({ title, isRead, pages }) =>
      isRead
        ? `  ${title}: would be read, ${pages === undefined ? 'for the first time' : `about ${pages} requests`}.`
        : `  ${title}: unchanged, would not be read.`,
    ),
    `Details that are due for their age: ${details}. Those that are newly named come on top.`,
    `About ${known + details} requests${unknown > 0 ? ` and those of ${unknown} catalogs that were never read` : ''}; at the present pace ${describeDuration(known, details, requestsPerMinute)}.`,
    'Nothing was changed.',
  ].join('\n');
}

function pagesOf(database: DatabaseSync, uuid: string): number | undefined {
  const walk = database.prepare('SELECT walk FROM catalogs WHERE uuid = ?').get(uuid)?.['walk'];
  return typeof walk === 'string' ? (JSON.parse(walk) as CatalogWalk).pages : undefined;
}

/** Content pages are held to ten times the minute's number an hour, details to twice the minute's (§11.8). */
function describeDuration(
  pages: number,
  details: number,
  requestsPerMinute: number | 'off',
): string {
  if (requestsPerMinute === 'off') return 'without a pause';
  const anHour = requestsPerMinute * 10;
  const hours = Math.max(0, Math.ceil(pages / anHour) - 1);
  const minutes =
    hours * 60 +
    Math.floor((pages - hours * anHour) / requestsPerMinute) +
    Math.floor(details / (requestsPerMinute * 2));
  return minutes === 0 ? 'less than a minute' : `about ${minutes} minutes`;
}
