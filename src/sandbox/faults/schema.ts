import { z } from 'zod';
import { faultActions } from './actions.ts';
import { routeNames } from './routes.ts';

export const maximumFaults = 1000;

const match = z.strictObject({
  method: z.string().optional(),
  route: z.enum(routeNames).optional(),
  /** The whole path, percent-encoding undone. */
  path: z.string().optional(),
  /** A regular expression to find in the path. */
  pathPattern: z.string().refine(isPattern, 'Expected a regular expression.').optional(),
  query: z.record(z.string(), z.string()).optional(),
});

/** When a fault acts: everything that is given must hold. */
const conditions = {
  /** Which requests it meets; all of them. */
  match: match.optional(),
  /** How many matching requests to let pass first; 0. */
  skip: z.int().nonnegative().optional(),
  /** How many matching requests to meet; no limit. */
  times: z.int().positive().optional(),
  /** The share of matching requests to meet, from 0 to 1; all. */
  chance: z.number().min(0).max(1).optional(),
  /** What its chances follow from; that of all faults. */
  seed: z.int().nonnegative().optional(),
  /** How long it stays, in milliseconds; for good. */
  forMs: z.int().positive().optional(),
};

const fault = z
  .strictObject({ ...conditions, ...faultActions })
  .refine((given) => Object.keys(faultActions).some((name) => name in given), {
    error: 'Says when but not what: give it an action, such as "status" or "hangUp".',
  })
  .refine(({ status, body, headers }) => status !== undefined || (body ?? headers) === undefined, {
    error: 'Expected a "status" beside "body" and "headers".',
  })
  .refine(({ refuseConnections, match: matched }) => !refuseConnections || matched === undefined, {
    error: 'A connection is refused before there is a request: leave "match" out.',
  })
  .refine(({ refuseConnections, times, forMs }) => !refuseConnections || (times ?? forMs), {
    error: 'Give "times" or "forMs", or nobody can end it.',
  });

const plan = z.strictObject({
  seed: conditions.seed,
  faults: z.array(fault).max(maximumFaults),
});

export type FaultPlan = z.output<typeof plan>;
export type FaultDescription = FaultPlan['faults'][number];

/**
 * Parses faults as JSON has them: one, a list, or `{ seed, faults }`.
 * @throws FaultPlanError which lists every problem
 */
export function parseFaultPlan(raw: unknown): FaultPlan {
  const result = plan.safeParse(toPlan(raw));
  if (result.success) return result.data;
  throw new FaultPlanError(result.error.issues.map(describeProblem));
}

export class FaultPlanError extends Error {
  override name = 'FaultPlanError' as const;
  readonly problems: string[];

  constructor(problems: string[]) {
    super(`These faults cannot be used. ${problems.join(' ')}`);
    this.problems = problems;
  }
}

function describeProblem(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.') || '(all)'}: ${describeReason(issue)}`;
}

/** Names of headers and values of several shapes tell their reasons one level down. */
function describeReason(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_key') return issue.issues.map(describeReason).join(' ');
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return issue.errors.map((issues) => issues.map(describeReason).join(' ')).join(', or: ');
  }
  return issue.message;
}

function toPlan(raw: unknown): unknown {
  if (Array.isArray(raw)) return { faults: raw as unknown[] };
  const isPlan = typeof raw === 'object' && raw !== null && 'faults' in raw;
  return isPlan ? raw : { faults: [raw] };
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}
