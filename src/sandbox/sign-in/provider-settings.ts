import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { createMemoryAdapter } from './memory-adapter.ts';
import { pageHeaders, renderMessage, renderSignOut } from './pages.ts';
import { sandboxPeople, type SandboxPerson } from './people.ts';

const hourS = 3600;

/** Every default that oidc-provider warns of on the console is replaced here. */
export async function createProviderSettings(client: {
  clientId: string;
  clientSecret: string;
  redirectUris: string[];
  signedOutUris: string[];
}): Promise<Configuration> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const key = { ...privateKey.export({ format: 'jwk' }), kid: 'sandbox', use: 'sig', alg: 'RS256' };
  return {
    adapter: createMemoryAdapter(),
    jwks: { keys: [key] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: client.redirectUris,
        post_logout_redirect_uris: client.signedOutUris,
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'roles'], email: ['email'] },
    pkce: { required: () => true },
    findAccount: (_context, subject) => {
      const person = findBySubject(subject);
      if (person === undefined) return undefined;
      return {
        accountId: subject,
        claims: () => ({
          sub: subject,
          name: person.name,
          email: person.email,
          roles: person.roles,
        }),
      };
    },
    loadExistingGrant: grantAll,
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          writePage(context, renderSignOut(form));
        },
        postLogoutSuccessSource: (context) => {
          writePage(context, renderMessage('Signed out', 'You are signed out of Tarnholt.'));
        },
      },
    },
    renderError: (context, { error, error_description: description }) => {
      const text = description === undefined ? error : `${error}: ${description}`;
      writePage(context, renderMessage('This sign-in can’t go on', text));
    },
    ttl: {
      AccessToken: hourS,
      AuthorizationCode: 60,
      IdToken: hourS,
      Interaction: hourS,
      Session: 8 * hourS,
      Grant: 8 * hourS,
    },
  };
}

/** A stable identifier, as providers give it: not the address, which may change. */
export function subjectOf(person: SandboxPerson): string {
  return `tarnholt-${person.email.split('@', 1)[0] ?? ''}`;
}

function findBySubject(subject: string): SandboxPerson | undefined {
  return Object.values(sandboxPeople).find((person) => subjectOf(person) === subject);
}

/** Nobody is asked for consent: the site belongs to the company. */
async function grantAll({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider } = oidc;
  const known = client && session?.grantIdFor(client.clientId);
  const earlier = known === undefined ? undefined : await provider.Grant.find(known);
  if (earlier !== undefined && earlier.accountId === session?.accountId) return earlier;
  const grant = new provider.Grant({
    ...(client !== undefined && { clientId: client.clientId }),
    ...(session?.accountId !== undefined && { accountId: session.accountId }),
  });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
}

function writePage(context: KoaContextWithOIDC, html: string): void {
  context.set(pageHeaders);
  context.body = html;
}
