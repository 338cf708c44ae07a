import { Hono, type MiddlewareHandler } from 'hono';
import { answerDetail, answerHtmlError, answerItem, answerPage } from './answer.ts';
import type { SandboxContext, SandboxEnvironment } from './environment.ts';
import { answerPicture } from './media/answer-picture.ts';
import { createPageFrame, parseRequestedPage } from './paging.ts';
import type { ContentStore } from './store/content-store.ts';
import type { Tokens } from './tokens.ts';

/** A catalog that exists and belongs to another company: asking for it is forbidden. */
export const foreignCatalogUuid = 'f0f0f0f0-0000-4000-8000-000000000403';

type Handler = (context: SandboxContext) => Response | Promise<Response>;

const uuidPattern = /^[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/i;
// The services' own pattern for a course key (api-ground-truth §1.1).
const courseKeyPattern = /^[^/+]+(?:\/|\+)[^/+]+$/;

export interface AppState {
  store: ContentStore;
  tokens: Tokens;
}

/** The API in the reference dialect: reference §3.2, §3.7–§3.11, error bodies of api-ground-truth §10. */
export function createApp({ store, tokens }: AppState) {
  const app = new Hono<SandboxEnvironment>({ strict: false });

  app.notFound((context) => answerHtmlError(context, 404, 'Not Found'));
  app.onError((error, context) => {
    process.emitWarning(error);
    return answerHtmlError(context, 500, 'Server Error (500)');
  });

  const authenticate: MiddlewareHandler = async (context, next) => {
    const caller = await tokens.authenticate(context.req.header('Authorization'));
    if (typeof caller === 'string') {
      context.header('WWW-Authenticate', 'JWT realm="api"');
      return answerDetail(context, 401, caller);
    }
    context.set('caller', caller);
    return next();
  };
  const addResource = (path: string, handler: Handler): void => {
    app.get(path, authenticate, handler);
    app.all(path, authenticate, (context) => answerWrongMethod(context, 'GET, HEAD, OPTIONS'));
  };

  app.post('/oauth2/v1/access_token', (context) => answerToken(context, tokens));
  app.all('/oauth2/v1/access_token', (context) => answerWrongMethod(context, 'POST, OPTIONS'));
  addResource('/enterprise/v2/enterprise-catalogs', (context) => answerCatalogs(context, store));
  addResource('/enterprise/v2/enterprise-catalogs/:catalog', (context) =>
    answerContent(context, store),
  );
  addResource('/enterprise/v2/enterprise-catalogs/:catalog/courses/:key', (context) =>
    courseKeyPattern.test(parameter(context, 'key'))
      ? answerContentItem(context, store, store.findCourse)
      : answerHtmlError(context, 404, 'Not Found'),
  );
  addResource('/enterprise/v2/enterprise-catalogs/:catalog/course-runs/:key', (context) =>
    answerContentItem(context, store, store.findRun),
  );
  addResource('/enterprise/v2/enterprise-catalogs/:catalog/programs/:key', (context) =>
    answerContentItem(context, store, store.findProgram),
  );
  app.get('/media/*', answerPicture);
  return app;
}

async function answerToken(context: SandboxContext, tokens: Tokens): Promise<Response> {
  const url = new URL(context.req.url);
  if (url.search !== '') {
    return context.json(
      { error: 'invalid_request', error_description: 'URL query parameters are not allowed' },
      400,
    );
  }
  const isForm =
    context.req.header('Content-Type')?.startsWith('application/x-www-form-urlencoded') ?? false;
  const form = new URLSearchParams(isForm ? await context.req.text() : '');
  const { status, body } = await tokens.issue(form, url.origin);
  if (status === 401) context.header('WWW-Authenticate', 'Bearer error="invalid_client"');
  context.header('Cache-Control', 'no-store');
  return context.json(body, status);
}

function answerCatalogs(context: SandboxContext, store: ContentStore): Response {
  if (!context.var.caller.isAdministrator) {
    return answerDetail(context, 403, 'You do not have permission to perform this action.');
  }
  const url = new URL(context.req.url);
  const count = store.countCatalogs();
  const page = parseRequestedPage(url, count);
  if (page === undefined) return answerDetail(context, 404, 'Invalid page.');
  const items = store.listCatalogs(page.offset, page.limit);
  return answerPage(context, createPageFrame(url, count, page), { items });
}

function answerContent(context: SandboxContext, store: ContentStore): Response {
  const catalog = parameter(context, 'catalog');
  const isKnown = store.hasCatalog(catalog);
  if (!isKnown && !uuidPattern.test(catalog))
    return answerHtmlError(context, 500, 'Server Error (500)');
  if (!isKnown && catalog !== foreignCatalogUuid) {
    return answerDetail(context, 404, 'No EnterpriseCatalog matches the given query.');
  }
  if (!isKnown || !context.var.caller.isAdministrator) {
    return answerDetail(context, 403, 'MISSING: catalog.has_learner_access');
  }
  const url = new URL(context.req.url);
  const count = store.countContent(catalog);
  const page = parseRequestedPage(url, count);
  if (page === undefined) return answerDetail(context, 404, 'Invalid page.');
  const items = store.listContent(catalog, page.offset, page.limit);
  return answerPage(context, createPageFrame(url, count, page), { items, catalog });
}

function answerContentItem(
  context: SandboxContext,
  store: ContentStore,
  find: (catalog: string, key: string) => Buffer | undefined,
): Response {
  const catalog = parameter(context, 'catalog');
  const isKnown = store.hasCatalog(catalog);
  if (!isKnown && catalog !== foreignCatalogUuid) {
    return answerDetail(context, 404, 'No EnterpriseCustomerCatalog matches the given query.');
  }
  if (!isKnown || !context.var.caller.isAdministrator) {
    return answerDetail(context, 403, 'Missing: enterprise.can_view_catalog');
  }
  const item = find(catalog, parameter(context, 'key'));
  if (item === undefined) return answerDetail(context, 404, 'Not found.');
  return answerItem(context, catalog, item);
}

function answerWrongMethod(context: SandboxContext, allowed: string): Response {
  context.header('Allow', allowed);
  return answerDetail(context, 405, `Method "${context.req.method}" not allowed.`);
}

function parameter(context: SandboxContext, name: string): string {
  return context.req.param(name) ?? '';
}
