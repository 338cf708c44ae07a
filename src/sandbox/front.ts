import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { answerFaulty, type FaultRegistry, type FetchAnswer } from './faults/index.ts';
import { recordRequest, type RecordedRequest } from './request-log.ts';

export interface FrontState {
  faults: FaultRegistry;
  requests: RecordedRequest[];
}

/** What stands before the API: records every request, and answers wrongly where a fault says so. */
export function createFront(fetchAnswer: FetchAnswer, { faults, requests }: FrontState) {
  return async (request: Request, env: HttpBindings): Promise<Response> => {
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
