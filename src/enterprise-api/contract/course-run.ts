import { z } from 'zod';
import { anything, date, flag, id, list, number, record, text, url } from './primitives.ts';
import { image, language, level, person, programReference, restriction, seat, video } from './shared.ts';

/**
 * A course run: embedded in a course, alone as a detail (reference §3.12.2), or the flat search document of
 * a catalog's list, which has no `seats`, `staff` and `course` (api-ground-truth §5.2).
 */
export const courseRun = record({
  key: id,
  uuid: id.nullish(),
  title: text,
  external_key: text,
  image: image,
  short_description: text,
  marketing_url: url,
  seats: list(seat),
  start: date,
  end: date,
  go_live_date: date,
  enrollment_start: date,
  enrollment_end: date,
  weeks_to_complete: number,
  /** `instructor_paced` in examples, `instructor-paced` in the table, `instructor` in older documents. */
  pacing_type: text,
  /** Enum in the table, null in the example of §3.12.6. */
  type: text,
  run_type: text,
  status: text,
  is_enrollable: flag,
  is_marketable: flag,
  availability: text,
  variant_id: text,
  course: text,
  full_description: text,
  announcement: date,
  video: video,
  content_language: text,
  license: text,
  outcome: text,
  transcript_languages: list(language),
  instructors: list(person),
  staff: list(person),
  min_effort: number,
  max_effort: number,
  modified: date,
  level_type: level,
  mobile_available: flag,
  hidden: flag,
  reporting_type: text,
  eligible_for_financial_aid: flag,
  first_enrollable_paid_seat_price: number,
  has_ofac_restrictions: flag,
  ofac_comment: text,
  enrollment_count: number,
  recent_enrollment_count: number,
  /** Object in the table, a slug or null in the service. */
  expected_program_type: anything,
  expected_program_name: text,
  course_uuid: text,
  estimated_hours: number,
  content_language_search_facet_name: text,
  enterprise_subscription_inclusion: flag,
  programs: list(programReference),
  enrollment_url: url,

  // Of the deployed service (api-ground-truth §5.2, §5.3).
  content_type: text,
  aggregation_key: text,
  parent_content_key: text,
  fixed_price_usd: number,
  is_marketable_external: flag,
  restriction_type: text,
  location_restriction: restriction,
  ai_languages: anything,
  transcript_languages_search_facet_names: list(z.string()),
  enrollment_mode: text,
  seat_types: list(z.string()),
  language: text,
  image_url: url,
  published: flag,
});

export type CourseRunResource = z.infer<typeof courseRun>;
