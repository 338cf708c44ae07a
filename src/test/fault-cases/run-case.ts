import {
  createEnterpriseApiClient,
  type EnterpriseApiClient,
  type EnterpriseApiClientOptions,
} from '#enterprise-api';
import type { RecordedRequest, Sandbox } from '#sandbox';
import { walkCatalog } from '../api-client.ts';

/** What a client does about a fault of the README of the sandbox. */
export interface FaultCase {
  options?: Partial<EnterpriseApiClientOptions>;
  check: (outcome: Outcome) => void | Promise<void>;
}

export type FaultCases = Record<string, FaultCase>;

export interface Outcome extends Partial<Awaited<ReturnType<typeof walkCatalog>>> {
  /** Of the items, in the order in which they came. */
  keys: string[];
  error?: unknown;
  retries: number;
  tokens: number;
  /** Milliseconds. */
  sleeps: number[];
  /** Of the content. */
  asked: RecordedRequest[];
  /** Origins that the client called. */
  origins: string[];
  sandbox: Sandbox;
  client: EnterpriseApiClient;
}

/** Walks the catalog `core` by pages of 20, one after the other; time passes by sleeping only. */
export async function runCase(sandbox: Sandbox, { options = {} }: FaultCase): Promise<Outcome> {
  const sleeps: number[] = [];
  const origins = new Set<string>();
  let now = Date.now();
  const client = createEnterpriseApiClient({
    apiUrl: sandbox.url,
    credentials: { clientId: sandbox.clientId, clientSecret: sandbox.clientSecret },
    fetch: (input, init) => {
      origins.add(new URL(input instanceof Request ? input.url : input).origin);
      return fetch(input, init);
    },
    clock: {
      now: () => now,
      sleep: async (ms) => {
        sleeps.push(ms);
        now += ms;
      },
    },
    pageSize: 20,
    concurrency: 1,
    ...options,
  });
  const walked = await walkCatalog(client).catch((error: unknown) => ({ error }));
  const pages = 'pages' in walked ? walked.pages : [];
  return {
    ...walked,
    keys: pages.flatMap(({ items }) => items.map(({ key }) => key)),
    retries: client.statistics.retries,
    tokens: client.statistics.requestsByKind.token,
    sleeps,
    asked: sandbox.requests.filter(({ path }) => path.includes('/enterprise-catalogs/')),
    origins: [...origins],
    sandbox,
    client,
  };
}
