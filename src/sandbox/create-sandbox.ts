import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp } from './app.ts';
import { createFaults, type FaultPlan, type Faults } from './faults/index.ts';
import { createFront } from './front.ts';
import type { RecordedRequest } from './request-log.ts';
import { writeSample } from './sample/index.ts';
import { openContentStore } from './store/content-store.ts';
import { createTokens } from './tokens.ts';

export interface SandboxOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** 127.0.0.1 */
  host?: string;
  /** A folder to serve in place of the sample data: `src/sandbox/README.md`. */
  data?: string;
  /** How many courses the sample has; 320. */
  courses?: number;
  /** The day that the sample's dates are relative to; the present one. */
  now?: Date;
  /** How long a token lives; 3600. */
  tokenLifetimeSeconds?: number;
  /** Faults from the start; more can be added at any time. */
  faults?: FaultPlan;
}

export interface Sandbox {
  /** The origin, without a slash at its end: what `ENTERPRISE_API_URL` takes. */
  url: string;
  port: number;
  clientId: 'sandbox';
  clientSecret: 'sandbox-secret';
  faults: Faults;
  /** What was asked so far, oldest first; empty it with `requests.length = 0`. */
  requests: RecordedRequest[];
  /** Makes every token issued so far invalid. */
  revokeTokens(): void;
  close(): Promise<void>;
}

/** Starts a server that speaks the Enterprise API in the reference's dialect, with data of its own. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, host = '127.0.0.1', tokenLifetimeSeconds = 3600 } = options;
  const { store, remove } = openData(options);
  const state = {
    store,
    tokens: createTokens(tokenLifetimeSeconds),
  };
  const faults = createFaults(options.faults);
  const requests: RecordedRequest[] = [];
  const front = createFront(createApp(state).fetch, { faults, requests });
  // Node's plain server, so never HTTP/2.
  const server = createAdaptorServer({
    fetch: (request, env) => front(request, env as HttpBindings),
  }) as Server;
  server.on('connection', (socket: Socket) => {
    if (faults.refusesConnection()) socket.resetAndDestroy();
  });
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    remove();
    throw error;
  }
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host}:${String(address.port)}`,
    port: address.port,
    clientId: 'sandbox',
    clientSecret: 'sandbox-secret',
    faults,
    requests,
    revokeTokens: state.tokens.revokeAll,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      remove();
    },
  };
}

function openData({ data, courses, now }: SandboxOptions) {
  if (data !== undefined) {
    const store = openContentStore(data);
    return { store, remove: store.close };
  }
  const directory = mkdtempSync(path.join(tmpdir(), 'prospectus-sample-'));
  const removeDirectory = (): void => rmSync(directory, { recursive: true, force: true });
  try {
    writeSample(directory, {
      ...(courses !== undefined && { courses }),
      ...(now !== undefined && { now }),
    });
    const store = openContentStore(directory);
    const remove = (): void => {
      store.close();
      removeDirectory();
    };
    return { store, remove };
  } catch (error) {
    removeDirectory();
    throw error;
  }
}
