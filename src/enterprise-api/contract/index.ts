export { catalog, type CatalogResource } from './catalog.ts';
export {
  parseContentItem,
  problemsOf,
  type ContentItem,
  type ContentKind,
  type RefusedItem,
} from './content-item.ts';
export { course, type CourseResource } from './course.ts';
export { courseRun, type CourseRunResource } from './course-run.ts';
export {
  keptWithoutConsent,
  learnerSummary,
  type LearnerSummaryResource,
} from './learner-summary.ts';
export {
  enrollmentJob,
  licenseAssignments,
  licenseRevocations,
  subscriptionPlan,
  type Revocations,
  type SubscriptionPlanResource,
} from './licensing.ts';
export {
  assignRequest,
  bulkEnrollmentRequest,
  enrollmentProductLimit,
  enrollmentSumLimit,
  revokeRequest,
} from './licensing-requests.ts';
export { page, type Page } from './page.ts';
export { program, type ProgramResource } from './program.ts';
export { token, type TokenResource } from './token.ts';
