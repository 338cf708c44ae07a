import type { DatabaseSync } from 'node:sqlite';
import type { EnterpriseApiClient, WalkStart, WalkSummary } from '#enterprise-api';
import type { SyncFindings } from './findings.ts';
import { storeContentItem } from './store-items.ts';
import type { SnapshotWriter } from './writer.ts';

/** How the last walk through a catalog went. */
export interface CatalogWalk {
  /** Of the last pass. */
  pages: number;
  announced: number;
  /** Entries of the last pass, refused ones included. */
  received: number;
  refused: number;
  passes: number;
  /** Pages that an earlier, interrupted sync had read. */
  resumedPages: number;
  notes: string[];
}

export interface CatalogReading {
  client: EnterpriseApiClient;
  writer: SnapshotWriter;
  findings: SyncFindings;
  clock: () => number;
  /** How long pages of an interrupted walk count as fresh. */
  pagesFreshMs: number;
  onPage: (received: number, announced: number) => void;
  signal?: AbortSignal | undefined;
}

/** So many items fewer are what a day brings: courses without an active run are left out (§0.7). */
const fewItems = 5;
const fewShare = 0.05;

/** A list that moves is read again, but not for ever. */
const maxPasses = 3;

/**
 * Reads every page of a catalog into the work file. Where the list moved while it was read, or holds an item
 * twice and so may lack another, it is read again until two readings agree or one is sound; after three, all
 * that was seen stays and a note says so. What the catalog no longer lists leaves it, unless the list ends
 * before what it announces.
 * @returns how the walk went, or the reasons where a page was lost: nothing has left the catalog then
 */
export async function readCatalog(
  catalog: { uuid: string; stamp: string },
  reading: CatalogReading,
): Promise<{ walk: CatalogWalk; isSettled: boolean } | { lost: string[] }> {
  const { writer } = reading;
  const marks = prepare(writer.database);
  for (let pass = 1; ; pass += 1) {
    const start = pass === 1 ? findStart(catalog, reading) : undefined;
    if (start === undefined) beginPass(catalog.uuid, pass, reading);
    const { summary, refused } = await walkOnce(catalog, pass, start, reading);
    if (!summary.complete) return { lost: summary.notes };
    const twice = Number(marks.countTwice.get(catalog.uuid, pass)?.['count']);
    const missed = Number(marks.countMissed.get(catalog.uuid, pass)?.['count']);
    const hasShrunk = shrank(writer.database, catalog.uuid, summary);
    const isSound = !summary.suspect && twice === 0;
    // Twice the same, so it is how the list is.
    const isSame = pass > 1 && missed === 0 && !summary.suspect;
    const isRest = (isSound && !hasShrunk) || isSame;
    if (!isRest && pass < maxPasses) continue;
    const isSettled = isRest && !hasShrunk;
    const notes = [...summary.notes, ...describePasses({ pass, twice, missed, isRest, hasShrunk })];
    writer.transaction(() => {
      if (isSound) marks.forgetEarlier.run(catalog.uuid, pass);
      // A list that ends before what it announces, or far before where it ended last, may hold more than it shows.
      if (!summary.suspect && !hasShrunk) leaveOutUnseen(writer.database, catalog.uuid);
      endWalk(writer.database, catalog.uuid);
    });
    const { pages, announced, received } = summary;
    const resumedPages = (start?.page ?? 1) - 1;
    const walk = { pages, announced, received, refused, passes: pass, resumedPages, notes };
    return { walk, isSettled };
  }
}

/** Whether a list is much shorter than the last time, though it announces no less: worth a second look. */
function shrank(database: DatabaseSync, uuid: string, summary: WalkSummary): boolean {
  const row = database.prepare('SELECT walk FROM catalogs WHERE uuid = ?').get(uuid);
  if (typeof row?.['walk'] !== 'string') return false;
  const last = JSON.parse(row['walk']) as CatalogWalk;
  const gone = last.received - summary.received;
  return summary.announced >= last.announced && gone > Math.max(fewItems, last.received * fewShare);
}

function describePasses({
  pass,
  twice,
  missed,
  isRest,
  hasShrunk,
}: {
  pass: number;
  twice: number;
  missed: number;
  isRest: boolean;
  hasShrunk: boolean;
}): string[] {
  const shrunk = hasShrunk
    ? ['Far shorter than the last time: nothing leaves it until it is so again.']
    : [];
  if (isRest && pass === 1) return shrunk;
  if (isRest) {
    return [`Read ${pass} times, because it moved, shrank or listed items twice.`, ...shrunk];
  }
  return [
    `Read ${pass} times and still not settled: ${twice} items came twice, ${missed} were not listed the last time. All that was seen is kept.`,
    ...shrunk,
  ];
}

function beginPass(catalogUuid: string, pass: number, { writer, findings }: CatalogReading): void {
  writer.transaction(() => {
    writer.database.prepare('DELETE FROM walk_pages WHERE catalog_uuid = ?').run(catalogUuid);
    if (pass === 1) {
      writer.database.prepare('DELETE FROM walk_seen WHERE catalog_uuid = ?').run(catalogUuid);
    }
    findings.restart(catalogUuid);
  });
}

