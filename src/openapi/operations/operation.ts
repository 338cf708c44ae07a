import type { JsonObject } from '../json.ts';
import { createResponse, listSharedAnswers, type Answer } from '../responses.ts';

export interface Operation {
  id: string;
  tag: string;
  summary: string;
  description: string;
  /** Of the reference. */
  section: string;
  method: 'get' | 'post';
  parameters?: JsonObject[];
  requestBody?: JsonObject;
  /** The endpoint's own answers by status; those of every endpoint come beside them. */
  answers: Record<number, Answer | JsonObject>;
}

/** An endpoint that takes a token: `Authorization: JWT …`. */
export function createOperation(operation: Operation): JsonObject {
  const { id, tag, summary, description, section, parameters, requestBody, answers } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: `${description}\n\nReference §${section}.`,
    security: [{ jwt: [] }],
    ...(parameters && { parameters }),
    ...(requestBody && { requestBody }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [status, toResponse(answer)]),
      ),
      ...listSharedAnswers(operation.method),
    },
  };
}

export function createJsonBody(
  schema: JsonObject,
  description: string,
  examples: Record<string, unknown>,
): JsonObject {
  return {
    required: true,
    description,
    content: {
      'application/json': {
        schema,
        examples: Object.fromEntries(
          Object.entries(examples).map(([name, value]) => [name, { value }]),
        ),
      },
    },
  };
}

function toResponse(answer: Answer | JsonObject): JsonObject {
  return isAnswer(answer) ? createResponse(answer) : answer;
}

function isAnswer(answer: Answer | JsonObject): answer is Answer {
  return 'schema' in answer;
}
