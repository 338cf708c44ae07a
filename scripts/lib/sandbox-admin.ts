import type { EnvironmentVariables } from '#config';
import { createSignInProvider, sandboxCustomer, type Sandbox } from '#sandbox';

/**
 * A sign-in provider with the sandbox's people for the site at `siteUrl`, and the variables by which its admin
 * server uses both.
 */
export async function openSandboxAdmin({
  sandbox,
  siteUrl,
  basePath,
  databaseFile,
}: {
  sandbox: Sandbox;
  /** Without a slash at its end. */
  siteUrl: string;
  basePath: string;
  databaseFile: string;
}): Promise<{ variables: EnvironmentVariables; close: () => Promise<void> }> {
  const folder = `${siteUrl}${basePath}admin/`;
  const signIn = await createSignInProvider({
    redirectUris: [`${folder}sign-in/callback/`],
    signedOutUris: [`${folder}signed-out/`],
  });
  return {
    variables: {
      ADMIN_URL: siteUrl,
      BASE_PATH: basePath,
      ADMIN_DATABASE_URL: databaseFile,
      ENTERPRISE_API_URL: sandbox.url,
      ENTERPRISE_API_CLIENT_ID: sandbox.clientId,
      ENTERPRISE_API_CLIENT_SECRET: sandbox.clientSecret,
      ENTERPRISE_CUSTOMER_UUID: sandboxCustomer.uuid,
      OIDC_ISSUER: signIn.issuer,
      OIDC_CLIENT_ID: signIn.clientId,
      OIDC_CLIENT_SECRET: signIn.clientSecret,
    },
    close: () => signIn.close(),
  };
}
