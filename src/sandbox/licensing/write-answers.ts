import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { answerHtmlError } from '../answer.ts';
import type { AppState } from '../app-state.ts';
import type { SandboxContext } from '../environment.ts';
import { sendsJson } from '../routes/accepted-types.ts';
import { answerThrottled, parameter } from '../routes/add-resource.ts';
import { assignLicenses } from './assign-licenses.ts';
import { parseAssignRequest } from './assign-request.ts';
import { findCompany, findCompanyOfClient, isUuid } from './companies.ts';
import { isBusy } from './create-licensing.ts';
import { enrollLearners, listEnrolled } from './enroll-learners.ts';
import { parseEnrollRequest, type EnrollRequest } from './enroll-request.ts';
import { isPlanOf } from './list-plans.ts';
import { revokeLicenses, type Revocations } from './revoke-licenses.ts';
import { parseRevokeRequest } from './revoke-request.ts';
import { parseRun } from './sample-courses.ts';

/** The reference's limit of a bulk enrollment: addresses and course keys together (§3.6.2). */
const sumLimit = 1000;
const parseError = { detail: 'JSON parse error - Expecting value: line 1 column 1 (char 0)' };

/** Answers licenses/assign: reference §3.4, api-ground-truth §6.1. */
export async function answerAssign(context: SandboxContext, state: AppState): Promise<Response> {
  const refused = refusePlan(context, state);
  if (refused !== undefined) return refused;
  const body = await readBody(context);
  if ('refusal' in body) return body.refusal;
  try {
    // The service takes the plan's lock before it looks at the fields.
    state.licensing.transact(() => undefined);
    const parsed = parseAssignRequest(body.value);
    if ('errors' in parsed) return context.json(parsed.errors, 400);
    const result = assignLicenses(state.licensing, readPlan(context), parsed.request);
    return context.json(result, typeof result === 'string' ? 400 : 200);
  } catch (error) {
    if (isBusy(error)) {
      return context.json('Assignment currently locked for this subscription plan.', 423);
    }
    return context.json(
      'Database error occurred while assigning licenses, no assignments were completed',
      422,
    );
  }
}

/** Answers licenses/bulk-revoke, by the switch `revoke`: reference §3.5.4, api-ground-truth §6.2. */
export async function answerRevoke(context: SandboxContext, state: AppState): Promise<Response> {
  const { licensing, dialect, switches } = state;
  const refused = refusePlan(context, state);
  if (refused !== undefined) return refused;
  const body = await readBody(context);
  if ('refusal' in body) return body.refusal;
  const parsed = parseRevokeRequest(body.value, dialect);
  if ('errors' in parsed) return context.json(parsed.errors, 400);
  const isLegacy = switches.revoke === 'legacy-204';
  const legacyFailure = dialect === 'reference' ? 'all' : 'later';
  const revocations = revokeLicenses(licensing, {
    plan: readPlan(context),
    target: parsed.target,
    onFailure: isLegacy ? legacyFailure : 'none',
  });
  return isLegacy
    ? answerLegacy(context, revocations)
    : answerEach(context, revocations, switches.revoke === 'current-as-400');
}

/** Answers bulk-license-enrollment: reference §3.6, api-ground-truth §6.3. */
export async function answerEnroll(context: SandboxContext, state: AppState): Promise<Response> {
  const { licensing, dialect } = state;
  const throttled = answerThrottled(context, state, 'licenses');
  if (throttled !== undefined) return throttled;
  const body = await readBody(context);
  const query = context.req.query();
  // The deployed service reads its query only; the reference lists the customer among the body's values.
  const sent = dialect === 'reference' && 'value' in body ? body.value : undefined;
  const customer = query['enterprise_customer_uuid'] ?? readCustomer(sent);
  const company = findCompany(licensing, customer, dialect);
  if (company === undefined) {
    return customer === '' || isUuid(customer)
      ? context.json({ detail: 'No CustomerAgreement matches the given query.' }, 404)
      : answerHtmlError(context, 500, 'Server Error (500)');
  }
  const own = findCompanyOfClient(licensing, context.var.caller.client);
  if (own?.uuid !== company.uuid) {
    return context.json({ detail: 'Missing: subscriptions.has_learner_or_admin_access' }, 403);
  }
  if ('refusal' in body) return body.refusal;
  const parsed = parseEnrollRequest(body.value, query, dialect);
  if ('errors' in parsed) return context.json(parsed.errors, 400);
  const { request } = parsed;
  if (request.plan !== undefined && !isPlanOf(licensing, request.plan, company)) {
    return context.json({ detail: 'No SubscriptionPlan matches the given query.' }, 404);
  }
  if (isTooMuch(state, request)) {
    return context.json('Too many provided enrollments, please try a smaller request.', 400);
  }
  const job = enrollLearners(licensing, company, {
    ...request,
    findRun: (catalog, key) => {
      const item = state.store.findRun(catalog, key);
      return item && parseRun(item);
    },
  });
  return context.json({ job_id: job }, 201);
}

/** What a plan of the path answers whatever the body says: rights come before the throttle. */
function refusePlan(context: SandboxContext, state: AppState): Response | undefined {
  const { licensing } = state;
  const plan = readPlan(context);
  if (!isUuid(plan)) return answerHtmlError(context, 500, 'Server Error (500)');
  const own = findCompanyOfClient(licensing, context.var.caller.client);
  if (own === undefined || !isPlanOf(licensing, plan, own)) {
    return context.json({ detail: 'MISSING: subscriptions.has_admin_access' }, 403);
  }
  return answerThrottled(context, state, 'licenses');
}

function readPlan(context: SandboxContext): string {
  return parameter(context, 'plan').toLowerCase();
}

/** The JSON of a body, `{}` for an empty one, or what the service says of one that is none. */
async function readBody(
  context: SandboxContext,
): Promise<{ value: unknown } | { refusal: Response }> {
  const text = await context.req.text();
  if (text === '') return { value: {} };
  if (!sendsJson(context)) {
    const type = context.req.header('Content-Type') ?? '';
    const detail = `Unsupported media type "${type}" in request.`;
    return { refusal: context.json({ detail }, 415) };
  }
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { refusal: context.json(parseError, 400) };
  }
}

function readCustomer(body: unknown): string {
  const fields = typeof body === 'object' && body !== null ? body : {};
  const customer = 'enterprise_customer_uuid' in fields ? fields.enterprise_customer_uuid : '';
  return typeof customer === 'string' ? customer : '';
}

/** The reference adds, the deployed service multiplies (api-ground-truth §5.6). */
function isTooMuch({ licensing, dialect, switches }: AppState, request: EnrollRequest) {
  const emails = listEnrolled(licensing, request).length;
  const keys = request.runKeys.length;
  const limit = switches['enroll-limit'];
  return (
    (dialect === 'reference' && emails + keys > sumLimit) ||
    (limit !== 'off' && emails * keys > limit)
  );
}

function answerLegacy(context: SandboxContext, { failed }: Revocations): Response {
  const [failure] = failed;
  if (failure === undefined) return context.body(null, 204);
  return context.json(failure.error, failure.error_response_status ?? 400);
}

function answerEach(
  context: SandboxContext,
  { revoked, failed }: Revocations,
  isMapped: boolean,
): Response {
  const last = failed.at(-1);
  if (last !== undefined && revoked.length === 0) {
    return context.json({ unsuccessful_revocations: failed }, last.error_response_status ?? 400);
  }
  const status: ContentfulStatusCode = last === undefined ? 200 : 207;
  return context.json(
    { successful_revocations: revoked, unsuccessful_revocations: failed },
    isMapped ? 400 : status,
  );
}
