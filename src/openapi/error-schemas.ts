import { reference, type JsonObject } from './json.ts';

/** The shapes of errors: api-ground-truth §1.3, §2.2, §6, §7. */
export function createErrorSchemas(): Record<string, JsonObject> {
  return {
    Detail: createText('detail', 'What the services say.'),
    GatewayMessage: createText('message', 'What the gateway says.'),
    DetailOrMessage: anyOf('Detail', 'GatewayMessage'),
    TokenError: {
      type: 'object',
      required: ['error'],
      properties: { error: { type: 'string' }, error_description: { type: 'string' } },
    },
    FieldErrors: {
      type: 'object',
      description: 'By field a list of texts, or by index of its items as text such a list.',
      minProperties: 1,
      additionalProperties: {
        anyOf: [
          createTexts(),
          { type: 'object', minProperties: 1, additionalProperties: createTexts() },
        ],
      },
    },
    ErrorText: { type: 'string', description: 'A bare JSON string.', minLength: 1 },
    BadRequest: anyOf('Detail', 'FieldErrors', 'ErrorText', 'Revocations', 'GatewayMessage'),
    RevocationsOrError: anyOf('Revocations', 'Detail', 'ErrorText'),
  };
}

function anyOf(...names: string[]): JsonObject {
  return { anyOf: names.map((name) => reference('schemas', name)) };
}

function createText(name: string, description: string): JsonObject {
  return {
    type: 'object',
    description,
    required: [name],
    properties: { [name]: { type: 'string' } },
    additionalProperties: false,
  };
}

function createTexts(): JsonObject {
  return { type: 'array', minItems: 1, items: { type: 'string' } };
}
