/**
 * Numbers of the learner summary. Rows without consent are counted in `withoutConsent` and nowhere else: of them
 * nothing is known but the course, and unknown is not zero.
 */
export interface LearnerReport {
  /** The latest `created` of the rows that is a date, by ISO 8601. */
  dataAsOf: string | undefined;
  rows: number;
  withConsent: number;
  withoutConsent: number;
  /** Different learners, among the rows with consent. */
  learners: number;
  learnersActivePastWeek: number;
  /** Rows from here on (peers §5.11), with consent. */
  enrolled: number;
  unenrolled: number;
  completions: number;
  completedPastWeek: number;
  /** Of those not passed, in courses that have not ended. */
  activePastWeek: number;
  inactivePastWeek: number;
  inactivePastMonth: number;
  /** By how often; a `value` that is undefined was not said. Values are the service's, whatever they are. */
  statuses: Tally[];
  pacings: Tally[];
  months: MonthTally[];
  /** By the Monday of the week in which a row was last active. */
  weeks: { week: string; rows: number }[];
  /** What is not in `months` and `weeks`: before the first, after the last (a date in the future), or without a date. */
  otherEnrollments: OutOfRange;
  otherCompletions: OutOfRange;
  otherActivity: OutOfRange;
  subjects: (CourseTally & { value: string | undefined })[];
  courses: (CourseTally & { key: string | undefined; title: string | undefined })[];
}

export interface Tally {
  value: string | undefined;
  rows: number;
}

export interface CourseTally {
  enrollments: number;
  completions: number;
  withoutConsent: number;
}

export interface MonthTally {
  /** `2026-11`. */
  month: string;
  enrollments: number;
  completions: number;
}

export interface OutOfRange {
  before: number;
  after: number;
  undated: number;
}
