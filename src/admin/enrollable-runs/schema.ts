import { z } from 'zod';

const currentVersion = 1;
const shownProblems = 5;

const name = z.string().trim().min(1);
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?Z)?$/, {
  error: 'Expected an ISO date.',
});

const run = z.object({
  /** What is sent to enroll: `course-v1:KIT+STAT101x+1T2026`. */
  key: name,
  courseKey: name,
  title: name,
  partners: z.array(name),
  start: moment.optional(),
  end: moment.optional(),
  enrollBy: moment.optional(),
  /** Until when a paid seat can be had; a license gives one (peers §5.8). */
  upgradeBy: moment.optional(),
  pacing: z.enum(['self-paced', 'instructor-paced']).optional(),
  /** BCP 47. */
  language: name.optional(),
  /** UUIDs of the catalogs that have the course. */
  catalogs: z.array(name),
  /** Of the course's page, from the root of the site. */
  path: z.string().startsWith('/').optional(),
});

const schema = z.object({
  version: z.literal(currentVersion, { error: `Expected version ${currentVersion}.` }),
  /** When the catalogs were read. */
  dataDate: moment,
  runs: z.array(run),
});

/**
 * `data/enrollable-runs.json` of the static site (design §3): runs that could be enrolled in when the site was
 * rendered. Fields that are not known here are ignored, so a newer site may add some.
 * @throws EnrollableRunsError for anything else, naming the first problems
 */
export function parseEnrollableRuns(json: unknown): EnrollableRuns {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'the file'}: ${message}`,
  );
  const more = problems.length - shownProblems;
  const list = problems.slice(0, shownProblems).join(' ');
  throw new EnrollableRunsError(
    `The list of enrollable runs does not fit: ${list}${more > 0 ? ` And ${more} more.` : ''}`,
  );
}

/**
 * The file's text: the same for the same runs in any order, each once.
 * @throws EnrollableRunsError for what could not be read again
 */
export function formatEnrollableRuns({ dataDate, runs }: Omit<EnrollableRuns, 'version'>): string {
  const byKey = new Map(runs.map((run) => [run.key, run]));
  const sorted = [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, run]) => run);
  const file = parseEnrollableRuns({ version: currentVersion, dataDate, runs: sorted });
  return `${JSON.stringify(file)}\n`;
}

export class EnrollableRunsError extends Error {
  override name = 'EnrollableRunsError' as const;
}

export type EnrollableRuns = z.output<typeof schema>;

export type EnrollableRun = z.output<typeof run>;
