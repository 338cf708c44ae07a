import type { Hono } from 'hono';
import { answerDetail, answerHtmlError, answerItem, answerPage } from '../answer.ts';
import type { AppState } from '../app-state.ts';
import type { SandboxContext, SandboxEnvironment } from '../environment.ts';
import { toDetailedItem } from '../gateway/detailed-item.ts';
import { toListedItem } from '../gateway/listed-items.ts';
import { foreignCatalogUuid, sampleCompanies } from '../licensing/companies.ts';
import { createPageFrame, parseRequestedPage, type PageLimits } from '../paging.ts';
import { addResource, answerThrottled, parameter, type Resource } from './add-resource.ts';

const foreignCatalog = Buffer.from(
  JSON.stringify({
    uuid: foreignCatalogUuid,
    title: 'Rowanfell learns',
    enterprise_customer: sampleCompanies.other.uuid,
    catalog_query_uuid: null,
    content_last_modified: null,
    catalog_modified: '2026-01-01T00:00:00.000000Z',
    query_title: null,
  }),
);
const root = '/enterprise/v2/enterprise-catalogs';
const uuidPattern = /^[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/i;
// The services' own pattern for a course key (api-ground-truth §1.1).
const courseKeyPattern = /^[^/+]+(?:\/|\+)[^/+]+$/;

/** Catalogs, their content and its details: reference §3.7–§3.11, error bodies of api-ground-truth §10. */
export function addCatalogRoutes(app: Hono<SandboxEnvironment>, state: AppState): void {
  const { store } = state;
  const add = (path: string, resource: Omit<Resource, 'path'>): void =>
    addResource(app, state, { path: root + path, ...resource });

  add('', { handler: (context) => answerCatalogs(context, state) });
  add('/:catalog', {
    handler: (context) => answerContent(context, state),
    checkFirst: (context) => refuseUnknownCatalog(context, state),
  });
  add('/:catalog/courses/:key', {
    handler: (context) => answerContentItem(context, state, store.findCourse),
    checkFirst: (context) =>
      courseKeyPattern.test(parameter(context, 'key'))
        ? undefined
        : answerHtmlError(context, 404, 'Not Found'),
  });
  add('/:catalog/course-runs/:key', {
    handler: (context) => answerContentItem(context, state, store.findRun),
  });
  add('/:catalog/programs/:key', {
    handler: (context) => answerContentItem(context, state, store.findProgram),
  });
}

function answerCatalogs(context: SandboxContext, { dialect, store, switches }: AppState): Response {
  const { company } = context.var.caller;
  if (company === undefined) {
    return answerDetail(context, 403, 'You do not have permission to perform this action.');
  }
  const url = new URL(context.req.url);
  // The other company of the sample has a catalog too, an empty one.
  const isOwn = company !== sampleCompanies.other.uuid;
  const count = isOwn ? store.countCatalogs() : 1;
  const limits = createLimits(switches);
  // The deployed list has no maximum (api-ground-truth §4).
  const maximum = dialect === 'gateway' ? Infinity : limits.maximum;
  const page = parseRequestedPage(url, count, { ...limits, maximum });
  if (page === undefined) return answerDetail(context, 404, 'Invalid page.');
  const items = isOwn ? store.listCatalogs(page.offset, page.limit) : [foreignCatalog];
  return answerPage(context, createPageFrame(url, count, page), { items });
}

/** The service looks for the catalog before it asks who calls (api-ground-truth §2.4). */
function refuseUnknownCatalog(context: SandboxContext, { store }: AppState): Response | undefined {
  const catalog = parameter(context, 'catalog');
  if (store.hasCatalog(catalog) || catalog === foreignCatalogUuid) return undefined;
  return uuidPattern.test(catalog)
    ? answerDetail(context, 404, 'No EnterpriseCatalog matches the given query.')
    : answerHtmlError(context, 500, 'Server Error (500)');
}

function answerContent(context: SandboxContext, state: AppState): Response {
  const { store, switches } = state;
  const catalog = parameter(context, 'catalog');
  if (!mayRead(context, catalog)) {
    return answerDetail(context, 403, 'MISSING: catalog.has_learner_access');
  }
  const throttled = answerThrottled(context, state, 'content');
  if (throttled !== undefined) return throttled;
  const url = new URL(context.req.url);
  const count = store.countContent(catalog);
  const page = parseRequestedPage(url, count, createLimits(switches));
  if (page === undefined) return answerDetail(context, 404, 'Invalid page.');
  const items = shapeItems(store.listContent(catalog, page.offset, page.limit), state);
  return answerPage(context, createPageFrame(url, count, page), { items, catalog });
}

function answerContentItem(
  context: SandboxContext,
  state: AppState,
  find: (catalog: string, key: string) => Buffer | undefined,
): Response {
  const catalog = parameter(context, 'catalog');
  const isKnown = state.store.hasCatalog(catalog);
  if (!isKnown && catalog !== foreignCatalogUuid) {
    return answerDetail(context, 404, 'No EnterpriseCustomerCatalog matches the given query.');
  }
  // These views look at the rights after the throttle (api-ground-truth §7).
  const throttled = answerThrottled(context, state, 'details');
  if (throttled !== undefined) return throttled;
  if (!mayRead(context, catalog)) {
    return answerDetail(context, 403, 'Missing: enterprise.can_view_catalog');
  }
  const item = find(catalog, parameter(context, 'key'));
  if (item === undefined) return answerDetail(context, 404, 'Not found.');
  return answerItem(context, catalog, state.dialect === 'gateway' ? toDetailedItem(item) : item);
}

/** Each company's client reads its own catalogs. */
function mayRead(context: SandboxContext, catalog: string): boolean {
  const { company } = context.var.caller;
  if (company === undefined) return false;
  return (catalog === foreignCatalogUuid) === (company === sampleCompanies.other.uuid);
}

/** The reference's `limit` (§3.8.3) and the deployed `page_size` mean the same; the gateway drops the first. */
function createLimits(switches: AppState['switches']): PageLimits {
  return {
    size: switches['page-size'],
    maximum: switches['max-page-size'],
    names: ['page_size', 'limit'],
  };
}

/** Each item is read and shaped when the one before it has been sent. */
function* shapeItems(
  items: Iterable<Buffer>,
  { dialect, switches }: Pick<AppState, 'dialect' | 'switches'>,
): Generator<Buffer> {
  const isShaped =
    dialect === 'gateway' || switches.filter || switches.portal || switches.sparse > 0;
  for (const item of items) {
    const shaped = isShaped ? toListedItem(item, switches) : item;
    if (shaped !== undefined) yield shaped;
  }
}
