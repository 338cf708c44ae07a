import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import {
  answerFaulty,
  createControl,
  type ControlState,
  type FetchAnswer,
} from './faults/index.ts';
import { recordRequest } from './request-log.ts';

/**
 * What stands before the API: records every request, answers wrongly where a fault says so, and is
 * steered under `/sandbox/`.
 */
export function createFront(fetchAnswer: FetchAnswer, { faults, requests }: ControlState) {
  const control = createControl({ faults, requests });
  return async (request: Request, env: HttpBindings): Promise<Response> => {
    if (new URL(request.url).pathname.startsWith('/sandbox/')) return control.fetch(request, env);
    const recorded = recordRequest(requests, request);
    const fault = faults.find(recorded, request.headers.get('Authorization') ?? undefined);
    const response =
      fault === undefined
        ? await fetchAnswer(request, env)
        : await answerFaulty(fault, { request, env, fetchAnswer });
    if (response === undefined) return RESPONSE_ALREADY_SENT;
    if (fault !== undefined) response.headers.set('X-Sandbox-Fault', 'yes');
    recorded.status = response.status;
    return response;
  };
}
