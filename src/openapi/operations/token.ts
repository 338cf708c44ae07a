import type { JsonObject } from '../json.ts';
import { createResponse, detail } from '../responses.ts';

/** The first of the two steps: client id and secret for a token (api-ground-truth §2.1, §2.2, §10). */
export function createTokenPaths(): JsonObject {
  return { '/oauth2/v1/access_token': { post: createTokenOperation() } };
}

function createTokenOperation(): JsonObject {
  return {
    operationId: 'createAccessToken',
    tags: ['Token'],
    summary: 'Get a token',
    description:
      'Exchanges the client id and secret for a token that lives about an hour; there is no refresh token. ' +
      'Client id and secret go into the form: Basic authentication and JSON bodies do not work. ' +
      'Without `token_type=jwt` the token is an opaque one that no endpoint takes.\n\n' +
      'Documentation of the API, “Authentication”.',
    security: [{ clientCredentials: [] }],
    requestBody: {
      required: true,
      content: {
        'application/x-www-form-urlencoded': {
          schema: { $ref: '#/components/schemas/TokenRequest' },
        },
      },
    },
    responses: {
      200: createResponse({
        description: 'The token.',
        schema: 'Token',
        examples: {
          jwt: createExample('eyJhbGciOiJIUzI1NiJ9.e30.c2FtcGxl', 3600, 'JWT'),
          text: createExample('eyJhbGciOiJIUzI1NiJ9.e30.c2FtcGxl', '36000', 'JWT'),
          opaque: createExample('0123456789abcdefghijklmnopqrst', 36_000, 'Bearer'),
        },
      }),
      400: createResponse({
        description: 'The form is wrong.',
        schema: 'TokenError',
        examples: {
          grant: { error: 'unsupported_grant_type' },
          client: { error: 'unauthorized_client' },
          scope: { error: 'invalid_scope' },
          query: {
            error: 'invalid_request',
            error_description: 'URL query parameters are not allowed',
          },
        },
      }),
      401: createResponse({
        description: 'Unknown client or wrong secret.',
        schema: 'TokenError',
        examples: { client: { error: 'invalid_client' } },
      }),
      403: createResponse({
        description: 'Too many calls from one address: HTML.',
        schema: 'GatewayMessage',
        html: '<h1>403 Forbidden</h1>',
        examples: { gateway: { message: 'Missing Authentication Token' } },
      }),
      405: createResponse({
        description: 'Not a POST (403 through the gateway).',
        schema: 'Detail',
        examples: { get: detail('Method "GET" not allowed.') },
      }),
      429: { $ref: '#/components/responses/Throttled' },
      500: { $ref: '#/components/responses/ServiceFault' },
      504: { $ref: '#/components/responses/Timeout' },
    },
  };
}

function createExample(token: string, lifetime: number | string, type: string): JsonObject {
  return {
    access_token: token,
    expires_in: lifetime,
    token_type: type,
    scope: 'read write profile email',
  };
}
