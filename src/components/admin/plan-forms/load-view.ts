import {
  removeLastAddresses,
  reviewPlanForm,
  writeBlockOf,
  type FieldProblem,
  type OperationKind,
  type PlanForm,
  type PlanReview,
  type Refusal,
  type RunList,
  type SubscriptionPlan,
} from '#admin';

/** What a page that changes a plan shows: its form, or what would come of it, or why neither. */
export async function loadPlanFormView(
  kind: OperationKind,
  locals: Pick<App.Locals, 'attempt' | 'plans' | 'runs' | 'now'>,
  { form, refusal }: { form: PlanForm; refusal?: Refusal | undefined },
): Promise<PlanFormView> {
  const [result, answer] = await Promise.all([
    locals.attempt((signal) => locals.plans.list(signal)),
    kind === 'enroll' ? locals.runs.read() : undefined,
  ]);
  if (!result.isOk) return { step: 'failed', failure: result.failure, form, refusal };
  const now = locals.now();
  const { plans } = result.value;
  const plan = choosePlan(plans, form.planUuid, now);
  if (plan === undefined) {
    return { step: 'choose', plans, now, isUnknown: form.planUuid !== undefined };
  }
  const context = { plan, list: answer?.kind === 'available' ? answer : undefined, now };
  if (form.step === 'addresses' || form.step === 'search-runs') {
    const review = reviewPlanForm(kind, form, context);
    // Nothing is wrong before somebody has asked for a review.
    return { step: 'addresses', form, review, ...context, problems: form.problems };
  }
  const shorter = form.step === 'remove-last' ? withoutExcess(kind, form, context) : form;
  const review = reviewPlanForm(kind, shorter, context);
  const shared = { form: shorter, review, ...context };
  return review.problems.length > 0
    ? { step: 'addresses', ...shared, problems: review.problems }
    : { step: 'review', ...shared, refusal };
}

/** The one that is asked for, else the only one that can be changed. */
function choosePlan(
  plans: readonly SubscriptionPlan[],
  uuid: string | undefined,
  now: number,
): SubscriptionPlan | undefined {
  if (uuid !== undefined) return plans.find((plan) => plan.uuid === uuid);
  const [only, ...others] = plans.filter((plan) => writeBlockOf(plan, now) === undefined);
  return others.length === 0 ? only : undefined;
}

function withoutExcess(kind: OperationKind, form: PlanForm, context: PlanContext): PlanForm {
  const { reading, excess } = reviewPlanForm(kind, form, context);
  return { ...form, addresses: removeLastAddresses(reading, excess) };
}

interface PlanContext {
  plan: SubscriptionPlan;
  list: RunList;
  /** Milliseconds since 1970. */
  now: number;
}

interface FilledIn extends PlanContext {
  form: PlanForm;
  review: PlanReview;
}

export type PlanFormView =
  | {
      step: 'failed';
      failure: { title: string; text: string };
      form: PlanForm;
      refusal: Refusal | undefined;
    }
  /** `isUnknown`: the company has no plan such as was asked for. */
  | { step: 'choose'; plans: SubscriptionPlan[]; now: number; isUnknown: boolean }
  | AddressesView
  | ReviewView;

export type AddressesView = FilledIn & { step: 'addresses'; problems: FieldProblem[] };

export type ReviewView = FilledIn & { step: 'review'; refusal: Refusal | undefined };
