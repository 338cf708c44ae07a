import type { PlanForm, PlanReview, Refusal } from '#admin';

/** All that a person entered, to be sent once more. */
export function enteredFieldsOf(form: PlanForm): [name: string, value: string][] {
  const fields = {
    plan: form.planUuid ?? '',
    addresses: form.addresses,
    greeting: form.greeting,
    closing: form.closing,
    notify: form.isNotified ? 'on' : '',
    target: form.target,
    'typed-runs': form.typedRuns,
    'retry-of': form.retryOf ?? '',
  };
  return [
    ...Object.entries(fields).filter(([, value]) => value !== ''),
    ...form.runKeys.map((key): [string, string] => ['run', key]),
  ];
}

/**
 * What a review carries to its confirmation, beside what was entered: the plan as it was seen, and a key that is
 * the same for a second click and another for another review.
 */
export function reviewFieldsOf({
  form,
  review,
  refusal,
}: {
  form: PlanForm;
  review: Pick<PlanReview, 'dryRun'>;
  refusal: Refusal | undefined;
}): [name: string, value: string][] {
  // After a fault nobody knows whether it has begun.
  const key = refusal === 'fault' ? form.idempotencyKey : crypto.randomUUID();
  return [
    ['fingerprint', review.dryRun.fingerprint],
    ['key', key],
  ];
}
