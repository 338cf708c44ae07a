export {
  createEnterpriseApiClient,
  type CallOptions,
  type CatalogList,
  type EnterpriseApiClient,
} from './client.ts';
export type { Clock, Logger } from './clock.ts';
export type { ContentPage } from './content-page.ts';
export type {
  CatalogResource,
  ContentItem,
  ContentKind,
  CourseResource,
  CourseRunResource,
  ProgramResource,
  RefusedItem,
} from './contract/index.ts';
export {
  EnterpriseApiAuthError,
  EnterpriseApiConnectionError,
  EnterpriseApiError,
  EnterpriseApiHttpError,
  EnterpriseApiResponseError,
  EnterpriseApiTimeoutError,
} from './errors.ts';
export type { EnterpriseApiClientOptions } from './options.ts';
export type { Statistics } from './statistics.ts';
export type { WalkSummary } from './walk.ts';
