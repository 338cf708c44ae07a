import pLimit from 'p-limit';
import type { z } from 'zod';
import type { Clock, Logger } from './clock.ts';
import {
  catalog,
  course,
  courseRun,
  problemsOf,
  program,
  token,
  type CatalogResource,
  type CourseResource,
  type CourseRunResource,
  type ProgramResource,
  type RefusedItem,
} from './contract/index.ts';
import { EnterpriseApiHttpError, EnterpriseApiResponseError } from './errors.ts';
import { createPace, type RequestKind } from './pace.ts';
import { sendRequest } from './request.ts';
import { retryGet } from './retry.ts';
import { createFixedToken, createTokenSource, type TokenSource } from './token-source.ts';
import { parseContentPage, walkPages, type ContentPage, type WalkSummary } from './walk.ts';

export interface EnterpriseApiClientOptions {
  /** Origin of the API, maybe with a path prefix; `/enterprise/v2/…` is appended. */
  apiUrl: string;
  credentials:
    { clientId: string; clientSecret: string; tokenUrl?: string | undefined } | { token: string };
  fetch: typeof fetch;
  clock: Clock;
  logger?: Logger;
  /** Content requests a minute, ten times as many an hour, details twice as many a minute. Off on loopback. */
  requestsPerMinute?: number | 'off';
  /** Requests in flight. */
  concurrency?: number;
  timeoutMs?: number;
  maxBodyBytes?: number;
  pageSize?: number;
  maxPages?: number;
}

export interface CallOptions {
  signal?: AbortSignal | undefined;
}

export interface EnterpriseApiClient {
  /** Every catalog that the credentials may see, each once. */
  fetchCatalogs: (
    options?: CallOptions,
  ) => Promise<{ items: CatalogResource[]; refused: RefusedItem[] }>;
  /** A catalog's content, page after page. */
  walkCatalogContent: (
    catalogUuid: string,
    options?: CallOptions,
  ) => AsyncGenerator<ContentPage, WalkSummary>;
  fetchCourse: (
    catalogUuid: string,
    courseKey: string,
    options?: CallOptions,
  ) => Promise<CourseResource>;
  fetchCourseRun: (
    catalogUuid: string,
    runKey: string,
    options?: CallOptions,
  ) => Promise<CourseRunResource>;
  fetchProgram: (
    catalogUuid: string,
    programUuid: string,
    options?: CallOptions,
  ) => Promise<ProgramResource>;
  /** Requests sent, tokens included; how many of them were tries after a failure; milliseconds spent waiting. */
  readonly statistics: {
    readonly requests: number;
    readonly retries: number;
    readonly waitedMs: number;
  };
}

type Settings = EnterpriseApiClientOptions & typeof defaults;

const defaults = {
  requestsPerMinute: 30 as number | 'off',
  concurrency: 4,
  timeoutMs: 60_000,
  maxBodyBytes: 32 * 1024 * 1024,
  pageSize: 100,
  maxPages: 10_000,
};

/**
 * A client of the reading side of the Enterprise API: one for all calls, since they share the token, the pace
 * and the pauses that the service asks for. Throws the errors of `errors.ts`.
 */
