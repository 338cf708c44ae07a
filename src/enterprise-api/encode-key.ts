import { EnterpriseApiError } from './errors.ts';

/** A key as part of a path. `+` and `:` stand literally, as the reference writes them (api-ground-truth §1.1). */
export function encodeKey(key: string): string {
  if (key === '' || key === '.' || key === '..') {
    throw new EnterpriseApiError(`"${key}" is no key of an item: it cannot stand in an address.`);
  }
  return encodeURIComponent(key).replaceAll('%2B', '+').replaceAll('%3A', ':');
}
