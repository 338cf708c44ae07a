import { readAddresses, type AddressReading } from '../addresses/index.ts';
import {
  dryRunAssign,
  dryRunEnroll,
  dryRunRevoke,
  dryRunRevokeByStatus,
  type DryRun,
  type OperationKind,
} from '../plan-operation/index.ts';
import { seatsLeftOf, type SubscriptionPlan } from '../plans/index.ts';
import { chooseRuns, type ChosenRuns, type RunList } from './choose-runs.ts';
import { addressLimit, revocationPhrase } from './limits.ts';
import type { FieldProblem, PlanForm } from './read-plan-form.ts';

/** What a form would do to a plan: the same for who reviews it and for what confirms it. */
export function reviewPlanForm(
  kind: OperationKind,
  form: PlanForm,
  { plan, list, now }: ReviewContext,
): PlanReview {
  const isByStatus = kind === 'revoke' && form.target !== 'addresses';
  const reading = readAddresses(isByStatus ? '' : form.addresses, { limit: addressLimit });
  const chosen = chooseRuns(kind === 'enroll' ? form : { runKeys: [], typedRuns: '' }, {
    list,
    catalogUuid: plan.catalogUuid,
    now,
  });
  const dryRun = dryRunOf();
  const { valid } = dryRun.counts;
  return {
    reading,
    chosen,
    dryRun,
    phrase: kind === 'revoke' ? revocationPhrase(valid) : undefined,
    excess: kind === 'assign' ? countExcess(reading, seatsLeftOf(plan)) : countExcess(reading),
    problems: [
      ...form.problems,
      ...(isByStatus ? [] : addressProblemsOf(form, reading)),
      ...chosen.problems,
      ...(kind === 'enroll' && chosen.keys.length === 0 && chosen.problems.length === 0
        ? [{ field: 'runs' as const, code: 'none' as const }]
        : []),
    ],
  };

  function dryRunOf(): DryRun {
    const context = { plan, now };
    if (kind === 'assign') return dryRunAssign(reading, context);
    if (kind === 'enroll') return dryRunEnroll(reading, chosen.keys, context);
    return form.target === 'addresses'
      ? dryRunRevoke(reading, context)
      : dryRunRevokeByStatus([form.target], context);
  }
}

/** How many different addresses there are beyond what one review takes, and beyond the free seats if that is less. */
function countExcess(
  { counts }: Pick<AddressReading, 'counts'>,
  seats: number = addressLimit,
): number {
  return Math.max(0, counts.valid + counts.overLimit - Math.min(addressLimit, seats));
}

function addressProblemsOf(form: PlanForm, { counts }: AddressReading): FieldProblem[] {
  if (form.problems.some(({ code }) => code === 'two-sources') || counts.valid > 0) return [];
  return [{ field: 'addresses', code: counts.invalid > 0 ? 'none-valid' : 'none' }];
}

interface ReviewContext {
  plan: SubscriptionPlan;
  /** Of enrollable runs; only enrolling looks at it. */
  list: RunList;
  /** Milliseconds since 1970. */
  now: number;
}

export interface PlanReview {
  reading: AddressReading;
  chosen: ChosenRuns;
  dryRun: DryRun;
  /** What has to be typed to confirm. */
  phrase: string | undefined;
  /** How many addresses to remove. */
  excess: number;
  /** What is to be mended before there is anything to review; empty where the review can be shown. */
  problems: FieldProblem[];
}
