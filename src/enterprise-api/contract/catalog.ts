import type { z } from 'zod';
import { date, flag, id, optionalId, record, text } from './primitives.ts';

/** An enterprise catalog (reference §3.7.3). `include_exec_ed_2u_courses` left the service in March 2024. */
export const catalog = record({
  uuid: id,
  title: text,
  enterprise_customer: optionalId,
  catalog_query_uuid: optionalId,
  content_last_modified: date,
  catalog_modified: date,
  query_title: text,
  include_exec_ed_2u_courses: flag,
});

export type CatalogResource = z.infer<typeof catalog>;
