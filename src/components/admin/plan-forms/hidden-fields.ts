import type { PlanForm, PlanReview, SubscriptionPlan } from '#admin';

/**
 * What a review carries to its confirmation and back to the form: all that a person entered, the plan as it was
 * seen, and a key that is the same for a second click and another for another review.
 */
export function hiddenFieldsOf({
  plan,
  form,
  review,
}: {
  plan: SubscriptionPlan;
  form: PlanForm;
  review: Pick<PlanReview, 'dryRun'>;
}): [name: string, value: string][] {
  const optional = {
    greeting: form.greeting,
    closing: form.closing,
    notify: form.isNotified ? 'on' : '',
    'typed-runs': form.typedRuns,
    'retry-of': form.retryOf ?? '',
  };
  return [
    ['plan', plan.uuid],
    ['addresses', form.addresses],
    ['target', form.target],
    ...Object.entries(optional).filter(([, value]) => value !== ''),
    ...form.runKeys.map((key): [string, string] => ['run', key]),
    ['fingerprint', review.dryRun.fingerprint],
    ['key', crypto.randomUUID()],
  ];
}
