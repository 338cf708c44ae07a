import type { AssignRequest } from './assign-licenses.ts';
import {
  checkEmail,
  checkFlag,
  checkList,
  checkObject,
  checkOptionalText,
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
    const text = checkOptionalText(fields[name] === undefined ? '' : fields[name]);
    if ('error' in text) errors[name] = text.error;
  }
  const { notify_users: asked = true } = fields;
  const notify = checkFlag(asked);
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
  if (value === null) return { value: null };
  const text = checkOptionalText(value);
  if ('error' in text) return text;
  const id = text.value.trim();
  if (id === '') return { value: null };
  if (id.length >= idLength) return { value: id };
  const error = `Ensure this value has at least ${String(idLength)} characters (it has ${String(id.length)}).`;
  return { error: [error] };
}
