import {
  keptWithoutConsent,
  learnerSummary,
  type LearnerSummaryResource,
} from '#enterprise-api/contract';

/** A row of the learner summary: one enrollment. */
export type LearnerRow = LearnerSummaryResource;

export type LearnerField = keyof LearnerRow;

/** The reference's names in its order (§3.13.3), then what the deployed service adds. */
export const learnerFields = Object.keys(learnerSummary.parse({})) as LearnerField[];

/** What is about the learner, so that nobody is told without consent. */
export const learnerOnlyFields: ReadonlySet<LearnerField> = new Set(
  learnerFields.filter((field) => !keptWithoutConsent.has(field)),
);

/** Days and moments: written by ISO 8601, ordered by their text. */
export const dateFields: ReadonlySet<LearnerField> = new Set([
  'course_end',
  'course_start',
  'created',
  'enrollment_date',
  'last_activity_date',
  'passed_date',
  'unenrollment_date',
  'unenrollment_end_within_date',
  'user_account_creation_date',
]);
