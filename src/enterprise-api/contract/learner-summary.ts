import { z } from 'zod';
import { flag, number, optionalId, record, text } from './primitives.ts';

const day = z.string().nullish().meta({ format: 'date' });
const moment = z.string().nullish().meta({ format: 'date-time' });

/** What the deployed service calls otherwise (api-ground-truth §5.5). */
const deployedNames = {
  course_duration: 'course_duration_weeks',
  course_end: 'course_end_date',
  course_start: 'course_start_date',
  user_country: 'user_country_code',
} as const;

/** Every value of the reference's table, in its order (§3.13.3). */
const referenceFields = {
  is_consent_granted: flag,
  amount_learner_paid: number,
  contract_id: optionalId,
  coupon_code: text,
  coupon_name: text,
  course_api_url: text,
  course_duration: number,
  course_end: day,
  course_key: text,
  course_list_price: number,
  course_max_effort: number,
  course_min_effort: number,
  course_pacing_type: text,
  course_primary_program: text,
  course_primary_subject: text,
  course_start: day,
  course_title: text,
  courserun_key: text,
  created: moment,
  current_grade: number,
  enrollment_date: day,
  enrollment_id: optionalId,
  enterprise_customer_uuid: optionalId,
  enterprise_enrollment_id: optionalId,
  enterprise_name: text,
  enterprise_sso_uid: optionalId,
  enterprise_user_id: optionalId,
  has_passed: flag,
  is_refunded: flag,
  last_activity_date: day,
  letter_grade: text,
  offer_name: text,
  offer_type: text,
  paid_by: text,
  passed_date: day,
  progress_status: text,
  seat_delivery_method: text,
  unenrollment_date: day,
  unenrollment_end_within_date: day,
  user_account_creation_date: moment,
  user_country: text,
  user_current_enrollment_mode: text,
  user_email: text,
  user_username: text,
} as const;

/** What the deployed service adds (peers §5.11), after the reference's. */
const addedFields = {
  user_first_name: text,
  user_last_name: text,
  offer_id: optionalId,
  primary_program_type: text,
  course_product_line: text,
  total_learning_time_hours: number,
  is_subsidy: flag,
  budget_id: optionalId,
  enterprise_flex_group_name: text,
  enterprise_flex_group_uuid: optionalId,
  course_progress: number,
  course_passing_grade: number,
} as const;

/**
 * All that is kept of a row without consent: what the course is, whose company it is, and how to tell the row
 * from others. Consent covers "course enrollment and progress" (reference §3.13.3), so dates, grades, payment
 * and codes of the learner are no less than the name; what isn't listed here goes.
 */
export const keptWithoutConsent: ReadonlySet<string> = new Set([
  'is_consent_granted',
  'course_api_url',
  'course_duration',
  'course_end',
  'course_key',
  'course_list_price',
  'course_max_effort',
  'course_min_effort',
  'course_pacing_type',
  'course_primary_program',
  'course_primary_subject',
  'course_start',
  'course_title',
  'courserun_key',
  'created',
  'enrollment_id',
  'enterprise_customer_uuid',
  'enterprise_enrollment_id',
  'enterprise_name',
  'primary_program_type',
  'course_product_line',
  'course_passing_grade',
]);

const shape = { ...referenceFields, ...addedFields };
const names = Object.keys(shape) as (keyof typeof shape)[];
const numbers: ReadonlySet<string> = new Set(names.filter((name) => shape[name] === number));

/**
 * One enrollment of the learner summary (reference §3.13.3), from either set of names and in any order: with
 * the reference's names in the reference's order, then those of the deployed service. Absent, null and ""
 * become null; numbers sent as text become numbers; unknown fields are dropped. Without consent everything
 * about the learner is null (api-ground-truth §5.5), whatever was sent.
 */
export const learnerSummary = record({
  ...shape,
  course_duration_weeks: number,
  course_end_date: day,
  course_start_date: day,
  user_country_code: text,
}).transform((sent): LearnerSummaryResource => {
  const hasConsent = sent.is_consent_granted === true;
  const entries = names.map((name) => {
    if (!hasConsent && !keptWithoutConsent.has(name)) return [name, null];
    const value = sent[name] ?? (isRenamed(name) ? sent[deployedNames[name]] : undefined);
    return [name, tidy(value, numbers.has(name))];
  });
  return {
    ...(Object.fromEntries(entries) as LearnerSummaryResource),
    is_consent_granted: hasConsent,
  };
});

type Tidied<Field extends z.ZodType> = Field extends typeof number
  ? number | null
  : NonNullable<z.output<Field>> | null;

export type LearnerSummaryResource = {
  [Name in keyof typeof shape]: Tidied<(typeof shape)[Name]>;
} & { is_consent_granted: boolean };

function isRenamed(name: string): name is keyof typeof deployedNames {
  return Object.hasOwn(deployedNames, name);
}

function tidy(value: unknown, isNumber: boolean): unknown {
  if (value === undefined || value === '') return null;
  if (!isNumber || typeof value !== 'string') return value;
  return Number.isFinite(Number(value)) ? Number(value) : null;
}
