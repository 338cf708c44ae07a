import type { Dialect } from '../gateway/switches.ts';
import {
  checkEmail,
  checkList,
  checkObject,
  nameType,
  type Check,
  type FieldErrors,
} from './field-errors.ts';

const neither = 'Either user_emails or filters must be provided.';
const both = 'Either user_emails or filters must be provided, but not both.';
const unknownFilter = "Malformed filters, supported filters are ['user_email', 'status_in'].";

/** What a license must fit; nothing given fits all. */
export interface LicenseFilters {
  /** Part of the address, whatever its case. */
  emailPart?: string;
  statuses?: string[];
}

/**
 * The body of licenses/bulk-revoke, or its errors: reference §3.5.2, api-ground-truth §6.2. The reference's
 * text names the addresses `user_email`, its table `user_emails`: its dialect takes both, and filters in both
 * spellings; the deployed service its own only.
 */
export function parseRevokeRequest(
  body: unknown,
  dialect: Dialect,
): { target: string[] | LicenseFilters } | { errors: FieldErrors } {
  const object = checkObject(body);
  if ('errors' in object) return object;
  const { fields } = object;
  const isNamed = 'user_emails' in fields || dialect === 'gateway';
  const addresses = isNamed ? fields['user_emails'] : readOne(fields);
  const given = fields['filters'];
  const errors: FieldErrors = {};
  const emails = addresses === undefined ? undefined : checkList(addresses, checkEmail);
  if (emails !== undefined && 'error' in emails) errors['user_emails'] = emails.error;
  const filters = given === undefined ? undefined : checkList(given, checkDictionary);
  if (filters !== undefined && 'error' in filters) errors['filters'] = filters.error;
  if (Object.keys(errors).length > 0) return { errors };
  if (emails !== undefined && filters !== undefined) return { errors: refuse(both) };
  if (emails !== undefined && 'value' in emails) return { target: emails.value };
  if (filters === undefined || !('value' in filters)) return { errors: refuse(neither) };
  return combineFilters(filters.value, dialect);
}

function readOne({ user_email: email }: Record<string, unknown>): unknown {
  return typeof email === 'string' ? [email] : email;
}

function combineFilters(
  list: Record<string, unknown>[],
  dialect: Dialect,
): { target: LicenseFilters } | { errors: FieldErrors } {
  const target: LicenseFilters = {};
  for (const filter of list) {
    const [name, value] = readFilter(filter, dialect);
    if (name === 'user_email') {
      if (typeof value !== 'string') {
        return { errors: refuse('Malformed filters, user_email must be a string.') };
      }
      target.emailPart = value;
    } else if (name === 'status_in' && Array.isArray(value)) {
      target.statuses = value.map(String);
    } else {
      return { errors: refuse(unknownFilter) };
    }
  }
  return { target };
}

function readFilter(filter: Record<string, unknown>, dialect: Dialect): [unknown, unknown] {
  if ('name' in filter) return [filter['name'], filter['filter_value']];
  const entries = Object.entries(filter);
  const [entry] = entries;
  return dialect === 'reference' && entries.length === 1 && entry !== undefined
    ? entry
    : [undefined, undefined];
}

function checkDictionary(value: unknown): Check<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return { value: value as Record<string, unknown> };
  }
  return { error: [`Expected a dictionary of items but got type "${nameType(value)}".`] };
}

function refuse(text: string): FieldErrors {
  return { non_field_errors: [text] };
}
