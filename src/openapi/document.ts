import type { JsonObject } from './json.ts';
import { createCatalogPaths } from './operations/catalogs.ts';
import { createLearnerPaths } from './operations/learners.ts';
import { createLicensePaths } from './operations/licenses.ts';
import { createTokenPaths } from './operations/token.ts';
import { createParameters } from './parameters.ts';
import { createSharedResponses } from './responses.ts';
import { createSchemas } from './schemas.ts';

const description = `The ten endpoints of the edX Enterprise API and its token, as this project's client reads them and
its sandbox answers them. "Reference" is the API's published reference with its sections; where the deployed
service is known to differ, both answers are described.

Two steps: exchange client id and secret for a token, then send it as \`Authorization: JWT <access_token>\`
(\`Bearer\` is not recognised).

GETs answer in XML unless \`Accept: application/json\` is sent (reference §3.2); the deployed service answers
in JSON at any rate. Answers of POSTs and of the token are JSON always. Every path may end in a slash. Clients
should take any field as null or absent that is not required here, and ignore fields that they don't know.`;

const service = { url: 'https://api.edx.org', description: 'The service' };
const sandbox = { url: 'http://127.0.0.1:4010', description: 'The sandbox: npm run sandbox' };

/**
 * The contract as an OpenAPI 3.1 document, the same at every call.
 * @param origin of the only server that it names; by default the service and the sandbox
 */
export function createOpenApiDocument({ origin }: { origin?: string } = {}): JsonObject {
  const servers = origin === undefined ? [service, sandbox] : [{ ...sandbox, url: origin }];
  return {
    openapi: '3.1.0',
    info: {
      title: 'edX Enterprise API',
      version: '2026-11',
      summary: 'Catalogs, licenses and learners of a company.',
      description,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers,
    tags: [
      { name: 'Token', description: 'The first step of every client.' },
      { name: 'Catalogs', description: 'Catalogs and the courses, runs and programs in them.' },
      { name: 'Licenses', description: 'Subscription plans and who has their licenses.' },
      { name: 'Learners', description: 'Enrolments and progress of the company’s learners.' },
    ],
    paths: {
      ...createTokenPaths(),
      ...createCatalogPaths(),
      ...createLicensePaths(),
      ...createLearnerPaths(),
    },
    components: {
      securitySchemes: createSecuritySchemes(origin ?? service.url),
      parameters: createParameters(),
      responses: createSharedResponses(),
      schemas: createSchemas(),
    },
  };
}

function createSecuritySchemes(origin: string): JsonObject {
  return {
    clientCredentials: {
      type: 'oauth2',
      description:
        'Step 1: client id and secret for a token, as fields of the form and with `token_type=jwt`.',
      flows: {
        clientCredentials: { tokenUrl: `${origin}/oauth2/v1/access_token`, scopes: {} },
      },
    },
    jwt: {
      type: 'apiKey',
      in: 'header',
      name: 'Authorization',
      description: 'Step 2: `JWT <access_token>`, the word JWT included.',
    },
  };
}
