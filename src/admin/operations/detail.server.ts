import type { OutcomeDetail } from '../plan-operation/index.ts';
import type { OperationProblem } from './types.server.ts';

/** What stands in `results.detail`: a code, maybe with the service's words; undefined where there is none. */
export function parseDetail(text: string | null): OutcomeDetail | undefined {
  return text === null ? undefined : (JSON.parse(text) as OutcomeDetail);
}

/** What stands in `operations.problem`. */
export function parseProblem(text: string | null): OperationProblem | undefined {
  return text === null ? undefined : (JSON.parse(text) as OperationProblem);
}
