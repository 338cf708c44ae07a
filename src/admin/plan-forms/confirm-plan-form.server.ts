import type {
  Confirmation,
  OperationRunner,
  OperationSettings,
} from '../operations/index.server.ts';
import type { OperationKind } from '../plan-operation/index.ts';
import type { SubscriptionPlan } from '../plans/index.ts';
import { getOperation, type Store } from '../store/index.server.ts';
import type { RunList } from './choose-runs.ts';
import { isPhrase } from './limits.ts';
import type { PlanForm } from './read-plan-form.ts';
import type { Confirmed, Refusal } from './refusal.ts';
import { reviewPlanForm, type PlanReview } from './review-plan-form.ts';

/** What `randomUUID` makes. */
const idempotencyKey = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Makes what a person has reviewed an operation. All is looked at again: the plan as it is now, the addresses,
 * what was typed. The same form sent once more gives the same operation, whatever became of the plan meanwhile.
 * `plan` is undefined where the company has none of that id.
 */
export async function confirmPlanForm(
  kind: OperationKind,
  form: PlanForm,
  { plan, list, now, person, operations, store }: ConfirmContext,
): Promise<Confirmed> {
  const review = plan && reviewPlanForm(kind, form, { plan, list, now });
  const why = findRefusal(form, review);
  if (plan === undefined || review === undefined || why !== undefined) {
    const id = await findOperation(store, form.idempotencyKey);
    return id === undefined
      ? { kind: 'refused', why: why ?? 'unknown-plan' }
      : { kind: 'confirmed', id };
  }
  const retryOf = await findRetried(plan);
  const { id } = await operations.confirm({
    idempotencyKey: form.idempotencyKey,
    kind,
    planUuid: plan.uuid,
    planTitle: plan.title ?? plan.uuid,
    dryRun: review.dryRun,
    settings: settingsOf(kind, form, review.chosen.keys),
    person,
    ...(retryOf !== undefined && { retryOf }),
  });
  return { kind: 'confirmed', id };

  /** Only an operation of the same kind on the same plan can be tried again by this one. */
  async function findRetried({ uuid }: SubscriptionPlan): Promise<string | undefined> {
    if (form.retryOf === undefined) return undefined;
    const operation = await getOperation(store, form.retryOf);
    return operation?.kind === kind && operation.queue === uuid ? operation.id : undefined;
  }
}

function findRefusal(form: PlanForm, review: PlanReview | undefined): Refusal | undefined {
  if (review === undefined) return 'unknown-plan';
  const { dryRun, phrase, problems } = review;
  if (!idempotencyKey.test(form.idempotencyKey)) return 'not-reviewed';
  if (dryRun.fingerprint !== form.fingerprint) return 'changed';
  if (problems.length > 0 || dryRun.blocks.length > 0) return 'blocked';
  return phrase === undefined || isPhrase(form.phrase, phrase) ? undefined : 'not-typed';
}

async function findOperation(store: Store, key: string): Promise<string | undefined> {
  const found = await store
    .selectFrom('operations')
    .select('id')
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return found?.id;
}

function settingsOf(kind: OperationKind, form: PlanForm, runKeys: string[]): OperationSettings {
  const { greeting, closing, isNotified: notify, target } = form;
  if (kind === 'enroll') return { notify, courseRunKeys: runKeys };
  if (kind === 'revoke') return target === 'addresses' ? {} : { statuses: [target] };
  return {
    notify,
    ...(greeting.trim() !== '' && { greeting }),
    ...(closing.trim() !== '' && { closing }),
  };
}

interface ConfirmContext {
  plan: SubscriptionPlan | undefined;
  list: RunList;
  /** Milliseconds since 1970. */
  now: number;
  person: Confirmation['person'];
  operations: Pick<OperationRunner, 'confirm'>;
  store: Store;
}
