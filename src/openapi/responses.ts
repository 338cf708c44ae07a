import { reference, type JsonObject } from './json.ts';

export interface Answer {
  description: string;
  /** Name of the schema of its JSON. */
  schema: string;
  /** Literal bodies by a name for each. */
  examples?: Record<string, unknown>;
  /** GETs answer in XML too, which is the reference's default (§3.2). */
  isXmlToo?: boolean;
  /** A page of HTML, of the framework or a proxy, may stand in its place. */
  html?: string;
}

/** The body that a service sends with most errors. */
export function detail(text: string): JsonObject {
  return { detail: text };
}

export function createResponse({
  description,
  schema,
  examples,
  isXmlToo = false,
  html,
}: Answer): JsonObject {
  const json = { schema: reference('schemas', schema), ...(examples && nameExamples(examples)) };
  return {
    description,
    content: {
      'application/json': json,
      ...(isXmlToo && { 'application/xml': { schema: reference('schemas', 'XmlDocument') } }),
      ...(html !== undefined && { 'text/html': createHtml(html) }),
    },
  };
}

/** Answers that every endpoint behind the token can give: api-ground-truth §1.3, §7, §10. */
export function createSharedResponses(): JsonObject {
  return {
    Unauthorized: createResponse({
      description:
        'No usable token. `Bearer` in place of `JWT` counts as none; expired and invalid tokens look alike.',
      schema: 'Detail',
      isXmlToo: true,
      examples: {
        missing: detail('Authentication credentials were not provided.'),
        invalid: detail('Invalid token.'),
        expired: detail('Token has expired.'),
        signature: detail('Signature has expired.'),
        nameless: detail('JWT must include a preferred_username or username claim!'),
      },
    }),
    NotAcceptable: createResponse({
      description:
        'The `Accept` header names no format of this endpoint (not through the gateway).',
      schema: 'Detail',
      isXmlToo: true,
      examples: { accept: detail('Could not satisfy the request Accept header.') },
    }),
    TooLarge: createResponse({
      description: 'The request is larger than 10 MB.',
      schema: 'GatewayMessage',
      examples: { large: { message: 'Request Too Long' } },
    }),
    UnsupportedMediaType: createResponse({
      description: 'The body is not JSON (400 with the same body through the gateway).',
      schema: 'Detail',
      examples: { text: detail('Unsupported media type "text/plain" in request.') },
    }),
    Throttled: {
      ...createResponse({
        description:
          'Too many requests. The gateway drops `Retry-After`: the text says how long to wait.',
        schema: 'DetailOrMessage',
        isXmlToo: true,
        examples: {
          service: detail('Request was throttled. Expected available in 42 seconds.'),
          gateway: { message: 'Too Many Requests' },
          quota: { message: 'Limit Exceeded' },
        },
      }),
      headers: {
        'Retry-After': {
          description: 'Seconds to wait; absent through the gateway.',
          schema: { type: 'string' },
        },
      },
    },
    ServiceFault: createResponse({
      description: 'A fault of the service, or a malformed UUID in the path: HTML.',
      schema: 'DetailOrMessage',
      html: '<!doctype html><html lang="en"><head><title>Server Error (500)</title></head><body><h1>Server Error (500)</h1><p></p></body></html>',
      examples: { gateway: { message: 'Internal server error' } },
    }),
    Timeout: createResponse({
      description: 'The service took longer than 29 seconds.',
      schema: 'GatewayMessage',
      examples: { slow: { message: 'Endpoint request timed out' } },
    }),
  };
}

/** References to the shared answers by status, for the endpoints behind the token. */
export function listSharedAnswers(method: 'get' | 'post'): JsonObject {
  return {
    401: reference('responses', 'Unauthorized'),
    ...(method === 'get'
      ? { 406: reference('responses', 'NotAcceptable') }
      : {
          413: reference('responses', 'TooLarge'),
          415: reference('responses', 'UnsupportedMediaType'),
        }),
    429: reference('responses', 'Throttled'),
    500: reference('responses', 'ServiceFault'),
    504: reference('responses', 'Timeout'),
  };
}

function nameExamples(examples: Record<string, unknown>): JsonObject {
  return {
    examples: Object.fromEntries(
      Object.entries(examples).map(([name, value]) => [name, { value }]),
    ),
  };
}

function createHtml(example: string): JsonObject {
  return { schema: { type: 'string' }, example };
}
