import { z } from 'zod';
import {
  catalog,
  course,
  courseRun,
  enrollmentJob,
  learnerSummary,
  licenseAssignments,
  licenseRevocations,
  page,
  program,
  subscriptionPlan,
  token,
} from '#enterprise-api/contract';
import { createErrorSchemas } from './error-schemas.ts';
import { reference, type JsonObject } from './json.ts';
import { createRequestSchemas } from './request-schemas.ts';
import { alwaysSent } from './always-sent.ts';

const contract = {
  Token: token,
  Page: page,
  Catalog: catalog,
  Course: course,
  CourseRun: courseRun,
  Program: program,
  SubscriptionPlan: subscriptionPlan,
  LicenseAssignments: licenseAssignments,
  Revocations: licenseRevocations,
  EnrollmentJob: enrollmentJob,
  LearnerSummary: learnerSummary,
};

/**
 * The contract as JSON Schema 2020-12. It stays as lenient about types as the contract, which takes what the
 * reference's tables, its examples and the deployed service send; what the sender always sends is required
 * here all the same (`always-sent.ts`), and dates and addresses are texts or null.
 */
export function createSchemas(): Record<string, JsonObject> {
  const { Page: frame, ...schemas } = createContractSchemas();
  const createPage = (items: JsonObject): JsonObject => ({
    ...frame,
    properties: { ...(frame?.['properties'] as JsonObject), results: { type: 'array', items } },
  });
  return {
    ...schemas,
    CatalogPage: createPage(reference('schemas', 'Catalog')),
    ContentPage: createPage({
      anyOf: ['Course', 'CourseRun', 'Program'].map((name) => reference('schemas', name)),
    }),
    SubscriptionPage: createPage(reference('schemas', 'SubscriptionPlan')),
    LearnerSummaryPage: createPage(reference('schemas', 'LearnerSummary')),
    ...createRequestSchemas(),
    ...createErrorSchemas(),
    XmlDocument: {
      type: 'string',
      description:
        'The JSON answer as XML: element `root`, a list’s items in `list-item`, null an empty element, True and False (api-ground-truth §8).',
    },
  };
}

function createContractSchemas(): Record<string, JsonObject> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(contract)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    target: 'draft-2020-12',
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      tidy(jsonSchema);
    },
  });
  return Object.fromEntries(
    Object.keys(contract).map((name) => {
      const { $schema, $id, ...schema } = schemas[name] as JsonObject;

      return [name, finish(name, schema)];
    }),
  );
}

/** The contract lets a bad date or address pass, so that it can be reported; a sender has no such excuse. */
function tidy(schema: JsonObject): void {
  if (
    schema['type'] === undefined &&
    schema['anyOf'] === undefined &&
    typeof schema['format'] === 'string'
  ) {
    schema['type'] = ['string', 'null'];
  }
  if (schema['maximum'] === Number.MAX_SAFE_INTEGER) delete schema['maximum'];
  if (schema['minimum'] === Number.MIN_SAFE_INTEGER) delete schema['minimum'];
}

function finish(name: string, schema: JsonObject): JsonObject {
  const required = new Set([
    ...((schema['required'] ?? []) as string[]),
    ...(alwaysSent[name] ?? []),
  ]);
  return { ...schema, ...(required.size > 0 && { required: [...required] }) };
}
