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
  createEnterpriseApiClient,
  type CallOptions,
  type EnterpriseApiClient,
  type EnterpriseApiClientOptions,
} from './client.ts';
export type { Clock, Logger } from './clock.ts';
export {
  EnterpriseApiConnectionError,
  EnterpriseApiError,
  EnterpriseApiHttpError,
  EnterpriseApiResponseError,
} from './errors.ts';
export type { ContentPage, WalkSummary } from './walk.ts';
