import { hkdfSync } from 'node:crypto';
import path from 'node:path';
import type { AdminEnvironment } from '#config';
import type { LicensingClient } from '#enterprise-api';
import { createRunsReader, type RunsReader } from './enrollable-runs-source/index.server.ts';
import { explainFailure, type Failure } from './failures.server.ts';
import { createLearnerData, type LearnerData } from './learner-data/index.server.ts';
import type { Log } from './log/index.server.ts';
import type { OperationRunner } from './operations/index.server.ts';
import { createPlanReader, type PlanReader } from './plan-reader.server.ts';
import {
  getSessionData,
  setSessionData,
  type Role,
  type Session,
  type Store,
} from './store/index.server.ts';

/** After so long a panel says that the API is too slow. A person looks at it; the client itself is more patient. */
const panelTimeoutMs = 20_000;

/** What one server has for all requests. */
export interface AdminServices {
  site: SiteNames;
  plans: PlanReader;
  runs: RunsReader;
  /** The learner summary, shared by all who look at it. */
  learners: LearnerData;
  operations: OperationRunner;
  store: Store;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** What the pages call the site. */
export interface SiteNames {
  companyName: string;
  siteName: string;
  supportEmail: string | undefined;
  supportUrl: string | undefined;
}

/** What a page, panel, action or endpoint gets with its request: `Astro.locals`. */
export interface AdminLocals extends AdminServices {
  requestId: string;
  /** Undefined on the two pages about signing in. */
  person: { subject: string; name: string; role: Role } | undefined;
  isManager: boolean;
  /** For the hidden field of a form that changes something. */
  csrfToken: string;
  /** Whether panels are part of their page, for a browser without scripts. */
  hasInlinePanels: boolean;
  /** What is kept of a person's choices, such as filters, until sign-out. */
  choices: Choices;
  /** Reads what a panel shows within a time limit; a failure is logged and comes as words to show. */
  attempt: <Value>(read: (signal: AbortSignal) => Promise<Value>) => Promise<Attempt<Value>>;
}

export interface Choices {
  read: () => Promise<Record<string, unknown>>;
  /** Replaces those named and keeps the others. */
  write: (changed: Record<string, unknown>) => Promise<void>;
}

export type Attempt<Value> = { isOk: true; value: Value } | { isOk: false; failure: Failure };

/** What one server has, made once. */
export function createServices({
  environment,
  client,
  operations,
  directory,
  fetch,
  site,
  store,
  now,
  log,
}: {
  environment: Pick<
    AdminEnvironment,
    'enterpriseCustomer' | 'enrollableRunsUrl' | 'learnersMaxAgeMs' | 'provider'
  >;
  client: LicensingClient;
  operations: OperationRunner;
  /** `dist` of the release that is served. */
  directory: string;
  fetch: typeof globalThis.fetch;
  site: SiteNames;
  store: Store;
  now: () => number;
  log: Log;
}): AdminServices {
  const { enterpriseCustomer, enrollableRunsUrl, learnersMaxAgeMs, provider } = environment;
  return {
    site,
    store,
    now,
    operations,
    plans: createPlanReader({ client, enterpriseCustomer, now }),
    runs: createRunsReader({
      file: path.join(directory, 'client/data/enrollable-runs.json'),
      url: enrollableRunsUrl,
      fetch,
      now,
    }),
    learners: createLearnerData({
      client,
      enterpriseCustomer,
      now,
      maxAgeMs: learnersMaxAgeMs,
      idKey: deriveIdKey(provider.clientSecret),
      log,
    }),
  };
}

/** The same on every server of a site, so that an address of a learner's page holds whichever answers. */
function deriveIdKey(secret: string): string {
  const key = hkdfSync('sha256', secret, '', 'prospectus: ids of learners', 32);
  return Buffer.from(key).toString('base64url');
}

/** Without a session there is nothing to read, and nothing is kept. */
export function openChoices(store: Store, session: Session | undefined): Choices {
  return {
    read: async () => (session === undefined ? {} : getSessionData(store, session.id)),
    async write(changed) {
      if (session === undefined) return;
      const current = await getSessionData(store, session.id);
      await setSessionData(store, session.id, { ...current, ...changed });
    },
  };
}

/** What one request gets. */
export function createLocals(
  services: AdminServices,
  {
    session,
    requestId,
    hasInlinePanels,
    log,
  }: {
    session: Session | undefined;
    requestId: string;
    hasInlinePanels: boolean;
    log: Log;
  },
): AdminLocals {
  const { store } = services;
  return {
    ...services,
    requestId,
    person: session && { subject: session.subject, name: session.name, role: session.role },
    isManager: session?.role === 'manager',
    csrfToken: session?.csrfToken ?? '',
    hasInlinePanels,
    choices: openChoices(store, session),
    async attempt(read) {
      try {
        return { isOk: true, value: await read(AbortSignal.timeout(panelTimeoutMs)) };
      } catch (error) {
        log.failure('panel.failed', error);
        return { isOk: false, failure: explainFailure(error) };
      }
    },
  };
}
