import type { Hono, MiddlewareHandler } from 'hono';
import { answerDetail } from '../answer.ts';
import type { AppState } from '../app-state.ts';
import type { SandboxContext, SandboxEnvironment } from '../environment.ts';
import type { ThrottledKind } from '../throttle.ts';
import { isAcceptable } from './accepted-types.ts';

export type Handler = (context: SandboxContext) => Response | Promise<Response>;

export interface Resource {
  path: string;
  /** GET */
  method?: 'GET' | 'POST';
  handler: Handler;
  /** What the service says before it looks at the token. */
  checkFirst?: (context: SandboxContext) => Response | undefined;
}

/**
 * Adds what answers one method of a path, for callers with a token only. What is wrong with a request as such
 * is said in the services' order (api-ground-truth §7): `Accept` 406, token 401, method 405; what is wrong with
 * a body, the handler says. POST answers are JSON whatever `Accept` says.
 */
export function addResource(
  app: Hono<SandboxEnvironment>,
  { tokens }: Pick<AppState, 'tokens'>,
  { path, method = 'GET', handler, checkFirst }: Resource,
): void {
  const before: MiddlewareHandler<SandboxEnvironment>[] = [
    async (context, next) => {
      if (method === 'GET' && !isAcceptable(context)) return answerNotAcceptable(context);
      return checkFirst?.(context) ?? next();
    },
    createAuthentication(tokens),
  ];
  app.use(path, ...before);
  app.on(method, path, handler);
  const allowed = method === 'GET' ? 'GET, HEAD, OPTIONS' : 'POST, OPTIONS';
  app.all(path, (context) => answerWrongMethod(context, allowed));
}

/** The 429 of a caller that asks too often (api-ground-truth §3), or undefined; counts the request. */
export function answerThrottled(
  context: SandboxContext,
  { throttle }: Pick<AppState, 'throttle'>,
  kind: ThrottledKind,
): Response | undefined {
  const wait = throttle(kind, context.var.caller.client);
  if (wait === undefined) return undefined;
  context.header('Retry-After', String(wait));
  const unit = wait === 1 ? 'second' : 'seconds';
  const detail = `Request was throttled. Expected available in ${String(wait)} ${unit}.`;
  return answerDetail(context, 429, detail);
}

export function answerWrongMethod(context: SandboxContext, allowed: string): Response {
  context.header('Allow', allowed);
  return answerDetail(context, 405, `Method "${context.req.method}" not allowed.`);
}

/** A part of the path, or nothing. */
export function parameter(context: SandboxContext, name: string): string {
  return context.req.param(name) ?? '';
}

function answerNotAcceptable(context: SandboxContext): Response {
  // No format satisfies the request, so the service takes its first (api-ground-truth §7, §8).
  return context.json({ detail: 'Could not satisfy the request Accept header.' }, 406);
}

function createAuthentication(tokens: AppState['tokens']): MiddlewareHandler<SandboxEnvironment> {
  return async (context, next) => {
    const caller = await tokens.authenticate(context.req.header('Authorization'));
    if (typeof caller === 'string') {
      context.header('WWW-Authenticate', 'JWT realm="api"');
      return answerDetail(context, 401, caller);
    }
    context.set('caller', caller);
    return next();
  };
}
