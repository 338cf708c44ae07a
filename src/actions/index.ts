import { confirmPlanForms } from './confirm-plan-forms.ts';
import { operationActions } from './operations.ts';

/** Everything that changes something; each needs its row in the table of routes. */
export const server = { ...confirmPlanForms, ...operationActions };
