import { randomBytes, randomUUID } from 'node:crypto';
import { sign, verify } from 'hono/jwt';

const algorithm = 'HS256';
const scopes = ['read', 'write', 'profile', 'email'];

/** Who may ask: the client of every demo, and one that administers no company. */
const clients: Record<string, { secret: string; isAdministrator: boolean }> = {
  sandbox: { secret: 'sandbox-secret', isAdministrator: true },
  'sandbox-guest': { secret: 'sandbox-secret', isAdministrator: false },
};

export interface Caller {
  isAdministrator: boolean;
}

export interface TokenAnswer {
  status: 200 | 400 | 401;
  body: Record<string, unknown>;
}

export type Tokens = ReturnType<typeof createTokens>;

/**
 * Issues and checks tokens. They live as long as this server: its key is new at every start.
 * @param lifetimeSeconds what `expires_in` says and `exp` keeps
 */
export function createTokens(lifetimeSeconds: number) {
  const key = randomBytes(32).toString('hex');
  let generation = 1;

  return {
    /** Answers a request for a token: api-ground-truth §2.1, §2.2, §10. */
    async issue(form: URLSearchParams, issuer: string): Promise<TokenAnswer> {
      if (form.get('grant_type') !== 'client_credentials')
        return failure(400, 'unsupported_grant_type');
      const name = form.get('client_id') ?? '';
      const client = Object.hasOwn(clients, name) ? clients[name] : undefined;
      if (client === undefined) return failure(401, 'invalid_client');
      if (client.secret !== form.get('client_secret')) return failure(401, 'invalid_client');
      // Without token_type=jwt the service gives an opaque token that no endpoint of the API takes.
      if (form.get('token_type')?.toLowerCase() !== 'jwt') {
        return success(randomBytes(15).toString('hex'), 36_000, 'Bearer');
      }
      const claims = createClaims(name, client.isAdministrator, issuer, lifetimeSeconds);
      return success(await sign({ ...claims, generation }, key, algorithm), lifetimeSeconds, 'JWT');
    },

    /** The caller of a request, or the words of a 401 (api-ground-truth §2.3). */
    async authenticate(header: string | undefined): Promise<Caller | string> {
      const [scheme, credentials, ...rest] = (header ?? '').split(' ');
      if (scheme?.toLowerCase() !== 'jwt' || !credentials || rest.length > 0) {
        return 'Authentication credentials were not provided.';
      }
      try {
        const claims = await verify(credentials, key, algorithm);
        if (claims['generation'] !== generation) return 'Invalid token.';
        return { isAdministrator: (claims['roles'] as string[]).length > 0 };
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

function createClaims(
  name: string,
  isAdministrator: boolean,
  issuer: string,
  lifetimeSeconds: number,
) {
  const issuedAt = Math.floor(Date.now() / 1000);
  return {
    aud: 'openedx',
    exp: issuedAt + lifetimeSeconds,
    grant_type: 'client-credentials',
    iat: issuedAt,
    iss: `${issuer}/oauth2`,
    jti: randomUUID(),
    preferred_username: `${name}-worker`,
    scopes,
    version: '1.2.0',
    sub: name,
    filters: [],
    is_restricted: false,
    email_verified: true,
    roles: isAdministrator ? ['enterprise_admin:*'] : [],
  };
}

function success(accessToken: string, expiresIn: number, tokenType: string): TokenAnswer {
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
