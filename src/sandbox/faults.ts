import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { setTimeout } from 'node:timers/promises';
import type { SandboxContext } from './environment.ts';
import type { RecordedRequest } from './request-log.ts';

/** Which requests a fault meets: all that is given must fit, `{}` is every request. */
export interface FaultMatch {
  method?: string;
  /** The whole path, percent-encoding undone, or a pattern to find in it. */
  path?: string | RegExp;
  query?: Record<string, string>;
}

export interface Fault {
  match?: FaultMatch;
  /** How many matching requests to let pass first; 0. */
  skip?: number;
  /** How many matching requests to meet; no limit. */
  times?: number;
  delayMs?: number;
  /** Answers in place of the sandbox, with `body`, as JSON unless it is a string. */
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** Rewrites the answer that the sandbox would give, where it is JSON. */
  change?: (body: unknown) => unknown;
  /** Sends the first half of the answer, then cuts the connection. */
  truncate?: boolean;
  /** Cuts the connection without an answer. */
  hangUp?: boolean;
}

export interface Faults {
  /** The faults act in the order in which they were added; the first that fits is the only one. */
  add(fault: Fault): AddedFault;
  clear(): void;
}

export interface AddedFault {
  /** How many requests it has met. */
  readonly hits: number;
  remove(): void;
}

interface ActiveFault {
  fault: Fault;
  seen: number;
  hits: number;
}

export function createFaults(): Faults & { find(request: RecordedRequest): Fault | undefined } {
  let active: ActiveFault[] = [];
  return {
    add(fault) {
      const added: ActiveFault = { fault, seen: 0, hits: 0 };
      active.push(added);
      return {
        get hits() {
          return added.hits;
        },
        remove: () => {
          active = active.filter((other) => other !== added);
        },
      };
    },
    clear: () => {
      active = [];
    },
    find: (request) => active.find((candidate) => meets(candidate, request))?.fault,
  };
}

/**
 * Gives the faulty answer; `next` is the answer that the sandbox would give.
 * @returns whether it is whole
 */
export async function answerFaulty(
  context: SandboxContext,
  fault: Fault,
  next: () => Promise<void>,
): Promise<boolean> {
  if (fault.delayMs !== undefined) await setTimeout(fault.delayMs, undefined, { ref: false });
  if (fault.hangUp) {
    context.env.outgoing.destroy();
    setResponse(context, RESPONSE_ALREADY_SENT);
    return false;
  }
  if (fault.status !== undefined) setResponse(context, createResponse(fault, fault.status));
  else await next();
  if (fault.change !== undefined) await changeResponse(context, fault.change);
  if (!fault.truncate) return true;
  await sendHalf(context);
  return false;
}

function meets(active: ActiveFault, request: RecordedRequest): boolean {
  const { match = {}, skip = 0, times = Infinity } = active.fault;
  if (!matches(match, request)) return false;
  active.seen += 1;
  if (active.seen <= skip || active.hits >= times) return false;
  active.hits += 1;
  return true;
}

function matches({ method, path, query = {} }: FaultMatch, request: RecordedRequest): boolean {
  if (method !== undefined && method !== request.method) return false;
  if (typeof path === 'string' && path !== request.path) return false;
  if (path instanceof RegExp && request.path.search(path) === -1) return false;
  return Object.entries(query).every(([name, value]) => request.query[name] === value);
}

function createResponse({ body = '', headers = {} }: Fault, status: number): Response {
  const isText = typeof body === 'string';
  const type = isText ? 'text/html; charset=utf-8' : 'application/json';
  const mayHaveBody = status !== 204 && status !== 304;
  const text = isText ? body : JSON.stringify(body);
  return new Response(mayHaveBody ? text : null, {
    status,
    headers: { 'Content-Type': type, ...headers },
  });
}

async function changeResponse(
  context: SandboxContext,
  change: (body: unknown) => unknown,
): Promise<void> {
  const { status, headers } = context.res;
  if (!headers.get('Content-Type')?.includes('json')) return;
  const changed = JSON.stringify(change(await context.res.json()));
  setResponse(
    context,
    new Response(changed, { status, headers: { 'Content-Type': 'application/json' } }),
  );
}

async function sendHalf(context: SandboxContext): Promise<void> {
  const { outgoing } = context.env;
  const body = Buffer.from(await context.res.arrayBuffer());
  const headers = {
    ...Object.fromEntries(context.res.headers),
    'content-length': String(body.length),
  };
  outgoing.writeHead(context.res.status, headers);
  outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => outgoing.destroy());
  setResponse(context, RESPONSE_ALREADY_SENT);
}

/** Hono merges a new response's headers into those of the one before; here it takes its place. */
function setResponse(context: SandboxContext, response: Response): void {
  context.res = undefined;
  context.res = response;
}
