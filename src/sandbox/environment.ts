import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Dialect } from './gateway/switches.ts';
import type { Caller } from './tokens.ts';

/** What Hono's contexts carry in this server. */
export interface SandboxEnvironment {
  Bindings: HttpBindings;
  Variables: { caller: Caller; dialect: Dialect };
}

export type SandboxContext = Context<SandboxEnvironment>;
