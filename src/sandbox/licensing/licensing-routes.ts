import type { Hono } from 'hono';
import { answerDetail, answerPage } from '../answer.ts';
import type { AppState } from '../app-state.ts';
import type { SandboxContext, SandboxEnvironment } from '../environment.ts';
import { createPageFrame, parseRequestedPage, type PageFrame } from '../paging.ts';
import { addResource, answerThrottled, parameter } from '../routes/add-resource.ts';
import { findCompany, findCompanyOfClient, isUuid, type Company } from './companies.ts';
import { countLearners, listLearners } from './list-learners.ts';
import { countPlans, listPlans } from './list-plans.ts';
import { answerAssign, answerEnroll, answerRevoke } from './write-answers.ts';

const plansOfPage = 100;
const learnersOfPage = 1000;
/** The service's own address, which its links name and nobody outside reaches (api-ground-truth §10). */
const serviceAddress = 'https://license-manager.example/api/v1/subscriptions/';

/** Plans, licenses, bulk enrollment, learner summary: reference §3.3–§3.6, §3.13, api-ground-truth §5.4–§6. */
export function addLicensingRoutes(app: Hono<SandboxEnvironment>, state: AppState): void {
  const plan = '/enterprise/v1/subscriptions/:plan/licenses';
  addResource(app, state, {
    path: '/enterprise/v1/subscriptions',
    handler: (context) => answerPlans(context, state),
  });
  addResource(app, state, {
    path: `${plan}/assign`,
    method: 'POST',
    handler: (context) => answerAssign(context, state),
  });
  addResource(app, state, {
    path: `${plan}/bulk-revoke`,
    method: 'POST',
    handler: (context) => answerRevoke(context, state),
  });
  addResource(app, state, {
    path: '/enterprise/v1/bulk-license-enrollment',
    method: 'POST',
    handler: (context) => answerEnroll(context, state),
  });
  addResource(app, state, {
    path: '/enterprise/v3/enterprise-customer/:customer/learner-summary',
    handler: (context) => answerLearners(context, state),
  });
}

function answerPlans(context: SandboxContext, state: AppState): Response {
  const { licensing, dialect } = state;
  const own = findCompanyOfClient(licensing, context.var.caller.client);
  if (own === undefined) {
    return answerDetail(context, 403, 'You do not have permission to perform this action.');
  }
  const throttled = answerThrottled(context, state, 'licenses');
  if (throttled !== undefined) return throttled;
  const url = new URL(context.req.url);
  const customer = url.searchParams.get('enterprise_customer_uuid') ?? '';
  const isCurrent = url.searchParams.get('current') === 'true';
  const company = customer === '' ? own : findCompany(licensing, customer, dialect);
  if (customer !== '' && company === undefined && !isUuid(customer)) {
    return answerDetail(context, 400, `${customer} is not a valid uuid.`);
  }
  if (isCurrent && customer === '') {
    return answerDetail(context, 400, 'Current plan cannot be used without enterprise_uuid');
  }
  const isOwn = company?.uuid === own.uuid;
  const selection = { company: own, withInactive: customer === '', isCurrent };
  const count = isOwn ? countPlans(licensing, selection) : 0;
  const page = parseRequestedPage(url, count, {
    size: plansOfPage,
    maximum: plansOfPage,
    names: [],
  });
  if (page === undefined) return answerDetail(context, 404, 'Invalid page.');
  const plans = count === 0 ? [] : listPlans(licensing, selection, { ...page, dialect });
  const frame = createPageFrame(url, count, page);
  return answerPage(context, dialect === 'gateway' ? toServiceLinks(frame) : frame, {
    items: plans.map((plan) => Buffer.from(JSON.stringify(plan))),
  });
}

function answerLearners(context: SandboxContext, state: AppState): Response {
  const { licensing, dialect, switches } = state;
  const company = findOwnCompany(context, state, parameter(context, 'customer'));
  if (company === undefined) return answerDetail(context, 403, 'MISSING: can_access_enterprise');
  const throttled = answerThrottled(context, state, 'learners');
  if (throttled !== undefined) return throttled;
  const url = new URL(context.req.url);
  const count = countLearners(licensing, company);
  const page = parseRequestedPage(url, count, {
    size: switches['page-size'],
    maximum: dialect === 'gateway' ? learnersOfPage : switches['max-page-size'],
    names: ['page_size', 'limit'],
  });
  if (page === undefined) return answerDetail(context, 404, 'Invalid page.');
  // The gateway does not forward it (api-ground-truth §1.1).
  const asked = url.searchParams.get('ordering') ?? undefined;
  const ordering = dialect === 'gateway' ? undefined : asked;
  const items = listLearners(licensing, company, { ...page, dialect, ordering });
  return answerPage(context, createPageFrame(url, count, page), { items });
}

function findOwnCompany(
  context: SandboxContext,
  { licensing, dialect }: AppState,
  identifier: string,
): Company | undefined {
  const own = findCompanyOfClient(licensing, context.var.caller.client);
  const asked = findCompany(licensing, identifier, dialect);
  return own?.uuid === asked?.uuid ? own : undefined;
}

function toServiceLinks({ count, next, previous }: PageFrame): PageFrame {
  const link = (own: string | null): string | null =>
    own === null ? null : serviceAddress + new URL(own).search;
  return { count, next: link(next), previous: link(previous) };
}
