import type { OperationProblem } from '#admin/operations';
import { describeDetail } from './result-words.ts';

type StopCode = Exclude<OperationProblem, { reason: string } | { licenseUuid: string }>['code'];

const problems = {
  'by-person': 'Somebody stopped it.',
  changed:
    'The plan changed after the review, so nothing was sent. Review it again with the plan as it is now.',
  'plan-gone': 'The service does not list this plan any more, so nothing more was sent.',
  expired: 'The plan has ended, so nothing more was sent.',
  inactive: 'The plan is switched off, so nothing more was sent.',
  locked: 'The plan is locked while it is renewed, so nothing more was sent.',
} as const satisfies Partial<Record<StopCode, string>>;

/** Why an operation ended early or failed as a whole. */
export function describeProblem(problem: OperationProblem): string {
  return isStop(problem) ? problems[problem.code] : describeDetail(problem);
}

function isStop(problem: OperationProblem): problem is { code: keyof typeof problems } {
  return problem.code in problems;
}
