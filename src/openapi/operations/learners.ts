import type { JsonObject } from '../json.ts';
import { parameter, pathParameter, queryParameter } from '../parameters.ts';
import { detail } from '../responses.ts';
import { createPageError, createProxyError } from './catalogs.ts';
import { createOperation } from './operation.ts';

/** Enrolments and progress: reference §3.13, api-ground-truth §5.5. */
export function createLearnerPaths(): JsonObject {
  return {
    '/enterprise/v3/enterprise-customer/{enterprise_uuid}/learner-summary': {
      get: createOperation({
        method: 'get',
        id: 'listLearnerSummaries',
        tag: 'Learners',
        section: '3.13',
        summary: 'List enrolments and progress',
        description:
          'One row per enrolment, sorted by `last_activity_date`. Rows without consent are listed with the ' +
          'learner’s data left out; never show learner data of a row whose `is_consent_granted` is not true.',
        parameters: [
          pathParameter('enterprise_uuid', {
            description: 'The customer’s `enterprise_customer_uuid`.',
            example: '904b1785-9d3a-1000-848d-6ae7a56e6355',
          }),
          parameter('Page'),
          parameter('PageSize'),
          queryParameter('ordering', {
            description:
              'Any field of the response, `-` before it for descending; an unknown one is ignored. The gateway does not forward it.',
            schema: { type: 'string' },
            example: '-last_activity_date',
          }),
        ],
        answers: {
          200: { description: 'A page of rows.', schema: 'LearnerSummaryPage', isXmlToo: true },
          400: createProxyError(),
          403: {
            description: 'A customer that is unknown or another company.',
            schema: 'DetailOrMessage',
            isXmlToo: true,
            examples: { customer: detail('MISSING: can_access_enterprise') },
          },
          404: createPageError(),
        },
      }),
    },
  };
}
