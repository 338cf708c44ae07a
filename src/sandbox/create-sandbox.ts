import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AppState } from './app-state.ts';
import { createApp } from './app.ts';
import type { SandboxDocs } from './docs.ts';
import { createFaults, type FaultPlan, type Faults } from './faults/index.ts';
import { createFront } from './front.ts';
import { createGateway } from './gateway/create-gateway.ts';
import { parseSwitches, type Dialect, type SwitchSettings } from './gateway/switches.ts';
import { findCompanyOfClient } from './licensing/companies.ts';
import { createLicensing } from './licensing/create-licensing.ts';
import type { RecordedRequest } from './request-log.ts';
import { writeSample } from './sample/index.ts';
import { openContentStore } from './store/content-store.ts';
import { createThrottle } from './throttle.ts';
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
  /** A file for licenses and enrollments, which outlives the sandbox; without, they end with it. */
  state?: string;
  /** Rows of the learner summary in a new state; 500. */
  learners?: number;
  /** The day that the sample's dates are relative to; the present one. */
  now?: Date;
  /** `reference`, the default, is the document to the letter; `gateway` the deployed service. */
  dialect?: Dialect;
  /** In place of the dialect's own: `src/sandbox/README.md`, "Switches". */
  switches?: SwitchSettings;
  /** Faults from the start, as `readFaultsFile` gives them; more can be added at any time. */
  faults?: FaultPlan;
  /** Serves the API's documentation at `/docs/`. */
  docs?: SandboxDocs;
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

/**
 * Starts a server that speaks the Enterprise API, with data of its own.
 * @throws an Error whose message says what to do, where a switch, a data folder or the port does not fit
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, host = '127.0.0.1', dialect = 'reference' } = options;
  const switches = parseSwitches(dialect, options.switches);
  const { store, remove: removeData } = openData(options);
  const licensing = openLicensing(options, { store, onFailure: removeData });
  const remove = (): void => {
    licensing.close();
    removeData();
  };
  const state: AppState = {
    dialect,
    switches,
    store,
    licensing,
    tokens: createTokens(
      switches,
      Date.now,
      (client) => findCompanyOfClient(licensing, client)?.uuid,
    ),
    throttle: createThrottle(switches.throttle, Date.now),
    docs: options.docs,
  };
  const app = createApp(state);
  const fetchAnswer = dialect === 'gateway' ? createGateway(app.fetch, state) : app.fetch;
  const faults = createFaults(options.faults);
  const requests: RecordedRequest[] = [];
  const front = createFront(fetchAnswer, { faults, requests });
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

function openLicensing(
  { state: file, learners, now }: SandboxOptions,
  { store, onFailure }: { store: AppState['store']; onFailure: () => void },
) {
  try {
    return createLicensing({ file, learners, now, catalogs: store });
  } catch (error) {
    onFailure();
    throw error;
  }
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
