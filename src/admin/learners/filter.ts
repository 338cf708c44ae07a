import { z } from 'zod';
import type { LearnerRow } from './fields.ts';

/** A form sends "" where nothing is chosen, and one value in place of a list of one. */
const blank = (value: unknown) => (value === '' || value === null ? undefined : value);
const text = z.preprocess(blank, z.string().trim().max(300).optional());
const day = z.preprocess(blank, z.iso.date().optional());
const choices = z.preprocess(
  (value) => {
    const values = (Array.isArray(value) ? value : [value]).map(blank);
    const given = values.filter((one) => one !== undefined);
    return given.length === 0 ? undefined : given;
  },
  z.array(z.string().max(300)).max(200).optional(),
);

const shape = {
  /** A part of the address. */
  email: text,
  /** A course's or a run's key, or words of the title. */
  course: text,
  statuses: choices,
  pacings: choices,
  subjects: choices,
  enrolledFrom: day,
  enrolledTo: day,
  startFrom: day,
  startTo: day,
  activeFrom: day,
  activeTo: day,
  enrollment: z.preprocess(blank, z.enum(['enrolled', 'unenrolled']).optional()),
  consent: z.preprocess(blank, z.enum(['given', 'missing']).optional()),
};

const names = Object.keys(shape) as (keyof LearnerFilter)[];

/**
 * A filter from a form or a session. What can't be used is left out and named in `ignored`, by its field only:
 * the page says so.
 */
export function parseLearnerFilter(input: Record<string, unknown>): {
  filter: LearnerFilter;
  ignored: (keyof LearnerFilter)[];
} {
  const ignored = names.filter((name) => !shape[name].safeParse(input[name]).success);
  const usable = Object.fromEntries(
    names.filter((name) => !ignored.includes(name)).map((name) => [name, input[name]]),
  );
  const parsed = z.object(shape).parse(usable);
  const given = Object.entries(parsed).filter(([, value]) => value !== undefined && value !== '');
  return { filter: Object.fromEntries(given), ignored };
}

/**
 * Whether a row is what the filter asks for. What a row doesn't say, as without consent, is neither one nor the
 * other: it is found by `consent` and by its course, never by what is not known of it.
 */
export function createRowFilter(filter: LearnerFilter): (row: LearnerRow) => boolean {
  const email = filter.email?.toLowerCase();
  const course = filter.course?.toLowerCase();
  const words = course?.split(/\s+/) ?? [];
  const { statuses, pacings, subjects, enrollment, consent } = filter;
  const tests: ((row: LearnerRow) => boolean)[] = [];

  if (email) tests.push((row) => row.user_email?.toLowerCase().includes(email) ?? false);
  if (course) {
    tests.push((row) => {
      const title = row.course_title?.toLowerCase() ?? '';
      const keys = [row.course_key?.toLowerCase(), row.courserun_key?.toLowerCase()];
      return keys.includes(course) || words.every((word) => title.includes(word));
    });
  }
  if (statuses) tests.push((row) => isOneOf(row.progress_status, statuses));
  if (pacings) tests.push((row) => isOneOf(row.course_pacing_type, pacings));
  if (subjects) tests.push((row) => isOneOf(row.course_primary_subject, subjects));
  addRange(tests, 'enrollment_date', filter.enrolledFrom, filter.enrolledTo);
  addRange(tests, 'course_start', filter.startFrom, filter.startTo);
  addRange(tests, 'last_activity_date', filter.activeFrom, filter.activeTo);
  if (consent) tests.push((row) => row.is_consent_granted === (consent === 'given'));
  if (enrollment) {
    const isEnrolled = enrollment === 'enrolled';
    tests.push((row) => row.is_consent_granted && (row.unenrollment_date === null) === isEnrolled);
  }
  return (row) => tests.every((test) => test(row));
}

/** Both days are part of it. */
function addRange(
  tests: ((row: LearnerRow) => boolean)[],
  field: 'enrollment_date' | 'course_start' | 'last_activity_date',
  from: string | undefined,
  to: string | undefined,
): void {
  if (from === undefined && to === undefined) return;
  tests.push((row) => {
    const day = row[field]?.slice(0, 10);
    return day !== undefined && day >= (from ?? day) && day <= (to ?? day);
  });
}

function isOneOf(value: string | null, choices: string[]): boolean {
  return value !== null && choices.includes(value);
}

export interface LearnerFilter {
  email?: string;
  course?: string;
  statuses?: string[];
  pacings?: string[];
  subjects?: string[];
  /** Days, each `YYYY-MM-DD` and part of the range. */
  enrolledFrom?: string;
  enrolledTo?: string;
  startFrom?: string;
  startTo?: string;
  activeFrom?: string;
  activeTo?: string;
  enrollment?: 'enrolled' | 'unenrolled';
  consent?: 'given' | 'missing';
}
