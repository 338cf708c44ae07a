import type { Company } from './companies.ts';
import { learnerColumnNames, type LearnerRow } from './learner-fields.ts';
import type { RunFacts } from './sample-courses.ts';

/** What of a row is about the learner: withheld without consent (api-ground-truth §5.5). */
const withheld: Partial<LearnerRow> = {
  enterprise_user_id: null,
  enterprise_sso_uid: null,
  user_email: null,
  user_username: null,
  user_first_name: null,
  user_last_name: null,
  user_account_creation_date: null,
  user_country_code: null,
  has_passed: 0,
  last_activity_date: null,
  progress_status: null,
  passed_date: null,
  current_grade: null,
  letter_grade: null,
  course_progress: null,
};

const empty = Object.fromEntries(learnerColumnNames.map((name) => [name, null])) as LearnerRow;

export interface Enrollment {
  company: Company;
  run: RunFacts;
  /** YYYY-MM-DD */
  enrolledOn: string;
  /** Until when it may be undone. */
  refundableUntil: string;
  /** The report's own date and time. */
  created: string;
  hasConsent: boolean;
  learner: Partial<LearnerRow>;
}

/** A row of the learner summary; what the learner's part leaves out is as on the first day. */
export function createLearnerRow(enrollment: Enrollment): LearnerRow {
  const { company, run, enrolledOn, refundableUntil, created, hasConsent, learner } = enrollment;
  return {
    ...empty,
    is_consent_granted: Number(hasConsent),
    paid_by: 'Enterprise',
    user_current_enrollment_mode: 'verified',
    enrollment_date: enrolledOn,
    unenrollment_end_within_date: refundableUntil,
    is_refunded: 0,
    seat_delivery_method: 'Subscription',
    course_list_price: run.price,
    amount_learner_paid: 0,
    course_key: run.courseKey,
    courserun_key: run.runKey,
    course_title: run.title,
    course_pacing_type: run.pacing,
    course_start_date: run.start,
    course_end_date: run.end,
    course_duration_weeks: run.weeks,
    course_max_effort: run.maximumEffort,
    course_min_effort: run.minimumEffort,
    course_primary_program: run.program,
    primary_program_type: run.programType,
    course_primary_subject: run.subject,
    has_passed: 0,
    last_activity_date: enrolledOn,
    progress_status: 'In Progress',
    current_grade: 0,
    enterprise_name: company.name,
    enterprise_customer_uuid: company.uuid,
    created,
    course_api_url: `/enterprise/v1/enterprise-catalogs/${company.uuid}/courses/${run.runKey}`,
    total_learning_time_hours: 0,
    is_subsidy: 1,
    course_product_line: 'OCM',
    course_progress: 0,
    course_passing_grade: 0.6,
    ...learner,
    ...(!hasConsent && withheld),
  };
}
