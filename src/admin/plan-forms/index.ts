export {
  addressLimit,
  enrollmentProductLimit,
  enrollmentSumLimit,
  messageLimit,
} from './limits.ts';
export {
  createPlanForm,
  readPlanForm,
  type FieldProblem,
  type PlanForm,
} from './read-plan-form.ts';
export { reviewPlanForm, type PlanReview } from './review-plan-form.ts';
export type { RunList } from './choose-runs.ts';
export type { Confirmed, Refusal } from './refusal.ts';
