import { readClaims } from './token-claims.ts';

/**
 * The customers that the roles of a token name: `enterprise_admin:<uuid>` (api-ground-truth §2.2), those of an
 * administrator first. `*`, which means all, is no customer.
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
    .filter(({ uuid }) => uuid !== '' && uuid !== '*')
    .toSorted((a, b) => Number(b.isAdministrator) - Number(a.isAdministrator));
  return [...new Set(pairs.map(({ uuid }) => uuid))];
}