async function walkOnce(
  { uuid, stamp }: { uuid: string; stamp: string },
  pass: number,
  start: (WalkStart & { refused: number }) | undefined,
  { client, writer, findings, clock, onPage, signal }: CatalogReading,
): Promise<{ summary: WalkSummary; refused: number }> {
  let received = start?.received ?? 0;
  let refusedCount = start?.refused ?? 0;
  const putPage = writer.database.prepare(
    'INSERT OR REPLACE INTO walk_pages VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  findings.enter(uuid);
  try {
    const walk = client.walkCatalogContent(uuid, { signal, start });
    let step = await walk.next();
    for (; step.done !== true; step = await walk.next()) {
      const { page, items, refused, count, hasNext } = step.value;
      received += items.length + refused.length;
      refusedCount += refused.length;
      writer.enterPage(uuid, pass, page);
      writer.transaction(() => {
        for (const item of items) storeContentItem(item, uuid, writer, findings);
        for (const item of refused) findings.addRefused(item);
        putPage.run(uuid, page, stamp, count, received, refusedCount, Number(hasNext), clock());
      });
      onPage(received, count);
    }
    return { summary: step.value, refused: refusedCount };
  } finally {
    writer.leaveWalk();
  }
}

/** Where to go on: after the pages that an interrupted sync read without a gap, while they are fresh. */
function findStart(
  { uuid, stamp }: { uuid: string; stamp: string },
  { writer, clock, pagesFreshMs }: CatalogReading,
): (WalkStart & { refused: number }) | undefined {
  const { database } = writer;
  const stored = database
    .prepare('SELECT * FROM walk_pages WHERE catalog_uuid = ? ORDER BY page')
    .all(uuid);
  const gap = stored.findIndex((row, index) => row['page'] !== index + 1);
  const pages = gap === -1 ? stored : stored.slice(0, gap);
  const last = pages.at(-1);
  const isSecondPass = database
    .prepare('SELECT 1 FROM walk_seen WHERE catalog_uuid = ? AND pass > 1 LIMIT 1')
    .get(uuid);
  const now = clock();
  const isUsable = pages.every((page) => {
    const age = now - Number(page['read_at']);
    const isFresh = age >= 0 && age < pagesFreshMs;
    // A list that had begun to move is read from its beginning.
    const isStill = page['announced'] === last?.['announced'];
    return page['stamp'] === stamp && isFresh && isStill;
  });
  // One that was read to its end is read again: what made its end suspect is not remembered.
  const isOver = last?.['has_next'] === 0;
  if (last === undefined || isOver || !isUsable || isSecondPass !== undefined) return undefined;
  database
    .prepare('DELETE FROM walk_seen WHERE catalog_uuid = ? AND page > ?')
    .run(uuid, pages.length);
  return {
    page: pages.length + 1,
    announced: Number(last['announced']),
    received: Number(last['received']),
    refused: Number(last['refused']),
    largestPage: Math.max(
      ...pages.map(
        (page, index) => Number(page['received']) - Number(pages[index - 1]?.['received'] ?? 0),
      ),
    ),
  };
}

function prepare(database: DatabaseSync) {
  return {
    // A run may well come within its course and alone.
    countTwice: database.prepare(
      `SELECT count(*) AS count FROM walk_seen
       WHERE catalog_uuid = ? AND pass = ? AND times > 1 AND kind <> 'course-run'`,
    ),
    countMissed: database.prepare(
      'SELECT count(*) AS count FROM walk_seen WHERE catalog_uuid = ? AND pass < ?',
    ),
    forgetEarlier: database.prepare('DELETE FROM walk_seen WHERE catalog_uuid = ? AND pass < ?'),
  };
}

/** What the walk has not met is no longer the catalog's; what is only named by something in it never was. */
function leaveOutUnseen(database: DatabaseSync, catalogUuid: string): void {
  database
    .prepare(
      `DELETE FROM memberships WHERE catalog_uuid = ? AND is_listed = 1
         AND NOT EXISTS (SELECT 1 FROM walk_seen AS seen WHERE seen.catalog_uuid = memberships.catalog_uuid
           AND seen.kind = memberships.kind AND seen.key = memberships.key)`,
    )
    .run(catalogUuid);
  database
    .prepare(
      `DELETE FROM loose_runs WHERE catalog_uuid = ? AND NOT EXISTS (SELECT 1 FROM walk_seen AS seen
         WHERE seen.catalog_uuid = loose_runs.catalog_uuid AND seen.kind = 'course-run'
           AND seen.key = loose_runs.key)`,
    )
    .run(catalogUuid);
}

function endWalk(database: DatabaseSync, catalogUuid: string): void {
  database.prepare('DELETE FROM walk_pages WHERE catalog_uuid = ?').run(catalogUuid);
  database.prepare('DELETE FROM walk_seen WHERE catalog_uuid = ?').run(catalogUuid);
}
