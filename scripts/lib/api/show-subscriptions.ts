import type { SubscriptionPlanResource } from '#enterprise-api';
import type { Column } from '../table.ts';
import { dayOf } from './cells.ts';
import { findCustomer } from './find-customer.ts';
import { noteList } from './note-list.ts';
import type { View } from './view.ts';

/** Each plan with its dates, its licenses, and how many may still be revoked; the cap's absence is empty. */
export const showSubscriptions: View = async ({ client, output, customer, isCurrentOnly }) => {
  const list = await client.fetchSubscriptionPlans({
    enterpriseCustomerUuid: await findCustomer(client, customer),
    current: isCurrentOnly,
  });
  const rows = output.openRows(createColumns(Date.now()));
  await rows.write(list.items);
  await rows.end('The customer has no subscription plans that are active.');
  noteList(output, list);
};

function createColumns(now: number): Column<SubscriptionPlanResource>[] {
  return [
    { title: 'TITLE', value: ({ title }) => title },
    { title: 'STATUS', value: (plan) => statusOf(plan, now), isWhole: true },
    { title: 'START', value: (plan) => dayOf(plan.start_date), isWhole: true, isOptional: true },
    { title: 'END', value: (plan) => dayOf(plan.expiration_date), isWhole: true },
    { title: 'TOTAL', value: ({ licenses }) => licenses.total, isWhole: true },
    { title: 'ACTIVATED', value: ({ licenses }) => licenses.activated, isWhole: true },
    { title: 'ASSIGNED', value: ({ licenses }) => licenses.assigned, isWhole: true },
    { title: 'FREE', value: ({ licenses }) => licenses.unassigned, isWhole: true },
    {
      title: 'REVOCABLE',
      value: ({ revocations }) => revocations?.remaining,
      isWhole: true,
      isOptional: true,
    },
    { title: 'PLAN', value: ({ uuid }) => uuid, isWhole: true, isOptional: true },
  ];
}

/** As the admin portal words it (peers §5.8). */
function statusOf(plan: SubscriptionPlanResource, now: number): string {
  if (plan.is_locked_for_renewal_processing === true) return 'Locked';
  if (plan.is_active === false) return 'Inactive';
  if (now < timeOf(plan.start_date)) return 'Scheduled';
  return now > timeOf(plan.expiration_date) ? 'Ended' : 'Active';
}

/** NaN, which is neither before nor after anything, where it is no date. */
function timeOf(value: unknown): number {
  return typeof value === 'string' ? Date.parse(value) : Number.NaN;
}
