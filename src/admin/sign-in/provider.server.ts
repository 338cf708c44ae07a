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
  const isPlain = !issuer.startsWith('https:');
  if (isPlain && !isLoopbackUrl(issuer)) {
    throw new TypeError(`The issuer ${issuer} must be an https address.`);
  }
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
      execute: [oidc.enableNonRepudiationChecks, ...(isPlain ? [allowHttp] : [])],
    });
  }
}

/** Whether an address leads to this machine: over it, http can't be listened to. */
export function isLoopbackUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return ['localhost', '[::1]'].includes(hostname) || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function allowHttp(configuration: oidc.Configuration): void {
  // Marked as deprecated only to be noticed: `createProvider` calls it for loopback alone.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  oidc.allowInsecureRequests(configuration);
}
