import { revocationsLeftOf, type PlanForm, type PlanReview, type SubscriptionPlan } from '#admin';
import { formatCount } from '../count.ts';

/**
 * What a review does to a plan, line by line; nothing for enrolling. After is at most what it says: an address may
 * have a license already, or none.
 */
export function effectOf(
  plan: SubscriptionPlan,
  { dryRun }: Pick<PlanReview, 'dryRun'>,
  target: PlanForm['target'],
): EffectLine[] {
  if (dryRun.kind === 'enroll') return [];
  const { assigned, activated } = plan.licenses;
  const seats = lineOf('Unassigned', dryRun.seats.before, dryRun.seats.after);
  const left = revocationsLeftOf(plan);
  const revocations =
    left === undefined ? [] : [lineOf('Revocations left', left, dryRun.revocations.after)];
  if (dryRun.kind === 'revoke' && target === 'addresses') {
    const held = assigned + activated;
    const after = held - (dryRun.seats.after - dryRun.seats.before);
    return [seats, lineOf('Assigned or activated', held, after), ...revocations];
  }
  const assignedAfter = dryRun.kind === 'assign' ? assigned + dryRun.counts.valid : undefined;
  const rest = (status: PlanForm['target'], count: number) => (target === status ? 0 : count);
  return [
    seats,
    lineOf('Assigned', assigned, assignedAfter ?? rest('assigned', assigned)),
    lineOf(
      'Activated',
      activated,
      dryRun.kind === 'assign' ? activated : rest('activated', activated),
    ),
    ...revocations,
  ];
}

function lineOf(label: string, now: number, after: number | undefined): EffectLine {
  return { label, now: format(now), after: after === undefined ? '' : format(after) };
}

function format(count: number): string {
  return count === Infinity ? 'Unlimited' : formatCount(count);
}

export interface EffectLine {
  label: string;
  now: string;
  /** Empty where it is not known. */
  after: string;
}
