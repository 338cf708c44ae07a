import type { SiteAddress } from '../sign-in/addresses.server.ts';
import { secureHeaders } from './headers.server.ts';
import { findIslandScripts } from './island-scripts.server.ts';
import { limitStream } from './limit-stream.server.ts';

/**
 * The same answer with what every answer carries; a page's policy lets exactly the scripts run that Astro wrote into
 * it. Pages are read to their end for that, files are handed on as they come, and events for as long as one may listen.
 */
export async function secureAnswer(response: Response, site: SiteAddress): Promise<Response> {
  const headers = new Headers(response.headers);
  const body = await readBody(response);
  const inlineScripts = typeof body === 'string' ? findIslandScripts(body, site) : [];
  const isSecure = site.adminUrl.startsWith('https:');
  for (const [name, value] of Object.entries(secureHeaders({ inlineScripts, isSecure }))) {
    headers.set(name, value);
  }
  headers.delete('Content-Length');
  return new Response(body, { status: response.status, headers });
}

async function readBody(response: Response): Promise<string | ReadableStream | null> {
  const type = response.headers.get('Content-Type') ?? '';
  if (type.startsWith('text/html')) return response.text();
  const isEvents = type.startsWith('text/event-stream') && response.body !== null;
  return isEvents ? limitStream(response.body) : response.body;
}
