import jobExample from '../examples/enrollment-job.json' with { type: 'json' };
import assignmentsExample from '../examples/license-assignments.json' with { type: 'json' };
import subscriptionsExample from '../examples/subscriptions.json' with { type: 'json' };
import { reference, type JsonObject } from '../json.ts';
import { parameter, queryParameter } from '../parameters.ts';
import { detail, type Answer } from '../responses.ts';
import { createPageError, createProxyError } from './catalogs.ts';
import { bulkEnrollmentErrors, assignErrors, revokeErrors } from './license-errors.ts';
import { createJsonBody, createOperation } from './operation.ts';

const emails = ['abc@example.com', 'xyz@example.com'];
const revoked = {
  license_uuid: '30824248-e671-449f-8bf7-02715478abce',
  original_status: 'activated',
  user_email: 'abc@example.com',
};
const refused = {
  error:
    "No license for email xyz@example.com exists in plan 904b1785-9d3a-1000-848d-6ae7a56e6355 with a status in ['activated', 'assigned']. user_email: xyz@example.com",
  error_response_status: 404,
  user_email: 'xyz@example.com',
};
const customerUuid = { type: 'string' };

/** Plans and licenses: reference §3.3–§3.6, bodies of api-ground-truth §5.4 and §6. */
export function createLicensePaths(): JsonObject {
  const plan = '/enterprise/v1/subscriptions/{subscription_plan_uuid}';
  return {
    '/enterprise/v1/subscriptions': { get: createListOperation() },
    [`${plan}/licenses/assign`]: { post: createAssignOperation() },
    [`${plan}/licenses/bulk-revoke`]: { post: createRevokeOperation() },
    '/enterprise/v1/bulk-license-enrollment': { post: createEnrollmentOperation() },
  };
}

function createListOperation(): JsonObject {
  return createOperation({
    method: 'get',
    id: 'listSubscriptions',
    tag: 'Licenses',
    section: '3.3',
    summary: 'List subscription plans',
    description:
      'The plans that the client administers. Without a customer the inactive ones are listed too. ' +
      'Send the token to the API’s own host only: `next` may name another one.',
    parameters: [
      queryParameter('enterprise_customer_uuid', {
        description: 'Only the plans of this customer; an unknown or foreign one has none.',
        schema: customerUuid,
        example: '904b1785-9d3a-1000-848d-6ae7a56e6355',
      }),
      parameter('Page'),
      queryParameter('current', {
        description: 'Only the plan that runs now; the literal `true`, together with a customer.',
        schema: { type: ['boolean', 'null'] },
        example: true,
      }),
    ],
    answers: {
      200: {
        description: 'A page of plans.',
        schema: 'SubscriptionPage',
        isXmlToo: true,
        examples: { reference: subscriptionsExample },
      },
      400: {
        description: 'A wrong parameter, or the gateway’s stand-in for a status it does not know.',
        schema: 'BadRequest',
        isXmlToo: true,
        html: createProxyError().html ?? '',
        examples: {
          uuid: detail('bad is not a valid uuid.'),
          current: detail('Current plan cannot be used without enterprise_uuid'),
        },
      },
      403: {
        description: 'The client administers no company.',
        schema: 'DetailOrMessage',
        isXmlToo: true,
        examples: { role: detail('You do not have permission to perform this action.') },
      },
      404: createPageError(),
    },
  });
}

function createAssignOperation(): JsonObject {
  return createOperation({
    method: 'post',
    id: 'assignLicenses',
    tag: 'Licenses',
    section: '3.4',
    summary: 'Assign licenses',
    description:
      'Gives each address a license of the plan, all or none. Addresses that have one already are counted ' +
      'and left alone, so the request may be repeated. Match the answer by address: the order is lost.',
    parameters: [parameter('SubscriptionPlanUuid')],
    requestBody: createJsonBody(
      reference('schemas', 'AssignRequest'),
      'Who gets a license, and what their e-mail says.',
      {
        reference: {
          user_emails: emails,
          user_sfids: ['001OE000001f26OXZP', '001OE000001a25WXYZ'],
          greeting: 'Hello',
          closing: 'Bye',
          notify_users: true,
        },
      },
    ),
    answers: {
      200: {
        description: 'Every address has a license.',
        schema: 'LicenseAssignments',
        examples: { reference: assignmentsExample },
      },
      ...assignErrors,
      403: createPlanError(),
    },
  });
}

function createRevokeOperation(): JsonObject {
  return createOperation({
    method: 'post',
    id: 'revokeLicenses',
    tag: 'Licenses',
    section: '3.5',
    summary: 'Revoke licenses',
    description:
      'Takes the licenses of addresses, or of those that filters find, never both. The reference answers 204 ' +
      'and commits all or nothing; the deployed service answers per address (200, 207), and an older gateway ' +
      'turns these into 400 with the same body: look for `successful_revocations`.',
    parameters: [parameter('SubscriptionPlanUuid')],
    requestBody: createJsonBody(
      reference('schemas', 'RevokeRequest'),
      'Addresses, or filters in the spelling of the reference or of the deployed service.',
      {
        emails: { user_emails: emails },
        email: { filters: [{ user_email: 'al' }] },
        statuses: { filters: [{ status_in: ['activated', 'assigned'] }] },
        deployed: { filters: [{ name: 'status_in', filter_value: ['assigned'] }] },
      },
    ),
    answers: {
      200: {
        description: 'All were revoked (deployed service).',
        schema: 'Revocations',
        examples: {
          all: { successful_revocations: [revoked], unsuccessful_revocations: [] },
        },
      },
      204: { description: 'All were revoked (reference).' },
      207: {
        description: 'Some were revoked, some not (deployed service).',
        schema: 'Revocations',
        examples: {
          some: { successful_revocations: [revoked], unsuccessful_revocations: [refused] },
        },
      },
      ...revokeErrors(refused),
      403: createPlanError(),
    },
  });
}

function createEnrollmentOperation(): JsonObject {
  return createOperation({
    method: 'post',
    id: 'enrollLearners',
    tag: 'Licenses',
    section: '3.6',
    summary: 'Enroll learners in bulk',
    description:
      'Queues the enrolment of every address in every course. Each call makes a job and notifies again: ' +
      'do not repeat it. Limits: 1,000 addresses and course keys together, 500 enrolments (addresses × keys) ' +
      'in the deployed service.',
    parameters: [
      queryParameter('enterprise_customer_uuid', {
        description:
          'The customer. The reference lists it among the values of the body and sends it here (§3.6.2, §3.6.3).',
        schema: customerUuid,
        example: 'abcd-aeiou-wxyz',
      }),
      queryParameter('subscription_uuid', {
        description: 'The plan whose licenses are used (deployed service).',
        schema: { type: 'string' },
      }),
      queryParameter('enroll_all', {
        description: 'Adds every holder of a license of that plan (deployed service).',
        schema: { type: 'boolean' },
      }),
    ],
    requestBody: createJsonBody(
      reference('schemas', 'BulkEnrollmentRequest'),
      'Who is enrolled in what.',
      { reference: { emails, course_run_keys: ['testX'], notify: true } },
    ),
    answers: {
      201: {
        description: 'The job is queued; nobody is enrolled yet.',
        schema: 'EnrollmentJob',
        examples: { reference: jobExample },
      },
      ...bulkEnrollmentErrors,
    },
  });
}

function createPlanError(): Answer {
  return {
    description: 'A plan that is unknown or of another company.',
    schema: 'DetailOrMessage',
    examples: { plan: detail('MISSING: subscriptions.has_admin_access') },
  };
}
