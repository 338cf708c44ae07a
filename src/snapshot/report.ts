import { z } from 'zod';
import { countNoun, listNames } from './words.ts';

const counts = z.object({ courses: z.number(), programs: z.number(), runs: z.number() });

/** An item that was left out, and why. */
const refused = z.object({
  catalog: z.string().optional(),
  kind: z.string(),
  key: z.string(),
  problems: z.array(z.object({ path: z.string(), reason: z.string() })),
});

const note = z.object({ kind: z.string(), key: z.string(), path: z.string(), reason: z.string() });

const changedItem = z.object({
  kind: z.enum(['course', 'program']),
  key: z.string(),
  title: z.string(),
});

const imageEntry = z.object({ url: z.string(), reason: z.string() });

const images = z.object({
  /** Downloaded and checked. */
  fetched: z.number(),
  /** Asked for again, and still what the cache holds. */
  confirmed: z.number(),
  /** Not asked for. */
  reused: z.number(),
  requests: z.number(),
  bytes: z.number(),
  /** Pictures that pages lack, at most `maxNotes` of them; `refusedCount` counts all. */
  refused: z.array(imageEntry),
  refusedCount: z.number(),
  /** Pictures that could not be asked for again, so that an older copy stands. */
  kept: z.array(imageEntry),
});

const syncReport = z.object({
  /** `unchanged`: nothing had moved, so the last snapshot stays the current one. */
  outcome: z.enum(['new', 'unchanged']),
  snapshot: z.string(),
  /** The snapshot that it was compared with, and what differs; none after the first sync. */
  previous: z.string().optional(),
  changes: z
    .object({
      added: z.array(changedItem),
      changed: z.array(changedItem),
      removed: z.array(changedItem),
    })
    .optional(),
  /** Whether it went on with the work of one that was cut off. */
  isResumed: z.boolean(),
  /** ISO instants. */
  startedAt: z.string(),
  finishedAt: z.string(),
  seconds: z.number(),
  requests: z.number(),
  retries: z.number(),
  requestsByKind: z.record(z.string(), z.number()),
  /** The GETs that a client who makes no mistake needs for what was read. */
  necessaryRequests: z.number(),
  /** Of all bodies that came, unpacked. */
  bytes: z.number(),
  /** How long requests were held back by the pace, added up. */
  waitedSeconds: z.number(),
  /** In the snapshot, each item once. */
  stored: counts,
  catalogs: z.array(
    z.object({
      uuid: z.string(),
      title: z.string(),
      /** `read` now, `unchanged` since `readAt` by its stamps, or `kept` as it was then because it failed. */
      state: z.enum(['read', 'unchanged', 'kept']),
      readAt: z.string(),
      keptBecause: z.string().optional(),
      pages: z.number(),
      /** Of these, how many an interrupted sync had read. */
      resumedPages: z.number(),
      passes: z.number(),
      /** What the service announced as `count`. */
      announced: z.number(),
      received: counts,
      notes: z.array(z.string()),
      /** Items that changed although the service said that nothing had, of a catalog that was read all the same. */
      hiddenByStamps: z.array(z.string()),
    }),
  ),
  /** Details that were fetched because a listing names them without holding them. */
  details: z.object({
    programs: z.number(),
    courses: z.number(),
    refreshed: z.number(),
    reused: z.number(),
  }),
  /** Left out by the rules of visibility: hidden, unpublished or retired. */
  hidden: z.array(z.object({ kind: z.string(), key: z.string() })),
  refused: z.array(refused),
  /** Values that could not be read and are absent, at most `maxNotes` of them; `noteCount` counts all. */
  notes: z.array(note),
  noteCount: z.number(),
  /** None where pictures are switched off. */
  images: images.optional(),
  /** Refusals of the plausibility gate that were let through. */
  accepted: z.array(z.string()),
});

/** What a sync found, refused and took, for machines and people. */
export type SyncReport = z.infer<typeof syncReport>;
export type ImageReport = z.infer<typeof images>;
export type RefusedEntry = z.infer<typeof refused>;

export const maxNotes = 1000;

export function parseSyncReport(json: unknown): SyncReport {
  return syncReport.parse(json);
}

/** How many items of a list a report names. */
const namedItems = 10;

