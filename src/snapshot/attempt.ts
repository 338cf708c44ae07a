import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { SyncReport } from './report.ts';

/** How the last sync ended. Times are ISO instants. */
export interface SyncAttempt {
  at: string;
  outcome: 'new' | 'unchanged' | 'failed' | 'refused';
  /** Why it did not succeed. */
  message?: string | undefined;
  /** When the snapshot in use was last known to be what the API says. */
  goodAt?: string | undefined;
}

const attemptFile = 'last-sync.json';
/** The last report, for machines. */
const reportFile = 'report.json';

const attempt = z.object({
  at: z.string(),
  outcome: z.enum(['new', 'unchanged', 'failed', 'refused']),
  message: z.string().optional(),
  goodAt: z.string().optional(),
});

/** How the last sync ended, or undefined where nothing is known of one. */
export function readAttempt(directory: string): SyncAttempt | undefined {
  const file = path.join(directory, attemptFile);
  if (!existsSync(file)) return undefined;
  try {
    return attempt.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

export function recordSuccess(directory: string, report: SyncReport): void {
  const { finishedAt, outcome } = report;
  write(directory, reportFile, report);
  write(directory, attemptFile, { at: finishedAt, outcome, goodAt: finishedAt });
}

/** Never throws: the failure that it records is told all the same. */
export function recordFailure(
  directory: string,
  { at, outcome, message }: { at: string; outcome: 'failed' | 'refused'; message: string },
): void {
  if (!existsSync(directory)) return;
  const { goodAt } = readAttempt(directory) ?? {};
  try {
    write(directory, attemptFile, { at, outcome, message, goodAt });
  } catch {
    // The failure itself is what the operator must hear of; on a full disk it can't be written down.
  }
}

function write(directory: string, name: string, value: unknown): void {
  const file = path.join(directory, name);
  writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}
