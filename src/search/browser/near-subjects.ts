import type { ChosenValues } from './state.ts';
import type { FacetColumn } from './search-data.ts';

/** A subject that can be looked through as a whole. */
export interface NearSubject {
  value: string;
  label: string;
  count: number;
}

const most = 3;
// Of the pairs of letters that two words have, what they must share.
const nearEnough = 0.5;

/**
 * Where to look on when nothing is found: in the chosen subjects as a whole; else where most of what the words
 * alone find stands; else in subjects that are called like one of the words, or in the largest.
 */
export function findNearSubjects(
  column: FacetColumn,
  { query, found, chosen }: { query: string; found: readonly number[]; chosen: ChosenValues },
): NearSubject[] {
  const totals = countPlaces(column, column.rows.starts.length - 1);
  const places = [...column.values.keys()];
  const counts = countPlaces(column, found);
  const ratings = [
    places.map((place) => (chosen.subject.includes(column.values[place] ?? '') ? 1 : 0)),
    counts,
    column.labels.map((label) => nearnessOf(query, label)),
    totals,
  ];
  const rating = ratings.find((numbers) => numbers.some((number) => number > 0)) ?? [];
  return places
    .filter((place) => (rating[place] ?? 0) > 0)
    .toSorted((one, other) => (rating[other] ?? 0) - (rating[one] ?? 0))
    .slice(0, most)
    .map((place) => ({
      value: column.values[place] ?? '',
      label: column.labels[place] ?? '',
      count: totals[place] ?? 0,
    }));
}

/** How many of the rows each place has; of all rows where their number is given. */
function countPlaces(column: FacetColumn, rows: readonly number[] | number): number[] {
  const { starts, numbers } = column.rows;
  const counts = column.values.map(() => 0);
  for (const row of typeof rows === 'number' ? Array(rows).keys() : rows) {
    for (const place of numbers.subarray(starts[row], starts[row + 1]))
      counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** The best likeness of a word of the one to a word of the other; 0 where it is none. */
function nearnessOf(query: string, label: string): number {
  const own = wordsOf(label).map(pairsOf);
  const best = wordsOf(query)
    .map(pairsOf)
    .map((pairs) => Math.max(0, ...own.map((others) => shareOf(pairs, others))));
  const nearness = Math.max(0, ...best);
  return nearness < nearEnough ? 0 : nearness;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]{3,}/gu) ?? [];
}

function pairsOf(word: string): Set<string> {
  return new Set(Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)));
}

function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return (2 * shared) / (one.size + other.size);
}
