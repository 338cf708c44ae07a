import type { CourseRunResource } from '#enterprise-api/contract';
import { plainTitle } from './html.ts';
import { licenseOf } from './license.ts';
import {
  createMappingContext,
  mapInstructors,
  mapLanguages,
  type MappingContext,
} from './map-parts.ts';
import type { CourseRun, Pacing, Seat } from './types.ts';
import {
  entriesOf,
  parseMoney,
  parseNumber,
  parsePositive,
  parseText,
  uniqueBy,
  type NoteTaker,
} from './values.ts';

/** The course's own texts: a run keeps only what differs from them. */
export interface CourseTexts {
  shortDescription?: string | null | undefined;
  fullDescription?: string | null | undefined;
  outcome?: string | null | undefined;
}

/** Maps a run as it stands in a course, alone, or as a flat search document. */
export function mapCourseRun(
  run: CourseRunResource,
  texts: CourseTexts,
  context: MappingContext,
  path: string,
): CourseRun {
  const own = (
    value: string | null | undefined,
    shared: string | null | undefined,
    name: string,
  ) => (value === shared ? undefined : context.html(value, `${path}.${name}`));
  const title = parseText(run.title);
  return {
    key: run.key,
    uuid: parseText(run.uuid),
    title: title === undefined ? undefined : plainTitle(title),
    start: context.date(run.start, `${path}.start`),
    end: context.date(run.end, `${path}.end`),
    enrollmentStart: context.date(run.enrollment_start, `${path}.enrollment_start`),
    enrollmentEnd: context.date(run.enrollment_end, `${path}.enrollment_end`),
    pacing: pacingOf(run.pacing_type),
    weeksToComplete: parsePositive(run.weeks_to_complete),
    minEffort: parsePositive(run.min_effort),
    maxEffort: parsePositive(run.max_effort),
    estimatedHours: parsePositive(run.estimated_hours),
    type: parseText(run.type)?.toLowerCase(),
    seats: mapSeats(run, context, path),
    fixedPrice: parseMoney(parsePositive(run.fixed_price_usd)),
    firstPaidSeatPrice: parseMoney(parsePositive(run.first_enrollable_paid_seat_price)),
    status: parseText(run.status),
    isEnrollable: run.is_enrollable ?? undefined,
    // A sparse item does not say: what a catalog lists is meant to be offered.
    isMarketable: (run.is_marketable ?? true) || run.is_marketable_external === true,
    storedAvailability: parseText(run.availability),
    language: context.language(run.content_language ?? run.language, `${path}.content_language`),
    transcriptLanguages: mapLanguages(
      run.transcript_languages,
      context,
      `${path}.transcript_languages`,
    ),
    instructors: uniqueBy(
      [
        ...mapInstructors(run.staff, context, `${path}.staff`),
        ...mapInstructors(run.instructors, context, `${path}.instructors`),
      ],
      (instructor) => instructor.key,
    ),
    shortDescription: own(run.short_description, texts.shortDescription, 'short_description'),
    fullDescription: own(run.full_description, texts.fullDescription, 'full_description'),
    outcome: own(run.outcome, texts.outcome, 'outcome'),
    license: licenseOf(run.license),
    isMobileAvailable: run.mobile_available ?? undefined,
    isInSubscription: run.enterprise_subscription_inclusion ?? undefined,
    hasOfacRestrictions: run.has_ofac_restrictions ?? undefined,
    ofacComment: context.html(run.ofac_comment, `${path}.ofac_comment`),
    enrollmentCount: parseNumber(run.enrollment_count),
    recentEnrollmentCount: parseNumber(run.recent_enrollment_count),
  };
}

/** Maps a run that a catalog lists alone, for a course that is mapped already. */
export function mapLooseRun(run: CourseRunResource, note: NoteTaker): CourseRun {
  return mapCourseRun(run, {}, createMappingContext(note), run.key);
}

function mapSeats(run: CourseRunResource, context: MappingContext, path: string): Seat[] {
  const seats = entriesOf(run.seats).map((seat, index) => ({
    type: parseText(seat.type)?.toLowerCase() ?? '',
    price: parseMoney(seat.price, seat.currency),
    upgradeDeadline:
      context.date(
        seat.upgrade_deadline_override,
        `${path}.seats.${index}.upgrade_deadline_override`,
      ) ?? context.date(seat.upgrade_deadline, `${path}.seats.${index}.upgrade_deadline`),
  }));
  const named = entriesOf(run.seat_types).map((type) => ({ type: type.toLowerCase() }));
  return seats.length > 0 ? seats : named;
}

/** `self_paced`, `self-paced`, `self`; the same with "instructor" (peers §5.3). */
function pacingOf(text: string | null | undefined): Pacing | undefined {
  if (text === null || text === undefined) return undefined;
  if (/^self/i.test(text)) return 'self-paced';
  return /^instructor/i.test(text) ? 'instructor-paced' : undefined;
}
