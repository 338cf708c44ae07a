import { z } from 'zod';

const counts = z.object({ courses: z.number(), programs: z.number(), runs: z.number() });

/** An item that was left out, and why. */
const refused = z.object({
  catalog: z.string().optional(),
  kind: z.string(),
  key: z.string(),
  problems: z.array(z.object({ path: z.string(), reason: z.string() })),
});

const note = z.object({ kind: z.string(), key: z.string(), path: z.string(), reason: z.string() });

const syncReport = z.object({
  snapshot: z.string(),
  /** ISO instants. */
  startedAt: z.string(),
  finishedAt: z.string(),
  seconds: z.number(),
  requests: z.number(),
  retries: z.number(),
  /** In the snapshot, each item once. */
  stored: counts,
  catalogs: z.array(
    z.object({
      uuid: z.string(),
      title: z.string(),
      pages: z.number(),
      /** What the service announced as `count`. */
      announced: z.number(),
      received: counts,
      notes: z.array(z.string()),
    }),
  ),
  /** Details that were fetched because a listing names them without holding them. */
  details: z.object({ programs: z.number(), courses: z.number() }),
  /** Left out by the rules of visibility: hidden, unpublished or retired. */
  hidden: z.array(z.object({ kind: z.string(), key: z.string() })),
  refused: z.array(refused),
  /** Values that could not be read and are absent, at most `maxNotes` of them; `noteCount` counts all. */
  notes: z.array(note),
  noteCount: z.number(),
});

/** What a sync found, refused and took, for machines and people. */
export type SyncReport = z.infer<typeof syncReport>;
export type RefusedEntry = z.infer<typeof refused>;
export type SyncNote = z.infer<typeof note>;

export const maxNotes = 1000;

export function parseSyncReport(json: unknown): SyncReport {
  return syncReport.parse(json);
}

/** The report as a person reads it: counts, per catalog and kind, then what is missing and why. */
export function formatSyncReport(report: SyncReport): string {
  const lines = [
    `Snapshot ${report.snapshot}: ${countsText(report.stored)}.`,
    ...report.catalogs.map(
      (catalog) => `  ${catalog.title}: ${countsText(catalog.received)} on ${catalog.pages} pages.`,
    ),
    ...report.catalogs.flatMap((catalog) =>
      catalog.notes.map((text) => `  Note on ${catalog.title}: ${text}`),
    ),
    `${report.requests} requests (${report.retries} retries), ${report.seconds.toFixed(1)} s; details fetched: ${report.details.programs} programs, ${report.details.courses} courses.`,
  ];
  if (report.hidden.length > 0)
    lines.push(`Not shown because the source hides them: ${report.hidden.length}.`);
  if (report.noteCount > 0)
    lines.push(`Values that could not be read and were left out: ${report.noteCount}.`);
  lines.push(`Items left out: ${report.refused.length}.`);
  for (const { kind, key, problems, catalog } of report.refused) {
    const where = catalog === undefined ? '' : ` (catalog ${catalog})`;
    lines.push(
      ...problems
        .slice(0, 5)
        .map(({ path, reason }) => `  ${kind} ${key}${where}: ${path}: ${reason}`),
    );
  }
  return lines.join('\n');
}

function countsText({ courses, programs, runs }: SyncReport['stored']): string {
  return `${courses} courses, ${runs} runs, ${programs} programs`;
}
