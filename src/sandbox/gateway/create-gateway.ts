import type { FetchAnswer } from '../faults/index.ts';
import { createRouteTable, type GatewayRoute } from './route-table.ts';
import type { Switches } from './switches.ts';

const maximumBytes = 10 * 1024 * 1024;
const tokenPath = '/oauth2/v1/access_token';

/**
 * The API as the gateway at `api.edx.org` passes it on (api-ground-truth §1): of a request the path, the token,
 * the body and few parameters; of an answer the status, where it is one of those listed, and the body.
 * What is no part of the API (pictures, documentation) it leaves alone.
 */
export function createGateway(
  askService: FetchAnswer,
  { switches }: { switches: Switches },
): FetchAnswer {
  const routes = createRouteTable(switches.revoke === 'current-as-400');
  return async (request, env) => {
    const url = new URL(request.url);
    if (!/^\/(?:enterprise|oauth2)(?:\/|$)/.test(url.pathname)) return askService(request, env);
    const path = url.pathname.replace(/\/$/, '');
    const route = routes.find(
      ({ method, pattern }) => method === request.method && pattern.test(path),
    );
    if (route === undefined) return answerUnknownRoute(request.headers.get('Authorization'));
    const body = request.method === 'POST' ? await request.arrayBuffer() : undefined;
    if ((body?.byteLength ?? 0) > maximumBytes) return answerMessage(413, 'Request Too Long');
    const answer = await askService(forward(request, route, { url, path, body }), env);
    return passOn(answer, route, { origin: url.origin, path, switches });
  };
}

interface Forwarded {
  url: URL;
  path: string;
  body: ArrayBuffer | undefined;
}

function forward(request: Request, route: GatewayRoute, { url, path, body }: Forwarded): Request {
  const target = new URL(path, url);
  for (const name of route.forwarded) {
    for (const value of url.searchParams.getAll(name)) target.searchParams.append(name, value);
  }
  const headers = new Headers();
  const passed = path === tokenPath ? ['Content-Type'] : ['Authorization', 'Content-Type'];
  for (const name of passed) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Request(target, { method: request.method, headers, ...(body && { body }) });
}

async function passOn(
  answer: Response,
  { isList, kept }: GatewayRoute,
  { origin, path, switches }: { origin: string; path: string; switches: Switches },
): Promise<Response> {
  const body = Buffer.from(await answer.arrayBuffer());
  if (body.length > maximumBytes) return answerMessage(500, 'Internal server error');
  const isKept = kept.includes(answer.status) || !switches['map-statuses'];
  const status = isKept ? answer.status : 400;
  if (status === 204) return new Response(null, { status });
  if (answer.status !== 200 || isList !== true) return answerBody(status, body);
  return answerBody(status, rebuildList(body, origin + path, switches));
}

/** A list with its four keys only, its links through the gateway (api-ground-truth §1.2). */
function rebuildList(body: Buffer, address: string, switches: Switches): string {
  const list = JSON.parse(body.toString()) as Record<string, unknown>;
  const missing = switches['empty-links'] ? '' : null;
  const rebuilt = {
    count: list['count'],
    next: linkThrough(address, list['next']) ?? missing,
    previous: linkThrough(address, list['previous']) ?? missing,
  };
  const results = JSON.stringify(list['results']);
  // The links stand in the template as text, only the results are written anew.
  return `${JSON.stringify(rebuilt).slice(0, -1)},"results":${
    switches['escaped-slashes'] ? results.replaceAll('/', '\\/') : results
  }}`;
}

function linkThrough(address: string, link: unknown): string | undefined {
  return typeof link === 'string' && link !== '' ? address + new URL(link).search : undefined;
}

/** The gateway's words for a path or method that it does not know: with a token, it repeats it (§1.3). */
function answerUnknownRoute(authorization: string | null): Response {
  const [scheme = '', ...credentials] = (authorization ?? '').split(' ');
  if (scheme === '' || credentials.length === 0) {
    return answerMessage(403, 'Missing Authentication Token');
  }
  return answerMessage(
    403,
    `'${credentials.join(' ')}' not a valid key=value pair (missing equal-sign) in Authorization header: '${String(authorization)}'.`,
  );
}

function answerMessage(status: number, message: string): Response {
  return answerBody(status, JSON.stringify({ message }));
}

/** Every body is called JSON, pages of HTML included. */
function answerBody(status: number, body: Buffer | string): Response {
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });
}
