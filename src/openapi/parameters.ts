import { reference, type JsonObject } from './json.ts';

/** Parameters that several endpoints take; examples are the reference's own. */
export function createParameters(): JsonObject {
  return {
    CatalogId: pathParameter('catalog_id', {
      description: 'The `uuid` of a catalog in the list of catalogs.',
      example: '3f56a21c-76c8-47c0-add8-a99714d40d94',
    }),
    SubscriptionPlanUuid: pathParameter('subscription_plan_uuid', {
      description: 'The `uuid` of a plan in the list of subscriptions.',
      example: '904b1785-9d3a-1000-848d-6ae7a56e6355',
    }),
    Page: queryParameter('page', {
      description: 'Which page, from 1; one past the end answers 404.',
      schema: { type: 'integer', minimum: 1 },
      example: 1,
    }),
    PageSize: queryParameter('page_size', {
      description:
        'How many items a page has; a bad one means the default, one too large the maximum (api-ground-truth §4).',
      schema: { type: 'integer', minimum: 1 },
      example: 100,
    }),
    Limit: queryParameter('limit', {
      description:
        'The reference’s name for the size of a page (§3.8.3, default 20). The deployed service ignores it: send `page_size`.',
      schema: { type: 'integer', minimum: 1 },
      example: 20,
    }),
  };
}

export function parameter(name: string): JsonObject {
  return reference('parameters', name);
}

export function pathParameter(
  name: string,
  { description, example }: { description: string; example: string },
): JsonObject {
  return { name, in: 'path', required: true, description, schema: { type: 'string' }, example };
}

export function queryParameter(
  name: string,
  rest: { description: string; schema: JsonObject; example?: unknown; required?: boolean },
): JsonObject {
  return { name, in: 'query', ...rest };
}
