import type { CatalogResource } from '#enterprise-api/contract';
import { parseDate } from './dates.ts';
import type { Catalog } from './types.ts';
import { parseText } from './values.ts';

export function mapCatalog(resource: CatalogResource): Catalog {
  return {
    uuid: resource.uuid,
    title: parseText(resource.title) ?? resource.uuid,
    queryTitle: parseText(resource.query_title),
    enterpriseCustomer: parseText(resource.enterprise_customer),
    contentLastModified: parseDate(resource.content_last_modified),
    catalogModified: parseDate(resource.catalog_modified),
  };
}
