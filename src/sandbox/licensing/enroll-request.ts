import type { Dialect } from '../gateway/switches.ts';
import { isUuid } from './companies.ts';
import {
  checkEmail,
  checkFlag,
  checkList,
  checkObject,
  checkText,
  type FieldErrors,
} from './field-errors.ts';

export interface EnrollRequest {
  emails: string[];
  runKeys: string[];
  isNotified: boolean;
  /** The plan whose licenses count; any of the company. */
  plan: string | undefined;
  /** Adds everybody with a license of the plan. */
  enrollsAll: boolean;
}

/**
 * A bulk enrollment, or its errors: reference §3.6.2, api-ground-truth §6.3. What the deployed service takes
 * in the query may stand in the body of the reference as well. Errors of the query come before those of the body.
 */
export function parseEnrollRequest(
  body: unknown,
  query: Record<string, string>,
  dialect: Dialect,
): { request: EnrollRequest } | { errors: FieldErrors } {
  const object = checkObject(body);
  const fields = 'fields' in object ? object.fields : {};
  const asked = dialect === 'reference' ? { ...fields, ...query } : query;
  const plan = asked['subscription_uuid'] ?? undefined;
  const all = checkFlag(asked['enroll_all'] ?? false);
  if ('error' in all) return { errors: { enroll_all: all.error } };
  if (plan !== undefined && (typeof plan !== 'string' || !isUuid(plan))) {
    return { errors: { subscription_uuid: ['Must be a valid UUID.'] } };
  }
  if (all.value && plan === undefined) {
    return {
      errors: { subscription_id: ['This field is required when enroll_all is provided'] },
    };
  }
  if ('errors' in object) return object;

  const errors: FieldErrors = {};
  const emails = checkList(fields['emails'], checkEmail);
  if ('error' in emails) errors['emails'] = emails.error;
  const runKeys = checkList(fields['course_run_keys'], checkText);
  if ('error' in runKeys) errors['course_run_keys'] = runKeys.error;
  const notify = checkFlag(fields['notify']);
  if ('error' in notify) errors['notify'] = notify.error;
  if ('error' in emails || 'error' in runKeys || 'error' in notify) return { errors };
  return {
    request: {
      emails: emails.value,
      runKeys: runKeys.value,
      isNotified: notify.value,
      plan: plan?.toLowerCase(),
      enrollsAll: all.value,
    },
  };
}
