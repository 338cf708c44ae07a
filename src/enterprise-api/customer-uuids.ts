import { readClaims } from './token-claims.ts';

/**
 * The customers that the roles of a token name, `enterprise_admin:<uuid>` (api-ground-truth §2.2): those that it
 * administers, or all where it administers none. `*`, which means any, is no customer.
 */
export function readCustomerUuids(token: string): string[] {
  const roles = readClaims(token)?.['roles'];
  if (!Array.isArray(roles)) return [];
  const pairs = roles
    .filter((role) => typeof role === 'string')
    .map((role) => {
      const [name = '', ...rest] = role.split(':');
      return { isAdministrator: /admin|operator/i.test(name), uuid: rest.join(':').trim() };
    })
    .filter(({ uuid }) => uuid !== '' && uuid !== '*');
  const administered = pairs.filter(({ isAdministrator }) => isAdministrator);
  const chosen = administered.length > 0 ? administered : pairs;
  return [...new Set(chosen.map(({ uuid }) => uuid))];
}
