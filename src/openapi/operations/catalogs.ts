import course from '../examples/course.json' with { type: 'json' };
import courseRun from '../examples/course-run.json' with { type: 'json' };
import program from '../examples/program.json' with { type: 'json' };
import type { JsonObject } from '../json.ts';
import { parameter, pathParameter } from '../parameters.ts';
import { detail, type Answer } from '../responses.ts';
import { createOperation } from './operation.ts';

const proxyPage = '<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>';
const notFoundPage =
  '<!doctype html><html lang="en"><head><title>Not Found</title></head><body><h1>Not Found</h1><p></p></body></html>';

/** Catalogs and their content: reference §3.7–§3.12, errors of api-ground-truth §10. */
export function createCatalogPaths(): JsonObject {
  return {
    '/enterprise/v2/enterprise-catalogs': { get: createListOperation() },
    '/enterprise/v2/enterprise-catalogs/{catalog_id}': { get: createContentOperation() },
    '/enterprise/v2/enterprise-catalogs/{catalog_id}/courses/{course_key}': {
      get: createItemOperation({
        id: 'getCourse',
        section: '3.9, §3.12.1',
        noun: 'course',
        schema: 'Course',
        example: course,
        key: pathParameter('course_key', {
          description: 'Two parts with one `+` between them, sent as it stands or as `%2B`.',
          example: 'MyUni+Sport101x',
        }),
      }),
    },
    '/enterprise/v2/enterprise-catalogs/{catalog_id}/course-runs/{course_run_id}': {
      get: createItemOperation({
        id: 'getCourseRun',
        section: '3.10, §3.12.2',
        noun: 'course run',
        schema: 'CourseRun',
        example: courseRun,
        key: pathParameter('course_run_id', {
          description: 'The `key` of a run; `+` and `:` as they stand or percent-encoded.',
          example: 'course-v1:MyUni+Sport101x',
        }),
      }),
    },
    '/enterprise/v2/enterprise-catalogs/{catalog_id}/programs/{program_id}': {
      get: createItemOperation({
        id: 'getProgram',
        section: '3.11, §3.12.3',
        noun: 'program',
        schema: 'Program',
        example: program,
        key: pathParameter('program_id', {
          description: 'The `uuid` of a program.',
          example: '7b24a21c-98c8-47c0-b9c8-g54714d40d94',
        }),
      }),
    },
  };
}

function createListOperation(): JsonObject {
  return createOperation({
    method: 'get',
    id: 'listCatalogs',
    tag: 'Catalogs',
    section: '3.7',
    summary: 'List catalogs',
    description: 'The catalogs of the company, page by page.',
    parameters: [parameter('Page'), parameter('PageSize')],
    answers: {
      200: {
        description: 'A page of catalogs.',
        schema: 'CatalogPage',
        isXmlToo: true,
      },
      400: createProxyError(),
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

function createContentOperation(): JsonObject {
  const { examples } = createPageError();
  return createOperation({
    method: 'get',
    id: 'listCatalogContent',
    tag: 'Catalogs',
    section: '3.8, §3.12',
    summary: 'List the content of a catalog',
    description:
      'Courses, course runs and programs, each in full or as a sparse search document. Only `next` tells ' +
      'whether more follows: `count` may be wrong, pages short or empty, items repeated (api-ground-truth §0).',
    parameters: [
      parameter('CatalogId'),
      parameter('Page'),
      parameter('PageSize'),
      parameter('Limit'),
    ],
    answers: {
      200: {
        description: 'A page of content items.',
        schema: 'ContentPage',
        isXmlToo: true,
        examples: { course: { count: 1, next: null, previous: null, results: [course] } },
      },
      400: createProxyError(),
      403: {
        description: 'A catalog of another company.',
        schema: 'DetailOrMessage',
        isXmlToo: true,
        examples: { foreign: detail('MISSING: catalog.has_learner_access') },
      },
      404: {
        description: 'No such catalog or page.',
        schema: 'Detail',
        isXmlToo: true,
        html: notFoundPage,
        examples: {
          catalog: detail('No EnterpriseCatalog matches the given query.'),
          ...examples,
        },
      },
    },
  });
}

function createItemOperation({ id, section, noun, schema, example, key }: ItemEndpoint) {
  return createOperation({
    method: 'get',
    id,
    tag: 'Catalogs',
    section,
    summary: `Get a ${noun}`,
    description: `One ${noun} of a catalog. Its \`enrollment_url\` differs from the one in the catalog’s list.`,
    parameters: [parameter('CatalogId'), key],
    answers: {
      200: {
        description: `The ${noun}.`,
        schema,
        isXmlToo: true,
        examples: { reference: example },
      },
      304: {
        description:
          'The copy with the tag of `If-None-Match` still stands (not through the gateway).',
      },
      400: createProxyError(),
      403: {
        description: 'A catalog of another company.',
        schema: 'DetailOrMessage',
        isXmlToo: true,
        examples: { foreign: detail('Missing: enterprise.can_view_catalog') },
      },
      404: {
        description: `No such catalog, or no such ${noun} in it, or the service could not ask for it; HTML where the key has a wrong form.`,
        schema: 'Detail',
        isXmlToo: true,
        html: notFoundPage,
        examples: {
          item: detail('Not found.'),
          catalog: detail('No EnterpriseCustomerCatalog matches the given query.'),
        },
      },
    },
  });
}

interface ItemEndpoint {
  id: string;
  section: string;
  noun: string;
  schema: string;
  example: unknown;
  key: JsonObject;
}

/** Whatever status the gateway does not know becomes 400 and keeps its body (api-ground-truth §1.2). */
export function createProxyError(): Answer {
  return {
    description:
      'The gateway’s stand-in for 502, 503 and every other status that it does not know.',
    schema: 'BadRequest',
    html: proxyPage,
  };
}

export function createPageError(): Answer {
  return {
    description: 'No such page.',
    schema: 'Detail',
    isXmlToo: true,
    html: notFoundPage,
    examples: { page: detail('Invalid page.') },
  };
}
