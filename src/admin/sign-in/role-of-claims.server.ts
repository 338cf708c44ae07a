import type { Role } from '../store/schema.server.ts';

/** How the provider says what a person may do. */
export interface RoleRules {
  /** A claim of the ID token or of the user info, with dots for one inside another: `realm_access.roles`. */
  claim: string;
  /** Values that let a person read. */
  viewer: string[];
  /** Values that let a person read and write. */
  manager: string[];
}

/** The most that any of a person's values gives; `none` where none does. The claim is text or a list of texts. */
export function roleOfClaims(claims: Record<string, unknown>, rules: RoleRules): Role {
  const values = listValues(getClaim(claims, rules.claim));
  if (values.some((value) => rules.manager.includes(value))) return 'manager';
  return values.some((value) => rules.viewer.includes(value)) ? 'viewer' : 'none';
}

/** A claim by its name as it stands, since names that are addresses have dots too, else by the path in it. */
export function getClaim(claims: Record<string, unknown>, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  let value: unknown = claims;
  for (const part of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part))
      return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

function listValues(claim: unknown): string[] {
  const values: unknown[] = Array.isArray(claim) ? claim : [claim];
  return values.filter((value) => typeof value === 'string');
}
