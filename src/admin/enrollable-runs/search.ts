import { beginningOf, compareText, endOf } from '#catalog';
import type { EnrollableRun } from './schema.ts';

/**
 * Runs that are still open at `now` (milliseconds) and have every word in title, keys or partners: what is named
 * by its key first, then by start, then by title. Without words, all that are open. `total` counts those beyond
 * `limit` too.
 */
export function searchRuns(
  runs: readonly EnrollableRun[],
  { text = '', catalogUuid, now, limit }: RunSearch,
): { runs: EnrollableRun[]; total: number } {
  const words = fold(text).split(/\s+/).filter(Boolean);
  const whole = words.join(' ');
  const found = runs
    .filter((run) => isOpen(run, now))
    .filter(({ catalogs }) => catalogUuid === undefined || catalogs.includes(catalogUuid))
    .filter((run) => words.length === 0 || hasWords(run, words))
    .map((run) => ({ run, rank: hasKey(run, whole) ? 0 : 1 }))
    .sort((one, other) => one.rank - other.rank || compareRuns(one.run, other.run));
  return { runs: found.slice(0, limit).map(({ run }) => run), total: found.length };
}

/** Whether learners can still be enrolled with a license: both deadlines lie ahead, and the run has not ended. */
export function isOpen({ enrollBy, upgradeBy, end }: EnrollableRun, now: number): boolean {
  return [enrollBy, upgradeBy, end].every((date) => date === undefined || now <= endOf(date));
}

function hasWords({ title, key, courseKey, partners }: EnrollableRun, words: string[]): boolean {
  const content = fold([title, key, courseKey, ...partners].join(' '));
  return words.every((word) => content.includes(word));
}

function hasKey({ key, courseKey }: EnrollableRun, text: string): boolean {
  return [key, courseKey, courseKey.split('+')[1] ?? ''].some((one) => fold(one) === text);
}

function compareRuns(one: EnrollableRun, other: EnrollableRun): number {
  return (
    startTimeOf(one) - startTimeOf(other) ||
    compareText(one.title, other.title) ||
    compareText(one.key, other.key)
  );
}

function startTimeOf({ start }: EnrollableRun): number {
  return start === undefined ? Number.MAX_SAFE_INTEGER : beginningOf(start);
}

/** Without case and accents. */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

interface RunSearch {
  text?: string | undefined;
  catalogUuid?: string | undefined;
  now: number;
  limit: number;
}
