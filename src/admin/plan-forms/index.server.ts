export { confirmPlanForm } from './confirm-plan-form.server.ts';
