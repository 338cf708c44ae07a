export { confirmPlanForm, type Confirmed, type Refusal } from './confirm-plan-form.server.ts';
