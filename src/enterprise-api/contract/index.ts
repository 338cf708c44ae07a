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
export { enrollmentJob, licenseAssignments, subscriptionPlan } from './licensing.ts';
export { page, type Page } from './page.ts';
export { program, type ProgramResource } from './program.ts';
export { token, type TokenResource } from './token.ts';
