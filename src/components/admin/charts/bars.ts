import type { LearnerReport } from '#admin';
import { percentOf } from './scale.ts';

const notSaid = 'Not said';

/** A line of a bar chart: enrollments of which all is known, and those without consent apart. */
export interface Bar {
  name: string;
  /** Beside the name, such as a course's key. */
  key?: string | undefined;
  /** Undefined where nothing is known of any. */
  enrollments: number | undefined;
  completions?: number | undefined;
  withoutConsent: number;
}

/** By status; rows without consent have none, so they come last, apart. */
export function barsOfStatuses({
  statuses,
  withoutConsent,
}: Pick<LearnerReport, 'statuses' | 'withoutConsent'>): Bar[] {
  const bars: Bar[] = statuses.map(({ value = notSaid, rows }) => ({
    name: value,
    enrollments: rows,
    withoutConsent: 0,
  }));
  if (withoutConsent === 0) return bars;
  return [...bars, { name: 'Consent not given', enrollments: undefined, withoutConsent }];
}

export function barsOfSubjects({ subjects }: Pick<LearnerReport, 'subjects'>): Bar[] {
  return subjects.map(({ value = notSaid, ...tally }) => ({ name: value, ...tally }));
}

export function barsOfCourses({ courses }: Pick<LearnerReport, 'courses'>): Bar[] {
  return courses.map(({ key, title, ...tally }) => ({
    name: title ?? key ?? notSaid,
    key: title === undefined ? undefined : key,
    ...tally,
  }));
}

/** Each with the length of its known and its unknown part, as shares of the longest. */
export function layOutBars(bars: readonly Bar[]) {
  const longest = Math.max(0, ...bars.map(sizeOf));
  return bars.map((bar) => ({
    ...bar,
    known: percentOf(bar.enrollments ?? 0, longest),
    all: percentOf(sizeOf(bar), longest),
  }));
}

function sizeOf({ enrollments = 0, withoutConsent }: Bar): number {
  return enrollments + withoutConsent;
}
