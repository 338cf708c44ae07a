import * as oidc from 'openid-client';
import type { Session } from '../store/sessions.server.ts';
import { getClaim, roleOfClaims, type RoleRules } from './role-of-claims.server.ts';

const maxNameLength = 200;

/**
 * Who signed in and what they may do: from the ID token, and from the provider's user info where the role's claim
 * or a name is not in it. Throws what openid-client throws.
 */
export async function fetchPerson(
  provider: oidc.Configuration,
  tokens: Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>,
  rules: RoleRules,
): Promise<Pick<Session, 'subject' | 'name' | 'role' | 'idToken'>> {
  const idClaims = tokens.claims();
  if (idClaims === undefined || tokens.id_token === undefined) {
    throw new TypeError('The provider sent no ID token.');
  }
  const hasRoles = getClaim(idClaims, rules.claim) !== undefined;
  const isComplete = hasRoles && getName(idClaims) !== undefined;
  const hasMore = provider.serverMetadata().userinfo_endpoint !== undefined;
  const more =
    isComplete || !hasMore
      ? {}
      : await oidc.fetchUserInfo(provider, tokens.access_token, idClaims.sub);
  return {
    subject: idClaims.sub,
    name: (getName(idClaims) ?? getName(more) ?? idClaims.sub).slice(0, maxNameLength),
    role: roleOfClaims(hasRoles ? idClaims : more, rules),
    idToken: tokens.id_token,
  };
}

function getName(claims: Record<string, unknown>): string | undefined {
  return [claims['name'], claims['preferred_username'], claims['email']].find(
    (name) => typeof name === 'string' && name.trim() !== '',
  ) as string | undefined;
}
