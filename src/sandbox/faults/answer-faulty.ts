import type { HttpBindings } from '@hono/node-server';
import { extendList, moveItems, type AskForPage } from './move-items.ts';
import type { ActiveFault, Fault } from './registry.ts';
import { isPage, pageNumber, pageUrl, rewriteBody } from './rewrite.ts';
import { hangUp, sendHalf, slowDown, waitFor } from './send.ts';

/** What fetches an answer of the sandbox without faults. */
export type FetchAnswer = (request: Request, env: HttpBindings) => Promise<Response> | Response;

const rewriters = [
  'set',
  'remove',
  'nullArrays',
  'next',
  'count',
  'emptyPage',
  'reshuffle',
  'changeAfterPage',
  'malformed',
  'change',
] as const;

/**
 * Gives the answer that the fault makes of the sandbox's.
 * @returns undefined where the answer is none, or not whole
 */
export async function answerFaulty(
  active: ActiveFault,
  { request, env, fetchAnswer }: { request: Request; env: HttpBindings; fetchAnswer: FetchAnswer },
): Promise<Response | undefined> {
  const { fault, random } = active;
  const { outgoing } = env;
  if (fault.delayMs !== undefined) {
    const { delayMs } = fault;
    const isThere = await waitFor(
      typeof delayMs === 'number'
        ? delayMs
        : random.integer(Math.min(...delayMs), Math.max(...delayMs)),
      outgoing,
    );
    if (!isThere) return undefined;
  }
  if (fault.hangUp) {
    hangUp(outgoing);
    return undefined;
  }
  let response = createAnswer(fault) ?? (await fetchAnswer(request, env));
  if (rewriters.some((name) => fault[name] !== undefined)) {
    response = await rewriteAnswer(response, active, new URL(request.url), (page) =>
      askForPage(page, request, env, fetchAnswer),
    );
  }
  if (fault.truncate) {
    await sendHalf(response, outgoing);
    return undefined;
  }
  return fault.bytesPerSecond === undefined ? response : slowDown(response, fault.bytesPerSecond);
}

function createAnswer({
  status,
  body = '',
  headers = {},
  tokenCalls,
}: Fault): Response | undefined {
  if (status === undefined) {
    return tokenCalls === undefined
      ? undefined
      : Response.json(
          { detail: 'Invalid token.' },
          { status: 401, headers: { 'WWW-Authenticate': 'JWT realm="api"' } },
        );
  }
  const isText = typeof body === 'string';
  const type = isText ? 'text/html; charset=utf-8' : 'application/json';
  const mayHaveBody = ![204, 205, 304].includes(status);
  const text = isText ? body : JSON.stringify(body);
  return new Response(mayHaveBody ? text : null, {
    status,
    headers: { 'Content-Type': type, ...headers },
  });
}

async function rewriteAnswer(
  response: Response,
  active: ActiveFault,
  url: URL,
  ask: AskForPage,
): Promise<Response> {
  if (!response.headers.get('Content-Type')?.includes('json')) return response;
  const text = await response.clone().text();
  let { status } = response;
  let body = parseJson(text);
  if (body === undefined) return response;
  if (status === 404 && active.fault.next === 'endless' && pageNumber(url) > 1) {
    const page = await extendList(url, ask);
    if (page !== undefined) [status, body] = [200, page];
  }
  const moved = await moveItems(body, active, url, ask);
  if (moved === undefined) status = 404;
  const changed = rewriteBody(moved ?? { detail: 'Invalid page.' }, active, url);
  const headers = new Headers(response.headers);
  headers.delete('Content-Length');
  return new Response(toText(changed, active.fault), { status, headers });
}

/** Undefined for what only says that it is JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** JSON, or with a comma before its last bracket, which no parser takes. */
function toText(body: unknown, { malformed }: Fault): string {
  const text = JSON.stringify(body);
  return malformed ? `${text.slice(0, -1)},${text.slice(-1)}` : text;
}

async function askForPage(
  page: number,
  { url, headers }: Request,
  env: HttpBindings,
  fetchAnswer: FetchAnswer,
) {
  const response = await fetchAnswer(new Request(pageUrl(new URL(url), page), { headers }), env);
  if (!response.ok) return undefined;
  const body: unknown = await response.json();
  return isPage(body) ? body : undefined;
}