/** The report as a person reads it: what came of it, per catalog, what changed, what it cost, what is missing. */
export function formatSyncReport(report: SyncReport): string {
  return [
    formatOutcome(report),
    ...report.catalogs.flatMap(formatCatalog),
    ...formatChanges(report),
    ...report.accepted.map((text) => `Let through by --accept: ${text}`),
    formatCost(report),
    ...formatImages(report.images),
    ...(report.hidden.length > 0
      ? [`Not shown because the source hides them: ${report.hidden.length}.`]
      : []),
    ...(report.noteCount > 0
      ? [`Values that could not be read and were left out: ${report.noteCount}.`]
      : []),
    `Items left out: ${report.refused.length}.`,
    ...report.refused.flatMap(formatRefused),
  ].join('\n');
}

function formatOutcome({ outcome, snapshot, stored, isResumed }: SyncReport): string {
  const counted = countsText(stored);
  if (outcome === 'unchanged') return `Nothing changed. Snapshot ${snapshot} stays: ${counted}.`;
  const resumed = isResumed ? ', begun by an earlier sync that was not completed' : '';
  return `Snapshot ${snapshot}${resumed}: ${counted}.`;
}

function formatCatalog(catalog: SyncReport['catalogs'][number]): string[] {
  const { title, state, pages, passes, resumedPages, readAt, received } = catalog;
  const day = readAt.slice(0, 10);
  const how = {
    read: `${countNoun(pages, 'page')}${passes > 1 ? `, read ${passes} times` : ''}${resumedPages > 0 ? `, ${resumedPages} of them read before` : ''}`,
    unchanged: `unchanged since ${day}`,
    kept: `KEPT as it was on ${day}: ${catalog.keptBecause ?? ''}`,
  }[state];
  return [
    `  ${title}: ${countsText(received)}; ${how}.`,
    ...catalog.notes.map((text) => `    Note: ${text}`),
    ...(catalog.hiddenByStamps.length > 0
      ? [
          `    Changed although the service said that nothing had: ${listNames(catalog.hiddenByStamps, namedItems)}.`,
        ]
      : []),
  ];
}

function formatChanges({ changes, outcome }: SyncReport): string[] {
  if (changes === undefined || outcome === 'unchanged') return [];
  return (['added', 'changed', 'removed'] as const).flatMap((what) => {
    const items = changes[what];
    const word = `${what.slice(0, 1).toUpperCase()}${what.slice(1)}`;
    if (items.length === 0) return [`${word}: nothing.`];
    return [
      `${word}: ${items.length}. ${listNames(
        items.map(({ title, key }) => `${title} (${key})`),
        namedItems,
      )}.`,
    ];
  });
}

function formatCost(report: SyncReport): string {
  const { requests, retries, bytes, seconds, waitedSeconds, necessaryRequests, details } = report;
  return (
    `${countNoun(requests, 'request')} (${necessaryRequests} necessary, ${retries} retries), ${(bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(1)} s, of these ${waitedSeconds.toFixed(1)} s held back by the pace; ` +
    `details: ${details.programs} programs and ${details.courses} courses asked for, ${details.refreshed} of them for their age, ${details.reused} reused.`
  );
}

function formatImages(report: ImageReport | undefined): string[] {
  if (report === undefined) return ['Pictures are switched off; pages show covers.'];
  const { fetched, confirmed, reused, requests, bytes, refused, refusedCount, kept } = report;
  const size = `${(bytes / 1024 ** 2).toFixed(1)} MB`;
  return [
    `Pictures: ${fetched} fetched (${countNoun(requests, 'request')}, ${size}), ${confirmed} confirmed, ${reused} reused, ${refusedCount} missing.`,
    ...nameImages(refused, refusedCount),
    ...(kept.length > 0
      ? ['Pictures that could not be asked for again, so that an older copy stands:']
      : []),
    ...nameImages(kept, kept.length),
  ];
}

function nameImages(entries: ImageReport['refused'], count: number): string[] {
  const rest = count - namedItems;
  return [
    ...entries.slice(0, namedItems).map(({ url, reason }) => `  ${url}: ${reason}.`),
    ...(rest > 0 ? [`  … and ${rest} more.`] : []),
  ];
}

function formatRefused({ kind, key, problems, catalog }: RefusedEntry): string[] {
  const where = catalog === undefined ? '' : ` (catalog ${catalog})`;
  return problems
    .slice(0, 5)
    .map(({ path, reason }) => `  ${kind} ${key}${where}: ${path}: ${reason}`);
}

function countsText({ courses, programs, runs }: SyncReport['stored']): string {
  return [
    countNoun(courses, 'course'),
    countNoun(runs, 'run'),
    countNoun(programs, 'program'),
  ].join(', ');
}
