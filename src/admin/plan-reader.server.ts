import type { LicensingClient } from '#enterprise-api';
import { comparePlans, mapPlan, type SubscriptionPlan } from './plans/index.ts';

export interface PlanReader {
  /** The company's plans, in the order in which they are shown; read from the API each time. */
  list: (signal?: AbortSignal) => Promise<PlanList>;
  /** One of them; undefined for anything else, another company's plan included. */
  find: (uuid: string, signal?: AbortSignal) => Promise<SubscriptionPlan | undefined>;
}

export interface PlanList {
  plans: SubscriptionPlan[];
  /** When they were read, in milliseconds. */
  readAt: number;
  /** How many plans of the answer could not be understood. */
  refused: number;
}

/** Reads the company's plans live; those who ask at the same moment, as the panels of one page, share a request. */
export function createPlanReader({
  client,
  enterpriseCustomer,
  now,
}: {
  client: Pick<LicensingClient, 'fetchSubscriptionPlans'>;
  enterpriseCustomer: string;
  /** Milliseconds since 1970. */
  now: () => number;
}): PlanReader {
  let current: Promise<PlanList> | undefined;
  return {
    list,
    find: async (uuid, signal) => (await list(signal)).plans.find((plan) => plan.uuid === uuid),
  };

  async function list(signal?: AbortSignal): Promise<PlanList> {
    current ??= read().finally(() => {
      current = undefined;
    });
    return signal === undefined ? current : untilAborted(current, signal);
  }

  async function read(): Promise<PlanList> {
    const { items, refused } = await client.fetchSubscriptionPlans({
      enterpriseCustomerUuid: enterpriseCustomer,
    });
    const readAt = now();
    const plans = items.map(mapPlan).sort((one, other) => comparePlans(one, other, readAt));
    return { plans, readAt, refused: refused.length };
  }
}

/** Who gives up does not stop the request for the others. */
async function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
  return Promise.race([work, aborted]);
}
