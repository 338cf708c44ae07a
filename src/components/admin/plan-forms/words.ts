import {
  enrollmentProductLimit,
  enrollmentSumLimit,
  revocationsLeftOf,
  seatsLeftOf,
  type Block,
  type DryRun,
  type FieldProblem,
  type OperationKind,
  type PlanReview,
  type Refusal,
  type SubscriptionPlan,
  type Warning,
} from '#admin';
import { addressesOf, countOf, formatCount, peopleOf } from '../count.ts';

export const pageTitles: Record<OperationKind, string> = {
  assign: 'Assign licenses',
  revoke: 'Revoke licenses',
  enroll: 'Bulk enrollment',
};

/** Why who may only look can't press a button. */
export const viewerWords: Record<OperationKind, string> = {
  assign: 'Your role is viewer. Managers can assign.',
  revoke: 'Your role is viewer. Managers can revoke.',
  enroll: 'Your role is viewer. Managers can enroll.',
};

/** What is left of a plan for who wants to change it. */
export function describeLeft(kind: OperationKind, plan: SubscriptionPlan): string {
  if (kind === 'assign') return countOf(seatsLeftOf(plan), 'free license');
  if (kind === 'enroll')
    return countOf(plan.licenses.allocated, 'learner with a license', 'learners with a license');
  const given = countOf(plan.licenses.allocated, 'license given out', 'licenses given out');
  const left = revocationsLeftOf(plan);
  if (left === undefined) return given;
  return left === Infinity ? `${given}, no cap` : `${given}, ${countOf(left, 'revocation')} left`;
}

/** What the cap leaves. */
export function describeCap({ revocations }: SubscriptionPlan): string {
  if (revocations.kind === 'unlimited') return 'This plan has no cap on revocations.';
  if (revocations.kind === 'unknown') return '';
  const { applied, remaining } = revocations;
  return `${countOf(applied, 'license')} of this plan ${applied === 1 ? 'has' : 'have'} been revoked already, and ${countOf(remaining, 'revocation')} ${remaining === 1 ? 'is' : 'are'} left. Only activated licenses count.`;
}

/** Why it can't go on; a review says how many addresses and seats there are. */
export function describeBlock(block: Block, dryRun?: Pick<DryRun, 'counts' | 'seats'>): string {
  switch (block.reason) {
    case 'expired':
      return 'This plan has ended. Nothing of it can be changed.';
    case 'inactive':
      return 'This plan is switched off. Nothing of it can be changed.';
    case 'locked':
      return 'This plan is locked while it is renewed. Come back when the renewal is through.';
    case 'no-addresses':
      return 'There is no valid address in the list.';
    case 'no-courses':
      return 'No course is chosen.';
    case 'no-licenses':
      return 'No license of this plan has that status.';
    case 'no-revocations-left':
      return 'This plan has no revocations left.';
    case 'too-many-addresses':
      return `${addressesOf(block.remove)} too many.${describeSeats(dryRun)}`;
    case 'over-limit':
      return `${addressesOf(block.remove)} too many for one review.`;
    case 'too-many-for-cap':
      return `${countOf(block.licenses, 'license')} would be revoked, and the plan has ${countOf(block.left, 'revocation')} left. The service refuses that as a whole; revoke by addresses.`;
  }
}

function describeSeats(dryRun: Pick<DryRun, 'counts' | 'seats'> | undefined): string {
  if (dryRun === undefined) return '';
  const valid = countOf(dryRun.counts.valid, 'valid address', 'valid addresses');
  return ` The plan has ${countOf(dryRun.seats.before, 'free license')} and you entered ${valid}.`;
}

