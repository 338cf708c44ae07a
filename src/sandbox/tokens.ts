import { randomBytes, randomUUID } from 'node:crypto';
import { sign, verify } from 'hono/jwt';
import type { Switches } from './gateway/switches.ts';

const algorithm = 'HS256';
const scopes = ['read', 'write', 'profile', 'email'];

/** Who may ask: the client of every demo, one of another company, and one that administers none. */
const secrets: Record<string, string> = {
  sandbox: 'sandbox-secret',
  'sandbox-other': 'sandbox-secret',
  'sandbox-guest': 'sandbox-secret',
};

/** What an expired token is called: now, and by older versions of the services (api-ground-truth §2.3). */
const expiredTexts: Record<Switches['expired-token'], string> = {
  invalid: 'Invalid token.',
  token: 'Token has expired.',
  signature: 'Signature has expired.',
};

export interface Caller {
  /** Its client id: whose requests are counted. */
  client: string;
  /** The company that it administers. */
  company: string | undefined;
}

export interface TokenAnswer {
  status: 200 | 400 | 401;
  body: Record<string, unknown>;
}

export type Tokens = ReturnType<typeof createTokens>;

/**
 * Issues and checks tokens. They live as long as this server: its key is new at every start.
 * @param now milliseconds
 * @param findCompany the uuid of the company that a client administers
 */
export function createTokens(
  switches: Switches,
  now: () => number,
  findCompany: (client: string) => string | undefined,
) {
  const lifetimeSeconds = switches['token-lifetime'];
  const key = randomBytes(32).toString('hex');
  let generation = 1;
  const sayLifetime = (seconds: number): number | string =>
    switches['expires-in'] === 'string' ? String(seconds) : seconds;

  return {
    /** Answers a request for a token: api-ground-truth §2.1, §2.2, §10. */
    async issue(form: URLSearchParams, issuer: string): Promise<TokenAnswer> {
      if (form.get('grant_type') !== 'client_credentials')
        return failure(400, 'unsupported_grant_type');
      const name = form.get('client_id') ?? '';
      const isKnown = Object.hasOwn(secrets, name) && secrets[name] === form.get('client_secret');
      if (!isKnown) return failure(401, 'invalid_client');
      // Without token_type=jwt the service gives an opaque token that no endpoint of the API takes.
      if (form.get('token_type')?.toLowerCase() !== 'jwt') {
        return success(randomBytes(15).toString('hex'), sayLifetime(36_000), 'Bearer');
      }
      const issuedAt = Math.floor(now() / 1000);
      const times = { iat: issuedAt, exp: issuedAt + lifetimeSeconds };
      const claims = {
        ...createClaims(name, findCompany(name), issuer),
        ...times,
        generation,
      };
      return success(await sign(claims, key, algorithm), sayLifetime(lifetimeSeconds), 'JWT');
    },

    /** The caller of a request, or the words of a 401 (api-ground-truth §2.3). */
    async authenticate(header: string | undefined): Promise<Caller | string> {
      const [scheme, credentials, ...rest] = (header ?? '').split(' ');
      if (scheme?.toLowerCase() !== 'jwt' || !credentials || rest.length > 0) {
        return 'Authentication credentials were not provided.';
      }
      try {
        const claims = await verify(credentials, key, { alg: algorithm, exp: false, iat: false });
        if (claims['generation'] !== generation) return 'Invalid token.';
        if (Number(claims.exp) * 1000 <= now()) return expiredTexts[switches['expired-token']];
        const name = String(claims['sub']);
        return { client: name, company: findCompany(name) };
      } catch {
        return 'Invalid token.';
      }
    },

    /** Makes every token issued so far invalid. */
    revokeAll: (): void => {
      generation += 1;
    },
  };
}

function createClaims(name: string, company: string | undefined, issuer: string) {
  return {
    aud: 'openedx',
    grant_type: 'client-credentials',
    iss: `${issuer}/oauth2`,
    jti: randomUUID(),
    preferred_username: `${name}-worker`,
    scopes,
    version: '1.2.0',
    sub: name,
    filters: [],
    is_restricted: false,
    email_verified: true,
    roles: company === undefined ? [] : [`enterprise_admin:${company}`],
  };
}

function success(accessToken: string, expiresIn: number | string, tokenType: string): TokenAnswer {
  const body = {
    access_token: accessToken,
    expires_in: expiresIn,
    token_type: tokenType,
    scope: scopes.join(' '),
  };
  return { status: 200, body };
}

function failure(status: 400 | 401, error: string): TokenAnswer {
  return { status, body: { error } };
}
