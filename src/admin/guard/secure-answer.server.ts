import type { SiteAddress } from '../sign-in/addresses.server.ts';
import { secureHeaders } from './headers.server.ts';
import { findIslandScripts } from './island-scripts.server.ts';

/**
 * The same answer with what every answer carries; a page's policy lets exactly the scripts run that Astro wrote into
 * it. Pages are read to their end for that, streams are handed on.
 */
export async function secureAnswer(response: Response, site: SiteAddress): Promise<Response> {
  const headers = new Headers(response.headers);
  const isPage = headers.get('Content-Type')?.startsWith('text/html') === true;
  const body = isPage ? await response.text() : response.body;
  const inlineScripts = typeof body === 'string' ? findIslandScripts(body, site) : [];
  const isSecure = site.adminUrl.startsWith('https:');
  for (const [name, value] of Object.entries(secureHeaders({ inlineScripts, isSecure }))) {
    headers.set(name, value);
  }
  headers.delete('Content-Length');
  return new Response(body, { status: response.status, headers });
}
