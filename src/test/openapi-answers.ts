import { Ajv2020 } from 'ajv/dist/2020.js';
import { SyntaxValidator } from 'fast-xml-validator';
import { createOpenApiDocument } from '#openapi';

interface Operation {
  responses: Record<string, DocumentedAnswer>;
}

interface DocumentedAnswer {
  $ref?: string;
  content?: Record<string, { schema: { $ref?: string } }>;
}

export interface Answer {
  method: string;
  url: string;
  status: number;
  contentType: string | null;
  body: string;
}

const { paths, components } = createOpenApiDocument() as {
  paths: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, DocumentedAnswer>; schemas: object };
};
const patterns = Object.entries(paths).map(([template, operations]) => ({
  pattern: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`),
  operations,
}));
// The document's own linter judges its schemas.
const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false });
ajv.addSchema({ $id: 'openapi', components: { schemas: components.schemas } });

/** What the OpenAPI document does not allow about an answer of the API, or undefined. */
export function findAnswerProblem(answer: Answer): string | undefined {
  const { pathname } = new URL(answer.url);
  if (!/^\/(?:enterprise|oauth2)\//.test(pathname)) return undefined;
  const problem = findProblem(answer, pathname);
  return problem && `${answer.method} ${pathname} ${String(answer.status)}: ${problem}`;
}

function findProblem({ method, status, contentType, body }: Answer, path: string) {
  const operations = patterns.find(({ pattern }) => pattern.test(path))?.operations;
  if (operations === undefined) return refuses(status, [401, 403, 404], 'an undocumented path');
  const operation = operations[(method === 'HEAD' ? 'get' : method).toLowerCase()];
  if (operation === undefined) {
    return method === 'OPTIONS' ? undefined : refuses(status, [401, 403, 405], 'a wrong method');
  }
  const documented = resolve(operation.responses[String(status)]);
  if (documented === undefined) return 'the status is not documented';
  if (method === 'HEAD') return undefined;
  return findContentProblem(documented, contentType?.split(';')[0] ?? '', body);
}

function findContentProblem({ content }: DocumentedAnswer, type: string, body: string) {
  if (content === undefined) return body === '' ? undefined : 'the body is not empty';
  const media = content[type];
  if (media === undefined) return `its type ${type} is not documented`;
  if (type === 'application/xml') {
    return isXml(body) ? undefined : 'the XML is not well-formed';
  }
  if (type !== 'application/json') return undefined;
  // The gateway labels everything JSON, pages of HTML too (api-ground-truth §1.2).
  if (body.startsWith('<') && 'text/html' in content) return undefined;
  const validate = ajv.getSchema(`openapi${media.schema.$ref ?? ''}`);
  if (validate === undefined) return 'its schema is missing';
  return validate(parse(body)) ? undefined : ajv.errorsText(validate.errors);
}

function resolve(answer: DocumentedAnswer | undefined): DocumentedAnswer | undefined {
  const name = answer?.$ref?.split('/').at(-1);
  return name === undefined ? answer : components.responses[name];
}

function refuses(status: number, refusals: number[], what: string): string | undefined {
  return refusals.includes(status) ? undefined : `${what} was answered`;
}

function isXml(body: string): boolean {
  try {
    return SyntaxValidator.validate(body);
  } catch {
    return false;
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