export function createEnterpriseApiClient(
  options: EnterpriseApiClientOptions,
): EnterpriseApiClient {
  const settings: Settings = { ...defaults, ...options };
  const base = options.apiUrl.replace(/\/+$/, '');
  const pace = createPace(isLoopback(base) ? 'off' : settings.requestsPerMinute, options.clock);
  const limit = pLimit(settings.concurrency);
  const count = { requests: 0, retries: 0 };
  const tokens = tokenSourceOf(settings, base, () => {
    count.requests += 1;
  });

  const get = async (
    path: string,
    kind: RequestKind,
    { signal }: CallOptions = {},
  ): Promise<unknown> => {
    const url = new URL(base + path);
    const send = async (): Promise<unknown> => {
      await pace.waitForTurn(kind, signal);
      const jwt = await tokens.get();
      try {
        return await sendWith(jwt);
      } catch (error) {
        if (!isUnauthorized(error) || !tokens.isRenewable) throw error;
        return sendWith(await tokens.replace(jwt));
      }
    };
    const sendWith = (jwt: string): Promise<unknown> => {
      count.requests += 1;
      const headers = { Accept: 'application/json', Authorization: `JWT ${jwt}` };
      return sendRequest({ method: 'GET', url, headers }, { ...settings, signal });
    };
    return retryGet(() => limit(send), {
      clock: options.clock,
      signal,
      onThrottled: pace.pauseAll,
      onRetry(error, waitMs) {
        count.retries += 1;
        options.logger?.warn(`${error.message} Trying again in ${Math.ceil(waitMs / 1000)} s.`);
      },
    });
  };

  const walk = (path: string, { signal }: CallOptions) =>
    walkPages({
      ...settings,
      path,
      fetchPage: (page, pageSize) =>
        get(`${path}?page=${page}&page_size=${pageSize}`, 'content', { signal }),
    });

  const fetchItem = async <Schema extends z.ZodType>(
    schema: Schema,
    path: string,
    callOptions: CallOptions = {},
  ): Promise<z.output<Schema>> => {
    const result = schema.safeParse(await get(path, 'detail', callOptions));
    if (result.success) return result.data;
    const problems = problemsOf(result.error).map(
      (problem) => `${problem.path}: ${problem.reason}`,
    );
    throw new EnterpriseApiResponseError(
      path,
      `does not fit the contract: ${problems.slice(0, 3).join('; ')}`,
    );
  };

  return {
    async fetchCatalogs(callOptions = {}) {
      const items = new Map<string, CatalogResource>();
      const refused: RefusedItem[] = [];
      for await (const { results } of walk(catalogsPath, callOptions)) {
        for (const raw of results) {
          const result = catalog.safeParse(raw);
          if (result.success) items.set(result.data.uuid, result.data);
          else
            refused.push({ kind: 'unknown', key: '(catalog)', problems: problemsOf(result.error) });
        }
      }
      return { items: [...items.values()], refused };
    },

    async *walkCatalogContent(catalogUuid, callOptions = {}) {
      const pages = walk(`${catalogsPath}/${segment(catalogUuid)}`, callOptions);
      let step = await pages.next();
      while (step.done !== true) {
        yield parseContentPage(step.value);
        step = await pages.next();
      }
      return step.value;
    },

    fetchCourse: (catalogUuid, key, callOptions) =>
      fetchItem(
        course,
        `${catalogsPath}/${segment(catalogUuid)}/courses/${segment(key)}`,
        callOptions,
      ),
    fetchCourseRun: (catalogUuid, key, callOptions) =>
      fetchItem(
        courseRun,
        `${catalogsPath}/${segment(catalogUuid)}/course-runs/${segment(key)}`,
        callOptions,
      ),
    fetchProgram: (catalogUuid, uuid, callOptions) =>
      fetchItem(
        program,
        `${catalogsPath}/${segment(catalogUuid)}/programs/${segment(uuid)}`,
        callOptions,
      ),

    statistics: {
      get requests() {
        return count.requests;
      },
      get retries() {
        return count.retries;
      },
      get waitedMs() {
        return pace.waitedMs;
      },
    },
  };
}

const catalogsPath = '/enterprise/v2/enterprise-catalogs';

function tokenSourceOf(settings: Settings, base: string, onRequest: () => void): TokenSource {
  const { credentials, clock } = settings;
  if ('token' in credentials) return createFixedToken(credentials.token);
  const url = new URL(credentials.tokenUrl ?? `${base}/oauth2/v1/access_token`);
  const fetchToken = async () => {
    onRequest();
    const answer = token.safeParse(
      await sendRequest(
        {
          method: 'POST',
          url,
          headers: { Accept: 'application/json' },
          body: new URLSearchParams({
            grant_type: 'client_credentials',
            client_id: credentials.clientId,
            client_secret: credentials.clientSecret,
            token_type: 'jwt',
          }),
        },
        settings,
      ),
    );
    if (answer.success) return answer.data;
    throw new EnterpriseApiResponseError(url.pathname, 'holds no access_token');
  };
  return createTokenSource(fetchToken, clock);
}

/** `+` and `:` stand literally in keys, as the reference writes them (api-ground-truth §1.1). */
function segment(key: string): string {
  return encodeURIComponent(key).replaceAll('%2B', '+').replaceAll('%3A', ':');
}

function isUnauthorized(error: unknown): boolean {
  return error instanceof EnterpriseApiHttpError && error.status === 401;
}

function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
