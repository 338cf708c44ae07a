import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AdminEnvironment } from '#config';
import type { LicensingClient } from '#enterprise-api';
import { loadBuiltPages } from './built-pages.server.ts';
import {
  answerDenial,
  clientAddressOf,
  createGuard,
  secureAnswer,
  type Denial,
} from './guard/index.server.ts';
import type { Log } from './log/index.server.ts';
import { createOperationRunner } from './operations/index.server.ts';
import { adminRoutes } from './routes.server.ts';
import { createLocals, createServices, openChoices, type SiteNames } from './services.server.ts';
import { createSignIn, signInPaths } from './sign-in/index.server.ts';
import { deleteOldRows, isPostgresUrl, openStore, type Session } from './store/index.server.ts';

/** How often what is no longer needed is forgotten. */
const cleanUpMs = 60 * 60_000;

/** The parameter of a page's address by which a browser without scripts asks for its panels. */
const panelsParameter = 'panels';

export interface AdminServerOptions {
  environment: AdminEnvironment;
  client: LicensingClient;
  /** One that tries each call once: operations wait themselves, where a person can see it. */
  operationsClient: LicensingClient;
  site: SiteNames;
  /** `dist` of the release that is served. */
  directory: string;
  fetch: typeof fetch;
  /** Milliseconds since 1970. */
  now: () => number;
  log: Log;
}

export { explainMissingSignIn } from './missing-sign-in.server.ts';

export interface AdminServer {
  /**
   * Answers what is the admin area's; undefined for an address of the static site. `address` is the other end of
   * the connection.
   */
  answer: (request: Request, address: string) => Promise<Response | undefined>;
  /** Ends what goes on by itself: operations after their request in flight, loads, and streams to browsers. */
  stop: () => Promise<void>;
  /** Once nothing is asked any more. */
  close: () => Promise<void>;
}

/**
 * Starts the admin area beside the static site: opens the store, loads the built pages, and answers.
 * @throws where the store can't be opened or the pages were not built
 */
export async function createAdminServer(options: AdminServerOptions): Promise<AdminServer> {
  const { environment, now, log } = options;
  const { site, limits, resultsKeptMs } = environment;
  const pages = await loadBuiltPages(path.join(options.directory, 'server'));
  const store = await openStore(environment.databaseUrl);
  const operations = createOperationRunner({
    store,
    client: options.operationsClient,
    enterpriseCustomer: environment.enterpriseCustomer,
    now,
    sleep: (ms, signal) => sleep(ms, undefined, signal && { signal }),
    log: {
      warn: () => {
        log.warn('operations.call-failed');
      },
    },
    sharesStore: isPostgresUrl(environment.databaseUrl),
  });
  await operations.resume();
  const services = createServices({ ...options, store, operations });
  const paths = signInPaths(site);
  const signIn = createSignIn({
    ...environment,
    store,
    now,
    onFailure: (reason, code) => {
      log.warn('sign-in.failed', { reason, code });
    },
  });
  const guard = createGuard({ routes: adminRoutes, site, store, limits, now });
  const cleanUp = setInterval(() => {
    deleteOldRows(store, { now: now(), limits, resultsKeptMs }).catch((error: unknown) => {
      log.failure('store.clean-up-failed', error);
    });
  }, cleanUpMs);
  cleanUp.unref();

  return {
    answer,
    stop,
    async close() {
      await stop();
      await store.destroy();
    },
  };

  async function stop(): Promise<void> {
    clearInterval(cleanUp);
    services.learners.close();
    await operations.close();
  }

  async function answer(request: Request, address: string): Promise<Response | undefined> {
    const requestId = randomUUID().slice(0, 8);
    const startedAt = performance.now();
    let response: Response | undefined;
    try {
      const visitor = clientAddressOf(request.headers, address, environment.trustedProxies);
      const decision = await guard(request, visitor);
      if (decision.kind === 'static') return undefined;
      response =
        decision.kind === 'deny'
          ? await deny(decision, request, requestId)
          : await dispatch(decision.request, decision.session, requestId);
    } catch (error) {
      log.request(requestId).failure('request.failed', error);
      response = describeFault(requestId);
    }
    if (response === undefined) return undefined;
    log.requestLog({
      id: requestId,
      method: request.method,
      path: new URL(request.url).pathname,
      status: response.status,
      ms: performance.now() - startedAt,
    });
    return secureAnswer(response, site);
  }

  /** Undefined where the static site's page for what is not there is the better answer. */
  async function deny(
    denial: Denial,
    request: Request,
    requestId: string,
  ): Promise<Response | undefined> {
    const { pathname, searchParams } = new URL(request.url);
    const isPage = request.method === 'GET' && isPagePath(pathname);
    if (pathname === `${site.basePath}admin`) return redirectTo(`${pathname}/`);
    // A page that was the answer to a form and is asked for again, by a link to itself or a copied address.
    if (denial.status === 405 && isPage && searchParams.has('_action')) {
      searchParams.delete('_action');
      return redirectTo(searchParams.size === 0 ? pathname : `${pathname}?${String(searchParams)}`);
    }
    if (denial.status === 404 && isPage) return undefined;
    if (denial.reason === 'no-right' && denial.session !== undefined && isPage) {
      const address = new URL(`${site.basePath}admin/no-role/`, request.url);
      const page = await renderPage(new Request(address), denial.session, requestId);
      return new Response(page.body, { status: 403, headers: page.headers });
    }
    return answerDenial(denial, { request, basePath: site.basePath });
  }

  async function dispatch(
    request: Request,
    session: Session | undefined,
    requestId: string,
  ): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === paths.begin) return signIn.begin(request);
    if (pathname === paths.callback) return signIn.complete(request);
    if (pathname === paths.end && session !== undefined) return signIn.end(session);
    if (pathname === `${site.basePath}admin/health`) return describeState('ok');
    if (pathname === `${site.basePath}admin/ready`) return checkReady();
    return renderPage(request, session, requestId);
  }

  async function renderPage(
    request: Request,
    session: Session | undefined,
    requestId: string,
  ): Promise<Response> {
    const locals = createLocals(services, {
      session,
      requestId,
      hasInlinePanels: session !== undefined && (await wantsInlinePanels(request, session)),
      log: log.request(requestId),
    });
    const response = await pages.render(request, locals);
    return response.status >= 500 ? describeFault(requestId) : response;
  }

  /** Asked for once by a link, and kept until it is taken back. */
  async function wantsInlinePanels(request: Request, session: Session): Promise<boolean> {
    const choices = openChoices(store, session);
    const asked = new URL(request.url).searchParams.get(panelsParameter);
    if (asked === null) return (await choices.read())[panelsParameter] === 'inline';
    const isInline = asked === 'inline';
    await choices.write({ [panelsParameter]: isInline ? 'inline' : 'deferred' });
    return isInline;
  }

  async function checkReady(): Promise<Response> {
    try {
      await store.selectFrom('queues').select('name').limit(1).execute();
      return describeState('ok');
    } catch (error) {
      log.failure('store.not-ready', error);
      return describeState('store-unreachable', 503);
    }
  }

  function isPagePath(pathname: string): boolean {
    return pathname.startsWith(`${site.basePath}admin/`);
  }
}

function redirectTo(address: string): Response {
  return new Response(null, { status: 303, headers: { Location: address } });
}

function describeState(state: string, status = 200): Response {
  return Response.json({ state }, { status });
}

function describeFault(requestId: string): Response {
  return new Response(
    `Something went wrong on this server. If it stays so, tell whoever runs this site: request ${requestId}.\n`,
    { status: 500, headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  );
}
