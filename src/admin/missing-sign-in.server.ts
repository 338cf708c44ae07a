import { renderBarePage, secureHeaders } from './guard/index.server.ts';

/** What answers for the admin area where no sign-in is set up: a page that says what is missing. */
export function explainMissingSignIn({ basePath }: { basePath: string }): {
  answer: (request: Request) => Promise<Response | undefined>;
  stop: () => Promise<void>;
  close: () => Promise<void>;
} {
  const addresses = new Set([`${basePath}admin/`, `${basePath}admin`]);
  return {
    async answer(request) {
      if (!addresses.has(new URL(request.url).pathname)) return undefined;
      const headers = {
        ...secureHeaders({ isSecure: false }),
        'Content-Type': 'text/html; charset=utf-8',
      };
      return new Response(page, { status: 503, headers });
    },
    stop: async () => undefined,
    close: async () => undefined,
  };
}

const page = renderBarePage({
  title: 'No sign-in is set up',
  main: `<p>The administration of licenses and learners needs a sign-in service that speaks OpenID Connect. Set these variables, and start the server again:</p>
<ul><li>OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: from your company’s sign-in service</li>
<li>ENTERPRISE_API_URL with its credentials, ENTERPRISE_CUSTOMER_UUID: as for the catalogue</li></ul>
<p>README.md says the rest under “The admin area”. The catalogue itself needs none of this.</p>`,
});
