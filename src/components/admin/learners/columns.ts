import { learnerFields, type LearnerField } from '#admin';

/** How a value is written. */
export type ColumnForm =
  'text' | 'key' | 'day' | 'moment' | 'share' | 'money' | 'number' | 'flag' | 'status' | 'passed';

interface Column {
  name: string;
  form: ColumnForm;
}

/** What everybody sees who has chosen nothing else (peers §2.5). */
export const defaultColumns: readonly LearnerField[] = [
  'user_email',
  'course_title',
  'progress_status',
  'current_grade',
  'last_activity_date',
  'enrollment_date',
  'passed_date',
  'course_start',
  'course_end',
  'course_list_price',
];

/** All columns in the order in which they stand: those first that are shown without a choice. */
export const allColumns: readonly LearnerField[] = [
  ...defaultColumns,
  ...learnerFields.filter((field) => !defaultColumns.includes(field)),
];

/** The columns to show, of what was chosen; what is no column is left out, and nothing chosen means the default. */
export function chooseColumns(chosen: unknown): readonly LearnerField[] {
  if (!Array.isArray(chosen)) return defaultColumns;
  const shown = allColumns.filter((field) => chosen.includes(field));
  return shown.length === 0 ? defaultColumns : shown;
}

/** The name of each value of the learner summary, and how it is written. */
export const columns: Record<LearnerField, Column> = {
  is_consent_granted: { name: 'Consent', form: 'flag' },
  amount_learner_paid: { name: 'Paid by learner', form: 'money' },
  contract_id: { name: 'Contract', form: 'key' },
  coupon_code: { name: 'Coupon code', form: 'key' },
  coupon_name: { name: 'Coupon', form: 'text' },
  course_api_url: { name: 'Course in the API', form: 'key' },
  course_duration: { name: 'Weeks', form: 'number' },
  course_end: { name: 'Course ends', form: 'day' },
  course_key: { name: 'Course key', form: 'key' },
  course_list_price: { name: 'Price', form: 'money' },
  course_max_effort: { name: 'Hours a week, at most', form: 'number' },
  course_min_effort: { name: 'Hours a week, at least', form: 'number' },
  course_pacing_type: { name: 'Pacing', form: 'text' },
  course_primary_program: { name: 'Program', form: 'text' },
  course_primary_subject: { name: 'Subject', form: 'text' },
  course_start: { name: 'Course begins', form: 'day' },
  course_title: { name: 'Course', form: 'text' },
  courserun_key: { name: 'Course run', form: 'key' },
  created: { name: 'Data of', form: 'moment' },
  current_grade: { name: 'Grade', form: 'share' },
  enrollment_date: { name: 'Enrolled', form: 'day' },
  enrollment_id: { name: 'Enrollment', form: 'key' },
  enterprise_customer_uuid: { name: 'Company id', form: 'key' },
  enterprise_enrollment_id: { name: 'Company enrollment', form: 'key' },
  enterprise_name: { name: 'Company', form: 'text' },
  enterprise_sso_uid: { name: 'Sign-in id', form: 'key' },
  enterprise_user_id: { name: 'Learner id', form: 'key' },
  has_passed: { name: 'Has passed', form: 'flag' },
  is_refunded: { name: 'Refunded', form: 'flag' },
  last_activity_date: { name: 'Last activity', form: 'day' },
  letter_grade: { name: 'Letter grade', form: 'text' },
  offer_name: { name: 'Offer', form: 'text' },
  offer_type: { name: 'Offer type', form: 'text' },
  paid_by: { name: 'Paid by', form: 'text' },
  passed_date: { name: 'Passed', form: 'passed' },
  progress_status: { name: 'Status', form: 'status' },
  seat_delivery_method: { name: 'Seat given by', form: 'text' },
  unenrollment_date: { name: 'Unenrolled', form: 'day' },
  unenrollment_end_within_date: { name: 'Refund until', form: 'day' },
  user_account_creation_date: { name: 'Account since', form: 'moment' },
  user_country: { name: 'Country', form: 'text' },
  user_current_enrollment_mode: { name: 'Mode', form: 'text' },
  user_email: { name: 'Address', form: 'text' },
  user_username: { name: 'User name', form: 'text' },
  user_first_name: { name: 'First name', form: 'text' },
  user_last_name: { name: 'Last name', form: 'text' },
  offer_id: { name: 'Offer id', form: 'key' },
  primary_program_type: { name: 'Program type', form: 'text' },
  course_product_line: { name: 'Product line', form: 'text' },
  total_learning_time_hours: { name: 'Hours learned', form: 'number' },
  is_subsidy: { name: 'Subsidy', form: 'flag' },
  budget_id: { name: 'Budget', form: 'key' },
  enterprise_flex_group_name: { name: 'Group', form: 'text' },
  enterprise_flex_group_uuid: { name: 'Group id', form: 'key' },
  course_progress: { name: 'Progress', form: 'share' },
  course_passing_grade: { name: 'Grade to pass', form: 'share' },
};