export function describeWarning(warning: Warning): string {
  switch (warning.reason) {
    case 'not-started':
      return 'This plan has not begun yet.';
    case 'left-out':
      return 'What is not a valid address is left out.';
    case 'cannot-be-undone':
      return 'This can’t be undone. Who loses a license must be invited again, and paid enrollments become audit ones or end.';
    case 'queued-only':
      return 'The service only takes the job: nobody is enrolled yet when it answers, and it does not tell how the job ends. Learners without a license of this plan fail later, in the job.';
    case 'cap-unknown':
      return 'The service does not say how many revocations are left. It may refuse some.';
    case 'many-courses':
      return `${countOf(warning.count, 'course')} at once is a lot: each sends its own e-mail. More than ${formatCount(warning.limit)} are seldom meant.`;
    case 'revocations-may-run-out':
      return `The plan has ${countOf(warning.left, 'revocation')} left for ${addressesOf(warning.addresses)}. Addresses without a license don’t count; when none is left, the rest is not revoked.`;
  }
}

/** Why nothing was sent although it was confirmed. */
export const refusalWords: Record<Refusal, string> = {
  'unknown-plan': 'Your company has no such plan. Nothing was sent.',
  unreadable: 'The plan could not be read, so nothing was sent. Try again.',
  'not-reviewed': 'That review can’t be used any more. Nothing was sent; here is a new one.',
  changed: 'The plan has changed since your review, so nothing was sent. Here is a new review.',
  blocked: 'Nothing was sent. See below why.',
  fault:
    'Something went wrong on this server. Look under Operations whether it has begun before you confirm again.',
  'not-typed': 'What you typed does not match. Nothing was sent.',
};

export function describeProblem(problem: FieldProblem): string {
  switch (problem.code) {
    case 'two-sources':
      return 'You pasted addresses and chose a file. Use one of them.';
    case 'none-valid':
      return 'None of what you entered is a valid address.';
    case 'too-long':
      return `${countOf(problem.excess, 'character')} too many in the ${problem.field}.`;
    case 'too-many':
      return `${countOf(problem.excess, 'course run')} too many for one review.`;
    case 'not-offered':
      return `Not to be had with this plan any more: ${problem.keys.join(', ')}.`;
    case 'no-keys':
      return `These are no keys of course runs: ${problem.keys.join(', ')}.`;
    case 'none':
      return problem.field === 'runs' ? 'Choose a course.' : 'Enter addresses.';
  }
}

/** The first sentence of a review. */
export function summarize(kind: OperationKind, plan: SubscriptionPlan, review: PlanReview): string {
  const { dryRun, chosen } = review;
  const { valid } = dryRun.counts;
  const people = peopleOf(valid);
  const title = plan.title ?? 'this plan';
  if (kind === 'assign') {
    return `${people} ${valid === 1 ? 'gets' : 'get'} a license of ${title}. Nothing has been sent yet.`;
  }
  if (kind === 'revoke') {
    return `${people} ${valid === 1 ? 'loses' : 'lose'} their license of ${title}. Nothing has been sent yet.`;
  }
  return `${people} ${valid === 1 ? 'is' : 'are'} to be enrolled in ${countOf(chosen.keys.length, 'course')}. Nothing has been sent yet.`;
}

export function describeConfirmation(kind: OperationKind, { dryRun, chosen }: PlanReview): string {
  const { valid } = dryRun.counts;
  if (kind === 'assign') return `Assign ${countOf(valid, 'license')}`;
  if (kind === 'revoke') return `Revoke ${countOf(valid, 'license')}`;
  return `Enroll ${peopleOf(valid)} in ${countOf(chosen.keys.length, 'course')}`;
}

/** What is asked of the API, and that nothing is where the plan has changed. */
export function describeRequests({ dryRun, chosen }: PlanReview): string {
  const requests = `${countOf(dryRun.requests.writes, 'request')} to the Enterprise API.`;
  const last = 'The plan is read again just before; if it changed, nothing is sent.';
  if (dryRun.kind !== 'enroll') return `${requests} ${last}`;
  const enrollments = countOf(dryRun.counts.valid * chosen.keys.length, 'enrollment');
  const limits = `A request holds at most ${formatCount(enrollmentProductLimit)} enrollments, and ${formatCount(enrollmentSumLimit)} learners and courses together.`;
  return `${enrollments} in ${requests} ${limits} ${last}`;
}
