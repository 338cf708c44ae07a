import { isProtectedUrl } from '#config';
import * as oidc from 'openid-client';

const timeoutS = 10;

/** The company's sign-in service and how it knows this site. */
export interface ProviderSettings {
  /** https, or a loopback address for trying it. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** With spaces between: `openid profile`. */
  scope: string;
}

/**
 * What the provider says about itself, read when it is first needed and kept; a failure is not kept. Throws a
 * `TypeError` at once where the issuer is neither https nor a loopback address.
 */
export function createProvider({
  issuer,
  clientId,
  clientSecret,
}: ProviderSettings): () => Promise<oidc.Configuration> {
  if (!isProtectedUrl(issuer)) {
    throw new TypeError(`The issuer ${issuer} must be an https address.`);
  }
  const isPlain = issuer.startsWith('http:');
  let found: Promise<oidc.Configuration> | undefined;
  return async () => {
    found ??= discover();
    try {
      return await found;
    } catch (error) {
      found = undefined;
      throw error;
    }
  };

  async function discover(): Promise<oidc.Configuration> {
    return oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: timeoutS,
      // The signature of the ID token is checked although TLS stands in for it.
      // The other is marked as deprecated only to be noticed: it is for loopback here.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      execute: [oidc.enableNonRepudiationChecks, ...(isPlain ? [oidc.allowInsecureRequests] : [])],
    });
  }
}
