import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { findDrop, findVanished, type GateFinding, type GateLimits } from './gate.ts';
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
  const { courses, runs, programs } = limits;
  const drops = [
    findDrop({
      rule: 'courses-dropped',
      noun: 'courses',
      limit: courses,
      before: stored.courses,
      now: count("main.items WHERE kind = 'course'"),
    }),
    findDrop({
      rule: 'runs-dropped',
      noun: 'course runs',
      limit: runs,
      before: stored.runs,
      now: count('main.runs'),
    }),
    findDrop({
      rule: 'programs-dropped',
      noun: 'programs',
      limit: programs,
      before: stored.programs,
      now: count("main.items WHERE kind = 'program'"),
    }),
  ];
  return [
    ...findVanished(gone, { before: catalogs.length, now: present.size }),
    ...drops.filter((drop) => drop !== undefined),
  ];
}
