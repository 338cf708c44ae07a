import { signInPaths } from '../sign-in/addresses.server.ts';
import { escapeHtml, renderBarePage } from './bare-page.server.ts';
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
 * a sentence, with a way to go on where a person looks at it. A connection whose request has a body is closed,
 * since nobody reads the rest of it.
 */
export function answerDenial(
  { status, reason, retryAfterS }: Denial,
  { request, basePath }: { request: Request; basePath: string },
): Response {
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  if (retryAfterS !== undefined) headers.set('Retry-After', String(retryAfterS));
  if (request.method !== 'GET' && request.method !== 'HEAD') headers.set('Connection', 'close');
  const url = new URL(request.url);
  const begin = signInPaths({ basePath }).begin;
  const isNavigation = url.pathname.startsWith(`${basePath}admin/`) && isByPerson(request);
  if (reason === 'not-signed-in' && request.method === 'GET' && isNavigation) {
    const wanted = new URLSearchParams({ return: `${url.pathname}${url.search}` });
    headers.set('Location', `${begin}?${String(wanted)}`);
    return new Response(null, { status: 303, headers });
  }
  const isPage = isNavigation && request.headers.get('Accept')?.includes('text/html') === true;
  headers.set('Content-Type', `text/${isPage ? 'html' : 'plain'}; charset=utf-8`);
  const sentence = sentences[reason];
  if (!isPage) return new Response(`${sentence}\n`, { status, headers });
  const main = reason === 'not-signed-in' ? wayThroughSignIn(begin, url) : wayBack(url);
  return new Response(renderBarePage({ title: sentence, main }), { status, headers });
}

/** A script could not follow to the sign-in service. Old browsers and tools don't say who asks. */
function isByPerson({ headers }: Request): boolean {
  return (headers.get('Sec-Fetch-Dest') ?? 'document') === 'document';
}

/**
 * A browser sends a form once more when its answer is loaded again: what was typed is not lost. What changes something
 * has the token of the session that is over, and would be refused.
 */
function wayThroughSignIn(begin: string, url: URL): string {
  const link = `<a href="${escapeHtml(begin)}" target="_blank">Sign in in a new window</a>`;
  const rest = url.searchParams.has('_action')
    ? 'then go back in this one, reload it, and confirm what it shows.'
    : 'then reload this page: what you entered is sent again.';
  return `<p>Nothing was carried out. ${link}, ${rest}</p>`;
}

function wayBack({ pathname, searchParams }: URL): string {
  const query = new URLSearchParams(searchParams);
  query.delete('_action');
  const address = query.size === 0 ? pathname : `${pathname}?${query.toString()}`;
  return `<p><a href="${escapeHtml(address)}">Go to the page</a></p>`;
}
