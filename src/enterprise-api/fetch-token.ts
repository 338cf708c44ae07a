import { token, type TokenResource } from './contract/index.ts';
import {
  EnterpriseApiAuthError,
  EnterpriseApiHttpError,
  EnterpriseApiResponseError,
} from './errors.ts';
import type { Settings } from './options.ts';
import { sendRequest } from './request.ts';
import { isPassing } from './retry.ts';
import { countRequest, type Statistics } from './statistics.ts';
import { createFixedToken, createTokenSource, type TokenSource } from './token-source.ts';

/** The source of tokens for the credentials; failures that pass are thrown as they are, to be tried again. */
export function createTokens(settings: Settings, statistics: Statistics): TokenSource {
  const { credentials, clock } = settings;
  if ('token' in credentials) return createFixedToken(credentials.token);
  const { clientId, clientSecret, tokenUrl } = credentials;
  const url = new URL(tokenUrl ?? `${settings.apiUrl}/oauth2/v1/access_token`);
  const fetchToken = async (signal: AbortSignal): Promise<TokenResource> => {
    countRequest(statistics, 'token');
    // A form, with token_type: without it the answer is an opaque token (api-ground-truth §2.1).
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      token_type: 'jwt',
    });
    const headers = { Accept: 'application/json' };
    const options = { ...settings, secrets: [clientSecret], signal };
    const answer = token.safeParse(
      await sendRequest({ method: 'POST', url, headers, body }, options).catch(refuse),
    );
    if (answer.success) return answer.data;
    throw new EnterpriseApiResponseError(url.pathname, 'wrong-shape', 'holds no access_token');
  };
  return createTokenSource(fetchToken, clock);
}

const advice: Record<number, string> = {
  403: 'Check ENTERPRISE_API_CLIENT_ID and ENTERPRISE_API_CLIENT_SECRET; too many requests for tokens end so too.',
  404: 'Check ENTERPRISE_API_TOKEN_URL and ENTERPRISE_API_URL.',
};

function refuse(error: unknown): never {
  if (!(error instanceof EnterpriseApiHttpError) || isPassing(error)) throw error;
  throw new EnterpriseApiAuthError(
    error,
    advice[error.status] ?? 'Check ENTERPRISE_API_CLIENT_ID and ENTERPRISE_API_CLIENT_SECRET.',
  );
}
