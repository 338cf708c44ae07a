import type { JsonObject } from '../json.ts';
import { detail, type Answer } from '../responses.ts';

const required = 'This field is required.';
const emptyList = 'This list may not be empty.';
const parseError = detail('JSON parse error - Expecting value: line 1 column 1 (char 0)');
const listBody = {
  non_field_errors: ['Invalid data. Expected a dictionary, but got list.'],
};
const notEnough =
  'There are not enough licenses that can be assigned to complete your request.You attempted to assign 3 licenses, but there are only 1 potentially available.';

/** api-ground-truth §6.1. */
export const assignErrors: Record<number, Answer> = {
  400: {
    description: 'A wrong body, or too few licenses; then nothing has changed.',
    schema: 'BadRequest',
    html: '<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>',
    examples: {
      missing: { user_emails: [required] },
      empty: { user_emails: [emptyList] },
      email: { user_emails: { 1: ['Enter a valid email address.'] } },
      blank: { user_emails: { 0: ['This field may not be blank.'] } },
      text: { user_emails: ['Expected a list of items but got type "str".'] },
      boolean: { notify_users: ['Must be a valid boolean.'] },
      noSfids: { user_sfids: ['No Salesforce Ids provided.'] },
      shortSfid: {
        user_sfids: { 0: ['Ensure this value has at least 18 characters (it has 5).'] },
      },
      sfids: {
        non_field_errors: [
          'Number of Salesforce IDs did not match number of provided user emails.',
        ],
      },
      list: listBody,
      parse: parseError,
      seats: notEnough,
    },
  },
  422: {
    description: 'The database failed, nothing was assigned (400 through the gateway).',
    schema: 'ErrorText',
    examples: {
      database: 'Database error occurred while assigning licenses, no assignments were completed',
    },
  },
  423: {
    description: 'Another assignment to this plan is running; wait 5 seconds.',
    schema: 'ErrorText',
    examples: { lock: 'Assignment currently locked for this subscription plan.' },
  },
};

/** api-ground-truth §6.2; the texts of 204's dialect are JSON strings. */
export function revokeErrors(refused: JsonObject): Record<number, Answer> {
  return {
    400: {
      description: 'A wrong body, or more than the plan’s cap; or 200 and 207 of the old gateway.',
      schema: 'BadRequest',
      html: '<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>',
      examples: {
        neither: { non_field_errors: ['Either user_emails or filters must be provided.'] },
        both: {
          non_field_errors: ['Either user_emails or filters must be provided, but not both.'],
        },
        filter: {
          non_field_errors: [
            "Malformed filters, supported filters are ['user_email', 'status_in'].",
          ],
        },
        filterEmail: { non_field_errors: ['Malformed filters, user_email must be a string.'] },
        empty: { user_emails: [emptyList] },
        filterText: {
          filters: { 0: ['Expected a dictionary of items but got type "str".'] },
        },
        list: listBody,
        parse: parseError,
        cap: {
          unsuccessful_revocations: [{ error: 'Plan does not have enough revocations remaining.' }],
        },
        capReached: {
          unsuccessful_revocations: [
            {
              error:
                'Action: license revocation failed for license: 30824248-e671-449f-8bf7-02715478abce because: License revocation limit has been reached.. user_email: xyz@example.com',
              error_response_status: 400,
              user_email: 'xyz@example.com',
            },
          ],
        },
        capText: 'Plan does not have enough revocations remaining.',
      },
    },
    404: {
      description: 'No address has a license to revoke.',
      schema: 'RevocationsOrError',
      examples: {
        deployed: { unsuccessful_revocations: [refused] },
        reference: refused['error'],
        plan: {
          unsuccessful_revocations: [
            {
              error:
                'No SubscriptionPlan identified by 904b1785-9d3a-1000-848d-6ae7a56e6355 exists',
            },
          ],
        },
      },
    },
  };
}

/** api-ground-truth §6.3. */
export const bulkEnrollmentErrors: Record<number, Answer> = {
  400: {
    description: 'A wrong body or parameter, or too many enrolments.',
    schema: 'BadRequest',
    html: '<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>',
    examples: {
      emails: { emails: [emptyList] },
      keys: { course_run_keys: [required] },
      notify: { notify: [required] },
      enrollAll: { subscription_id: ['This field is required when enroll_all is provided'] },
      plan: { subscription_uuid: ['Must be a valid UUID.'] },
      limit: 'Too many provided enrollments, please try a smaller request.',
      parse: parseError,
    },
  },
  403: {
    description: 'The client administers another company.',
    schema: 'DetailOrMessage',
    examples: { role: detail('Missing: subscriptions.has_learner_or_admin_access') },
  },
  404: {
    description: 'No such customer, or none given.',
    schema: 'Detail',
    examples: { customer: detail('No CustomerAgreement matches the given query.') },
  },
  423: {
    description: 'Locked by another request.',
    schema: 'ErrorText',
    examples: { lock: 'Assignment currently locked for this subscription plan.' },
  },
};
