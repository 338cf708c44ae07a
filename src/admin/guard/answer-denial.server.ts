import { signInPaths } from '../sign-in/addresses.server.ts';
import type { Denial } from './create-guard.server.ts';

const sentences: Record<Denial['reason'], string> = {
  'bad-address': 'This address is not well formed.',
  'not-signed-in': 'You are not signed in, or were not active for too long. Sign in again.',
  'no-right': 'Your role does not allow this. Ask who manages roles in your company.',
  unknown: 'There is nothing at this address.',
  'wrong-method': 'This address does not take such a request.',
  'foreign-origin': 'This request came from another site and was not carried out.',
  'no-form': 'This is no form, or a broken one, and was not carried out.',
  'no-token': 'This form is out of date and was not carried out. Load its page again.',
  'too-large': 'This is more than can be sent at once.',
  'too-many': 'These are too many requests. Wait a little and try again.',
};

/**
 * The plain answer to a denied request: a page that needs a person leads to sign-in and back, everything else is
 * a sentence. A connection whose request has a body is closed, since nobody reads the rest of it.
 */
export function answerDenial(
  { status, reason, retryAfterS }: Denial,
  { request, basePath }: { request: Request; basePath: string },
): Response {
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  if (retryAfterS !== undefined) headers.set('Retry-After', String(retryAfterS));
  if (request.method !== 'GET' && request.method !== 'HEAD') headers.set('Connection', 'close');
  const { pathname, search } = new URL(request.url);
  const isPage = request.method === 'GET' && pathname.startsWith(`${basePath}admin/`);
  if (reason === 'not-signed-in' && isPage) {
    const wanted = new URLSearchParams({ return: `${pathname}${search}` });
    headers.set('Location', `${signInPaths({ basePath }).begin}?${String(wanted)}`);
    return new Response(null, { status: 303, headers });
  }
  headers.set('Content-Type', 'text/plain; charset=utf-8');
  return new Response(`${sentences[reason]}\n`, { status, headers });
}
