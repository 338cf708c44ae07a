import { compareText } from '#catalog';
import type { CourseTally, OutOfRange, Tally } from './report-types.ts';

/** Counts by a value that may be missing. */
export function createTally() {
  const counts = new Map<string | undefined, number>();
  return {
    add(value: string | null) {
      const name = value ?? undefined;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
    /** The most frequent first, what is missing last. */
    list: (): Tally[] =>
      [...counts]
        .map(([value, rows]) => ({ value, rows }))
        .sort((one, other) => compareTallies(one, other, other.rows - one.rows)),
  };
}

/** Counts by a period, of which only `periods` are listed; the names of periods order as texts. */
export function createPeriodTally(periods: readonly string[]) {
  const counts = new Map(periods.map((period) => [period, 0]));
  const other: OutOfRange = { before: 0, after: 0, undated: 0 };
  const [first = ''] = periods;
  return {
    add(period: string | undefined) {
      const count = period === undefined ? undefined : counts.get(period);
      if (period === undefined) other.undated += 1;
      else if (count !== undefined) counts.set(period, count + 1);
      else other[period < first ? 'before' : 'after'] += 1;
    },
    countOf: (period: string) => counts.get(period) ?? 0,
    other,
  };
}

/** Enrollments by subject or course, those without consent apart. */
export function createCourseTally() {
  const counts = new Map<string | undefined, CourseTally & { title: string | undefined }>();
  return {
    add(
      key: string | null,
      row: { hasConsent: boolean; hasPassed: boolean; title: string | null },
    ) {
      const name = key ?? undefined;
      const tally = counts.get(name) ?? {
        enrollments: 0,
        completions: 0,
        withoutConsent: 0,
        title: undefined,
      };
      tally.title ??= row.title ?? undefined;
      if (!row.hasConsent) tally.withoutConsent += 1;
      else {
        tally.enrollments += 1;
        if (row.hasPassed) tally.completions += 1;
      }
      counts.set(name, tally);
    },
    list: () =>
      [...counts]
        .map(([value, tally]) => ({ value, ...tally }))
        .sort((one, other) => compareTallies(one, other, sizeOf(other) - sizeOf(one))),
  };
}

function sizeOf({ enrollments, withoutConsent }: CourseTally): number {
  return enrollments + withoutConsent;
}

function compareTallies(
  one: { value: string | undefined },
  other: { value: string | undefined },
  bySize: number,
): number {
  if (one.value === undefined || other.value === undefined) {
    return Number(one.value === undefined) - Number(other.value === undefined);
  }
  return bySize || compareText(one.value, other.value);
}
