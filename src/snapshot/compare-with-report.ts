import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { GateFinding, GateLimits } from './gate.ts';
import type { GateRule } from './sync-error.ts';
import { readMeta } from './work-file.ts';

/** What reports of every version say. */
const olderReport = z.object({
  stored: z.object({ courses: z.number(), programs: z.number(), runs: z.number() }),
  catalogs: z.array(z.object({ uuid: z.string(), title: z.string() })),
});

/**
 * What is implausible beside a snapshot whose tables another version of ours wrote: catalogs that have vanished,
 * and far fewer courses, runs or programs than its report counts.
 */
export function compareWithReport(
  database: DatabaseSync,
  limits: GateLimits,
  file: string,
): GateFinding[] {
  const older = new DatabaseSync(file, { readOnly: true });
  const report = olderReport.safeParse(readMeta(older, 'report'));
  older.close();
  if (!report.success) return [];
  const count = (query: string): number =>
    Number(database.prepare(`SELECT count(*) AS count FROM ${query}`).get()?.['count']);
  const { stored, catalogs } = report.data;
  const present = new Set(
    database
      .prepare('SELECT uuid FROM main.catalogs')
      .all()
      .map(({ uuid }) => uuid),
  );
  const gone = catalogs.filter(({ uuid }) => !present.has(uuid)).map(({ title }) => title);
  const dropped: [GateRule, string, number, number, number][] = [
    [
      'courses-dropped',
      'courses',
      stored.courses,
      count("main.items WHERE kind = 'course'"),
      limits.courses,
    ],
    ['runs-dropped', 'course runs', stored.runs, count('main.runs'), limits.runs],
    [
      'programs-dropped',
      'programs',
      stored.programs,
      count("main.items WHERE kind = 'program'"),
      limits.programs,
    ],
  ];
  return [
    ...(gone.length === 0
      ? []
      : [{ rule: 'catalog-vanished' as const, message: `Vanished catalogs: ${gone.join(', ')}.` }]),
    ...dropped.flatMap(([rule, noun, before, now, limit]) =>
      before === 0 || (before - now) / before <= limit
        ? []
        : [
            {
              rule,
              message: `There were ${before} ${noun}, there are ${now}; a share of ${limit * 100} % fewer is allowed.`,
            },
          ],
    ),
  ];
}
