import type { CallOptions } from './client.ts';
import { collectList, type CollectedList } from './collect-list.ts';
import type { Connection } from './connection.ts';
import { subscriptionPlan, type SubscriptionPlanResource } from './contract/index.ts';
import { readCustomerUuids } from './customer-uuids.ts';
import { encodeKey } from './encode-key.ts';
import { enrollInBulk, type BulkEnrollment, type BulkEnrollmentResult } from './enroll-in-bulk.ts';
import { EnterpriseApiError } from './errors.ts';
import type { GetJson } from './get-json.ts';
import { parseLearnerPage, type LearnerPage } from './learner-page.ts';
import { fetchPage } from './list-page.ts';
import { assignLicenses, type Assignment, type AssignmentResult } from './assign-licenses.ts';
import { createPostJson } from './post-json.ts';
import { retryCall } from './retry.ts';
import {
  revokeLicenses,
  revokeLicensesByStatus,
  type RevocableStatus,
  type RevocationResult,
} from './revoke-licenses.ts';
import { walkPages, type WalkSummary } from './walk.ts';

/**
 * Subscription plans, licenses, enrollments and the learner summary. Errors are those of `errors.ts`, or the
 * reason of the signal; no message holds an e-mail address. A call that changes something and has lost its
 * answer throws an `EnterpriseApiOutcomeError`; so may one whose signal was aborted have happened.
 */
export interface LicensingClient {
  /** Every plan of a customer that the service lists (only active ones), each once. Throws where a page is lost. */
  fetchSubscriptionPlans: (
    choice: { enterpriseCustomerUuid: string; current?: boolean | undefined } & CallOptions,
  ) => Promise<SubscriptionPlanList>;
  /** Gives each address a license of the plan, all or none. May be repeated: nobody gets a second one. */
  assignLicenses: (
    planUuid: string,
    request: Assignment,
    options?: CallOptions,
  ) => Promise<AssignmentResult>;
  /**
   * Takes the licenses of addresses; tells of each what became of it. The service refuses more addresses than
   * the plan's `revocations.remaining`: ask for no more at once. May be repeated.
   */
  revokeLicenses: (
    planUuid: string,
    request: { emails: readonly string[] },
    options?: CallOptions,
  ) => Promise<RevocationResult>;
  /**
   * Takes every license that has one of the statuses now. The answer may name those who had one, or nobody. The
   * service refuses it as a whole where there are more than the plan's `revocations.remaining`.
   */
  revokeLicensesByStatus: (
    planUuid: string,
    request: { statuses: readonly RevocableStatus[] },
    options?: CallOptions,
  ) => Promise<RevocationResult>;
  /** Queues enrollments, in as many calls as the limits ask for. Never repeat it blindly. */
  bulkEnroll: (request: BulkEnrollment, options?: CallOptions) => Promise<BulkEnrollmentResult>;
  /**
   * The enrollments of a customer's learners, page after page, in constant memory; a row may come more than
   * once, or not at all, if rows change meanwhile. The deployed gateway ignores `ordering`.
   */
  walkLearnerSummary: (
    enterpriseCustomerUuid: string,
    options?: { ordering?: string | undefined } & CallOptions,
  ) => AsyncGenerator<LearnerPage, WalkSummary>;
  /** One page of it, of at most 1,000 rows; the first unless told otherwise. */
  fetchLearnerPage: (
    enterpriseCustomerUuid: string,
    options: {
      pageSize: number;
      page?: number | undefined;
      ordering?: string | undefined;
    } & CallOptions,
  ) => Promise<LearnerPage>;
  /** The customers that the token names: those that it administers, if any. Never the token. */
  readCustomerUuids: (options?: CallOptions) => Promise<string[]>;
}

export type SubscriptionPlanList = CollectedList<SubscriptionPlanResource>;

const subscriptionsPath = '/enterprise/v1/subscriptions';

/** Fixed by the service, which takes no `page_size` here (api-ground-truth §4). */
const plansPerPage = 100;

/** The most that the service gives (api-ground-truth §4). */
const learnersPerPage = 1000;

export function createLicensingClient(connection: Connection, getJson: GetJson): LicensingClient {
  const { settings, tokens, retryOptions } = connection;
  const postJson = createPostJson(connection);
  const { maxPages, concurrency } = settings;
  const limits = { getJson, maxPages, concurrency };

  return {
    fetchSubscriptionPlans({ enterpriseCustomerUuid, current = false, signal }) {
      const query = {
        enterprise_customer_uuid: enterpriseCustomerUuid,
        // Only the literal `true` counts (api-ground-truth §5.4).
        ...(current && { current: 'true' }),
      };
      const list = {
        ...limits,
        kind: 'subscriptions',
        path: subscriptionsPath,
        query,
        pageSize: plansPerPage,
        isSizeFixed: true,
        signal,
      } as const;
      const pages = walkPages(list, ({ results }) => results);
      return collectList('subscription plans', subscriptionPlan, pages);
    },

    assignLicenses: (planUuid, request, { signal } = {}) =>
      assignLicenses(postJson, `${pathOf(planUuid)}/assign`, request, signal),
    revokeLicenses: (planUuid, { emails }, { signal } = {}) =>
      revokeLicenses(postJson, `${pathOf(planUuid)}/bulk-revoke`, emails, signal),
    revokeLicensesByStatus: (planUuid, { statuses }, { signal } = {}) =>
      revokeLicensesByStatus(postJson, `${pathOf(planUuid)}/bulk-revoke`, statuses, signal),
    bulkEnroll: (request, { signal } = {}) => enrollInBulk(postJson, request, signal),

    async *walkLearnerSummary(enterpriseCustomerUuid, { ordering, signal } = {}) {
      const list = { ...limits, ...learnerList(enterpriseCustomerUuid, ordering), signal };
      return yield* walkPages({ ...list, pageSize: learnersPerPage }, parseLearnerPage);
    },

    async fetchLearnerPage(enterpriseCustomerUuid, { pageSize, page = 1, ordering, signal }) {
      const list = { getJson, ...learnerList(enterpriseCustomerUuid, ordering), pageSize, signal };
      const answer = await fetchPage({ ...list, isSizeKept: false }, page);
      if (answer.state === 'lost') throw answer.error;
      if (answer.state === 'read') return parseLearnerPage({ ...answer.page, page });
      throw new EnterpriseApiError(
        `Page ${page} of the learner summary is gone: the list became shorter. Read its first page.`,
      );
    },

    readCustomerUuids: async ({ signal } = {}) =>
      readCustomerUuids(await retryCall(() => tokens.get(signal), retryOptions(signal))),
  };
}

function learnerList(enterpriseCustomerUuid: string, ordering: string | undefined) {
  return {
    kind: 'learner-summary',
    path: `/enterprise/v3/enterprise-customer/${encodeKey(enterpriseCustomerUuid)}/learner-summary`,
    query: ordering === undefined ? {} : { ordering },
  } as const;
}

function pathOf(planUuid: string): string {
  return `${subscriptionsPath}/${encodeKey(planUuid)}/licenses`;
}
