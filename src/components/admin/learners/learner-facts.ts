import type { LearnerField, LearnerRow } from '#admin';
import { describeValue } from './cell.ts';
import { columns } from './columns.ts';

/** What is the same in all rows of a learner: said once, as words, without what nothing is known of. */
export function factsOfLearner(rows: readonly LearnerRow[]): { label: string; words: string }[] {
  return personFields.flatMap((field) => {
    const values = rows.flatMap((row) => describeValue(row, field) ?? []);
    const words = [...new Set(values)].join(', ');
    return words === '' ? [] : [{ label: columns[field].name, words }];
  });
}

/** How a learner's enrollments stand; of what isn't known, nothing is counted. */
export function countEnrollments(rows: readonly LearnerRow[]) {
  return {
    enrollments: rows.length,
    passed: rows.filter((row) => row.has_passed === true).length,
    unenrolled: rows.filter((row) => row.unenrollment_date !== null).length,
  };
}

/** The columns of a table of one learner's courses. */
export const courseFields: readonly LearnerField[] = [
  'course_title',
  'courserun_key',
  'progress_status',
  'current_grade',
  'last_activity_date',
  'enrollment_date',
  'passed_date',
  'unenrollment_date',
  'unenrollment_end_within_date',
  'user_current_enrollment_mode',
  'course_start',
  'course_end',
  'course_pacing_type',
  'course_primary_subject',
  'course_list_price',
  'amount_learner_paid',
  'letter_grade',
  'total_learning_time_hours',
];

/** What of a row is about the person and not about a course of theirs. */
const personFields = [
  'user_first_name',
  'user_last_name',
  'user_username',
  'user_country',
  'user_account_creation_date',
  'enterprise_flex_group_name',
] as const;
