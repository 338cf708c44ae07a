import { programLengthOf } from './program-length.ts';
import type { Course, CourseRun, Program } from './types.ts';
import type { ProgramLength } from './views.ts';

/**
 * What the rules and the cards need of an item, without its texts: lists read these instead of whole items,
 * so that a list of 24 courses costs 24 small records.
 */
export type CourseOutline = Pick<
  Course,
  | 'kind'
  | 'key'
  | 'title'
  | 'isExecutiveEducation'
  | 'language'
  | 'summary'
  | 'level'
  | 'partnerOverride'
  | 'advertisedRunUuid'
  | 'canonicalRunKey'
  | 'entitlements'
  | 'externalDates'
  | 'isInSubscription'
  | 'recentEnrollmentCount'
  | 'imageUrl'
  | 'isExcludedFromSearch'
  | 'isExcludedFromSeo'
> & {
  runs: RunOutline[];
  partners: string[];
  /** Of its only partner. */
  logoUrl?: string | undefined;
  subjects: string[];
};

export type RunOutline = Pick<
  CourseRun,
  | 'key'
  | 'uuid'
  | 'start'
  | 'end'
  | 'enrollmentStart'
  | 'enrollmentEnd'
  | 'pacing'
  | 'weeksToComplete'
  | 'minEffort'
  | 'maxEffort'
  | 'seats'
  | 'fixedPrice'
  | 'firstPaidSeatPrice'
  | 'status'
  | 'isEnrollable'
  | 'isMarketable'
  | 'storedAvailability'
  | 'language'
  | 'isInSubscription'
>;

export type ProgramOutline = Pick<
  Program,
  | 'kind'
  | 'key'
  | 'title'
  | 'language'
  | 'type'
  | 'summary'
  | 'partnerOverride'
  | 'hoursPerWeek'
  | 'priceRange'
  | 'level'
  | 'recentEnrollmentCount'
  | 'imageUrl'
  | 'isExcludedFromSearch'
  | 'isExcludedFromSeo'
> & {
  partners: string[];
  partnerKeys: string[];
  /** Of its only partner. */
  logoUrl?: string | undefined;
  subjects: string[];
  courseCount: number;
  length?: ProgramLength | undefined;
};

export function outlineCourse(course: Course): CourseOutline {
  return {
    kind: 'course',
    key: course.key,
    title: course.title,
    isExecutiveEducation: course.isExecutiveEducation,
    language: course.language,
    summary: shorten(course.summary),
    level: course.level,
    partnerOverride: course.partnerOverride,
    advertisedRunUuid: course.advertisedRunUuid,
    canonicalRunKey: course.canonicalRunKey,
    entitlements: course.entitlements,
    externalDates: course.externalDates,
    isInSubscription: course.isInSubscription,
    recentEnrollmentCount: course.recentEnrollmentCount,
    imageUrl: course.imageUrl,
    isExcludedFromSearch: course.isExcludedFromSearch,
    isExcludedFromSeo: course.isExcludedFromSeo,
    runs: course.runs.map(outlineRun),
    partners: course.partners.map((partner) => partner.name),
    logoUrl: logoUrlOf(course),
    subjects: course.subjects.map((subject) => subject.key),
  };
}

export function outlineProgram(program: Program): ProgramOutline {
  return {
    kind: 'program',
    key: program.key,
    title: program.title,
    language: program.language,
    type: program.type,
    summary: shorten(program.summary),
    partnerOverride: program.partnerOverride,
    hoursPerWeek: program.hoursPerWeek,
    priceRange: program.priceRange,
    level: program.level,
    recentEnrollmentCount: program.recentEnrollmentCount,
    imageUrl: program.imageUrl,
    isExcludedFromSearch: program.isExcludedFromSearch,
    isExcludedFromSeo: program.isExcludedFromSeo,
    partners: program.partners.map((partner) => partner.name),
    partnerKeys: program.partners.map((partner) => partner.key),
    logoUrl: logoUrlOf(program),
    subjects: program.subjects.map((subject) => subject.key),
    courseCount: program.courses.length,
    length: programLengthOf(program),
  };
}

/** A card shows the mark of one partner, never a row of them (peers §2.1, 2). */
function logoUrlOf({
  partners,
  logoOverrideUrl,
}: Pick<Course, 'partners' | 'logoOverrideUrl'>): string | undefined {
  return partners.length === 1 ? (logoOverrideUrl ?? partners[0]?.logoUrl) : undefined;
}

/** A card shows three lines of it; the end falls on a word. */
const summaryLength = 240;

function shorten(summary: string | undefined): string | undefined {
  if (summary === undefined || summary.length <= summaryLength) return summary;
  const head = summary.slice(0, summaryLength);
  const lastSpace = head.lastIndexOf(' ');
  return `${(lastSpace > summaryLength / 2 ? head.slice(0, lastSpace) : head).replace(/[\s,;:.–-]+$/, '')}…`;
}

function outlineRun(run: CourseRun): RunOutline {
  return {
    key: run.key,
    uuid: run.uuid,
    start: run.start,
    end: run.end,
    enrollmentStart: run.enrollmentStart,
    enrollmentEnd: run.enrollmentEnd,
    pacing: run.pacing,
    weeksToComplete: run.weeksToComplete,
    minEffort: run.minEffort,
    maxEffort: run.maxEffort,
    seats: run.seats,
    fixedPrice: run.fixedPrice,
    firstPaidSeatPrice: run.firstPaidSeatPrice,
    status: run.status,
    isEnrollable: run.isEnrollable,
    isMarketable: run.isMarketable,
    storedAvailability: run.storedAvailability,
    language: run.language,
    isInSubscription: run.isInSubscription,
  };
}
