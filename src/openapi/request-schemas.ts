import type { JsonObject } from './json.ts';

const texts = { type: 'array', items: { type: 'string' } };
const text = { type: 'string' };

/** What the endpoints that change something take: reference §3.4.2, §3.5.2, §3.6.2; api-ground-truth §2.1, §6. */
export function createRequestSchemas(): Record<string, JsonObject> {
  return {
    TokenRequest: {
      type: 'object',
      required: ['grant_type', 'client_id', 'client_secret', 'token_type'],
      properties: {
        // A form in a viewer is filled with the first example of each field.
        grant_type: {
          type: 'string',
          const: 'client_credentials',
          examples: ['client_credentials'],
        },
        client_id: { ...text, examples: ['sandbox'] },
        client_secret: { ...text, examples: ['sandbox-secret'] },
        token_type: { type: 'string', const: 'jwt', examples: ['jwt'] },
      },
    },
    AssignRequest: {
      type: 'object',
      required: ['user_emails'],
      properties: {
        user_emails: { ...texts, minItems: 1, description: 'Who gets a license.' },
        user_sfids: {
          type: 'array',
          items: { type: ['string', 'null'] },
          description: 'Salesforce ids, one for each address, of 18 characters or more.',
        },
        greeting: { ...text, description: 'Text at the beginning of the e-mail.' },
        closing: { ...text, description: 'Text at the end of the e-mail.' },
        notify_users: {
          type: 'boolean',
          description: 'Whether an e-mail goes out; it does by default.',
        },
      },
    },
    RevokeRequest: {
      type: 'object',
      description: 'Exactly one of the two.',
      properties: {
        user_emails: { ...texts, minItems: 1, description: 'Whose licenses are revoked.' },
        filters: {
          type: 'array',
          description: 'Which licenses are revoked; several filters must all fit.',
          items: { anyOf: [...createReferenceFilters(), ...createDeployedFilters()] },
        },
      },
      oneOf: [{ required: ['user_emails'] }, { required: ['filters'] }],
    },
    BulkEnrollmentRequest: {
      type: 'object',
      required: ['emails', 'course_run_keys', 'notify'],
      properties: {
        enterprise_customer_uuid: { ...text, description: 'Listed here, sent in the address.' },
        emails: { ...texts, minItems: 1, description: 'Who is enrolled.' },
        course_run_keys: { ...texts, minItems: 1, description: 'In what they are enrolled.' },
        notify: { type: 'boolean', description: 'Whether they get an e-mail.' },
      },
    },
  };
}

const statuses = {
  type: 'array',
  items: { type: 'string', enum: ['activated', 'assigned', 'unassigned', 'revoked'] },
};

function createReferenceFilters(): JsonObject[] {
  return [createFilter({ user_email: text }), createFilter({ status_in: statuses })];
}

function createDeployedFilters(): JsonObject[] {
  return [
    createFilter({ name: { type: 'string', const: 'user_email' }, filter_value: text }),
    createFilter({ name: { type: 'string', const: 'status_in' }, filter_value: statuses }),
  ];
}

function createFilter(properties: JsonObject): JsonObject {
  return { type: 'object', required: Object.keys(properties), properties };
}
