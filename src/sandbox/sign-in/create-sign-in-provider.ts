import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Provider } from 'oidc-provider';
import { pageHeaders, renderMessage, renderSignIn, style, stylePath } from './pages.ts';
import { findPerson } from './people.ts';
import { createProviderSettings, subjectOf } from './provider-settings.ts';

const maxFormBytes = 10_000;
const client = { clientId: 'prospectus', clientSecret: 'prospectus-secret' } as const;

export interface SignInProviderOptions {
  /** Full addresses that may be sent back to after sign-in. */
  redirectUris: string[];
  /** … after sign-out. */
  signedOutUris: string[];
  /** 0, the default, takes any free port. */
  port?: number;
}

export interface SignInProvider {
  /** What `OIDC_ISSUER` takes. */
  issuer: string;
  clientId: 'prospectus';
  clientSecret: 'prospectus-secret';
  close(): Promise<void>;
}

/**
 * Starts an OpenID provider on 127.0.0.1 for the people of `sandboxPeople`, with a page of its own to sign in.
 * It keeps everything in memory and asks no other host for anything. Rejects where the port is taken.
 */
export async function createSignInProvider({
  port = 0,
  redirectUris,
  signedOutUris,
}: SignInProviderOptions): Promise<SignInProvider> {
  // Loaded here: the sandbox is used far more often without it.
  const { Provider: OidcProvider } = await import('oidc-provider');
  const settings = await createProviderSettings({ ...client, redirectUris, signedOutUris });
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const provider = new OidcProvider(issuer, settings);
  const answerOthers = provider.callback();
  server.on('request', (request, response) => {
    const { pathname } = new URL(request.url ?? '/', issuer);
    if (pathname === stylePath) {
      response.writeHead(200, { 'Content-Type': 'text/css' }).end(style);
    } else if (pathname.startsWith('/interaction/')) {
      answerInteraction(provider, request, response).catch(() => {
        const text = 'This sign-in is over. Begin again at the site.';
        writePage(response, 400, renderMessage('Too late', text));
      });
    } else {
      void answerOthers(request, response);
    }
  });
  return {
    issuer,
    ...client,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function answerInteraction(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { uid } = await provider.interactionDetails(request, response);
  const action = `/interaction/${uid}`;
  if (request.method !== 'POST') {
    writePage(response, 200, renderSignIn({ action, email: '', isWrong: false }));
    return;
  }
  const form = await readForm(request);
  const email = form.get('email') ?? '';
  const person = findPerson(email, form.get('password') ?? '');
  if (form.get('choice') === 'cancel') {
    const result = { error: 'access_denied', error_description: 'The person gave up.' };
    await provider.interactionFinished(request, response, result);
  } else if (person === undefined) {
    writePage(response, 401, renderSignIn({ action, email, isWrong: true }));
  } else {
    const result = { login: { accountId: subjectOf(person) } };
    await provider.interactionFinished(request, response, result);
  }
}

function writePage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, pageHeaders).end(html);
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > maxFormBytes) throw new RangeError('The form is too long.');
  }
  return new URLSearchParams(text);
}
