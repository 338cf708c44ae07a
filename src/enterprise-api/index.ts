export {
  createEnterpriseApiClient,
  type CallOptions,
  type CatalogList,
  type EnterpriseApiClient,
  type Tagged,
} from './client.ts';
export type { Assignment, AssignmentResult } from './assign-licenses.ts';
export type { Clock, Logger } from './clock.ts';
export type { ContentPage } from './content-page.ts';
export type {
  CatalogResource,
  ContentItem,
  ContentKind,
  CourseResource,
  CourseRunResource,
  LearnerSummaryResource,
  ProgramResource,
  RefusedItem,
  Revocations,
  SubscriptionPlanResource,
} from './contract/index.ts';
export type { BulkEnrollment, BulkEnrollmentResult, EnrollmentChunk } from './enroll-in-bulk.ts';
export {
  EnterpriseApiAuthError,
  EnterpriseApiConnectionError,
  EnterpriseApiError,
  EnterpriseApiHttpError,
  EnterpriseApiOutcomeError,
  EnterpriseApiResponseError,
  EnterpriseApiTimeoutError,
} from './errors.ts';
export type { LearnerPage } from './learner-page.ts';
export type { LicensingClient, SubscriptionPlanList } from './licensing-client.ts';
export type { EnterpriseApiClientOptions } from './options.ts';
export type { RevocableStatus, RevocationEntry, RevocationResult } from './revoke-licenses.ts';
export type { Statistics } from './statistics.ts';
export type { WalkStart, WalkSummary } from './walk.ts';
