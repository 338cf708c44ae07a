import { z } from 'zod';

/** What the JSON reporter of vitest writes, as far as it is needed. */
const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/** A check passes or fails as a whole. */
export function countCheck(ending: Ending): Counts {
  if (ending.code === 0) return { passed: 1, failed: 0, problems: [] };
  return { passed: 0, failed: 1, problems: [describeEnding(ending)] };
}

/**
 * Counts the tests of a vitest run. What the report cannot show counts as one failure each: a file
 * that did not load, a run that crashed or wrote no report, and one that ran no test.
 * @param written the parsed report, `undefined` where there is none
 */
export function countTests(ending: Ending, written: unknown): Counts {
  const parsed = report.safeParse(written);
  if (!parsed.success) {
    return { passed: 0, failed: 1, problems: [`no report, ${describeEnding(ending)}`] };
  }
  const files = parsed.data.testResults;
  const statuses = files.flatMap((file) => file.assertionResults.map(({ status }) => status));
  const passed = statuses.filter((status) => status === 'passed').length;
  const failed = statuses.filter((status) => status === 'failed').length;
  const skipped = statuses.length - passed - failed;
  const broken = files.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  );

  const failures = broken.map(({ name }) => `${name} failed outside its tests`);
  if (passed + failed === 0 && failures.length === 0) failures.push('no test ran');
  if (ending.code !== 0 && failed + failures.length === 0) failures.push(describeEnding(ending));
  const notes = skipped > 0 ? [`${skipped} skipped`] : [];
  return { passed, failed: failed + failures.length, problems: [...failures, ...notes] };
}

export function addUp(counts: Counts[]): Pick<Counts, 'passed' | 'failed'> {
  const passed = counts.reduce((sum, suite) => sum + suite.passed, 0);
  const failed = counts.reduce((sum, suite) => sum + suite.failed, 0);
  return passed + failed === 0 ? { passed, failed: 1 } : { passed, failed };
}

function describeEnding({ code, reason }: Ending): string {
  return reason ?? `exit code ${String(code)}`;
}

export interface Counts {
  passed: number;
  failed: number;
  /** For people: what made failures that no test tells of. */
  problems: string[];
}

/** How a command ended: its exit code, or why it has none. */
export interface Ending {
  code: number | null;
  reason?: string;
}
