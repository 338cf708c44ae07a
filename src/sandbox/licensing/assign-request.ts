import type { AssignRequest } from './assign-licenses.ts';
import {
  checkEmail,
  checkFlag,
  checkList,
  checkObject,
  type Check,
  type FieldErrors,
} from './field-errors.ts';

/** Salesforce ids in the form that the service takes. */
const idLength = 18;

/** The body of licenses/assign, or its errors: reference §3.4.2, api-ground-truth §6.1. */
export function parseAssignRequest(
  body: unknown,
): { request: AssignRequest } | { errors: FieldErrors } {
  const object = checkObject(body);
  if ('errors' in object) return object;
  const { fields } = object;
  const errors: FieldErrors = {};
  const emails = checkList(fields['user_emails'], checkEmail);
  if ('error' in emails) errors['user_emails'] = emails.error;
  const ids = checkIds(fields['user_sfids']);
  if ('error' in ids) errors['user_sfids'] = ids.error;
  for (const name of ['greeting', 'closing']) {
    if (typeof (fields[name] ?? '') !== 'string') errors[name] = ['Not a valid string.'];
  }
  const notify = checkFlag(fields['notify_users'] ?? true);
  if ('error' in notify) errors['notify_users'] = notify.error;
  if ('error' in emails || 'error' in ids || Object.keys(errors).length > 0) return { errors };
  if (ids.value !== undefined && ids.value.length !== emails.value.length) {
    const error = 'Number of Salesforce IDs did not match number of provided user emails.';
    return { errors: { non_field_errors: [error] } };
  }
  return { request: { emails: emails.value, salesforceIds: ids.value } };
}

function checkIds(value: unknown): Check<(string | null)[] | undefined> {
  if (value === undefined) return { value: undefined };
  if (Array.isArray(value) && value.length === 0) {
    return { error: ['No Salesforce Ids provided.'] };
  }
  return checkList(value, checkId);
}

function checkId(value: unknown): Check<string | null> {
  if (value === null || value === '') return { value: null };
  if (typeof value !== 'string') return { error: ['Not a valid string.'] };
  if (value.length >= idLength) return { value };
  const error = `Ensure this value has at least ${String(idLength)} characters (it has ${String(value.length)}).`;
  return { error: [error] };
}
