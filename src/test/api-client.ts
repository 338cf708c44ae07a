import {
  createEnterpriseApiClient,
  type ContentPage,
  type EnterpriseApiClient,
  type EnterpriseApiClientOptions,
  type WalkSummary,
} from '#enterprise-api';
import { startServer, type Answer, type ReceivedRequest } from './http-server.ts';

const tokenPath = '/oauth2/v1/access_token';
export const listPath = '/enterprise/v2/enterprise-catalogs';
export const good: Answer = { body: { count: 0, next: '', previous: '', results: [] } };
export const token = (name: string, expiresIn: unknown = 3600): Answer => ({
  body: { access_token: name, expires_in: expiresIn, token_type: 'JWT' },
});

/** A client of a server that gives tokens by itself and answers the rest as told; time passes by sleeping only. */
export async function setUpClient(
  answer: (request: ReceivedRequest, index: number) => Answer,
  options: Partial<EnterpriseApiClientOptions> & { tokens?: (index: number) => Answer } = {},
) {
  let tokenCount = 0;
  let count = 0;
  const server = await startServer((request) => {
    if (request.path === tokenPath) {
      tokenCount += 1;
      return options.tokens?.(tokenCount - 1) ?? token(`token-${tokenCount}`);
    }
    count += 1;
    return answer(request, count - 1);
  });
  let now = Date.parse('2026-11-23T06:00:00Z');
  const sleeps: number[] = [];
  const warnings: string[] = [];
  const clock = {
    now: () => now,
    sleep: async (ms: number) => {
      sleeps.push(ms);
      now += ms;
    },
    advance: (ms: number) => {
      now += ms;
    },
  };
  const client = createEnterpriseApiClient({
    apiUrl: server.url,
    credentials: { clientId: 'id', clientSecret: 'a-secret' },
    fetch,
    clock,
    logger: { warn: (message) => warnings.push(message) },
    ...options,
  });
  const asked = () => server.requests.filter(({ path }) => path !== tokenPath);
  const tokensAsked = () => server.requests.filter(({ path }) => path === tokenPath);
  return { client, server, clock, sleeps, warnings, asked, tokensAsked };
}

export async function walkCatalog(
  client: EnterpriseApiClient,
): Promise<{ pages: ContentPage[]; summary: WalkSummary }> {
  const pages: ContentPage[] = [];
  const walking = client.walkCatalogContent('core');
  for (;;) {
    const step = await walking.next();
    if (step.done === true) return { pages, summary: step.value };
    pages.push(step.value);
  }
}

export const course = (number: number) => ({
  key: `A+${number}`,
  title: `Course ${number}`,
  course_runs: [],
});

/** Serves `total` courses by page number and size, as the service does. */
export function listOf(total: number, servedSize?: number) {
  return ({ query }: ReceivedRequest): Answer => {
    const page = Number(query.get('page'));
    const size = servedSize ?? Number(query.get('page_size'));
    const from = (page - 1) * size;
    if (page > 1 && from >= total) return { status: 404, body: { detail: 'Invalid page.' } };
    const results = Array.from({ length: Math.min(size, total - from) }, (_, index) =>
      course(from + index),
    );
    return {
      body: {
        count: total,
        next: from + size < total ? 'http://elsewhere.example/?page=9' : '',
        results,
      },
    };
  };
}
