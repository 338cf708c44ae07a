import { parseDate } from '#catalog';
import type { SubscriptionPlanResource } from '#enterprise-api';
import type { PriorRenewal, RevocationCap, SubscriptionPlan } from './types.ts';

/** A subscription plan in our words (reference §3.3.4, api-ground-truth §5.4). */
export function mapPlan(plan: SubscriptionPlanResource): SubscriptionPlan {
  return {
    uuid: plan.uuid,
    title: plan.title || undefined,
    start: parseDate(plan.start_date),
    expiration: parseDate(plan.expiration_date),
    created: parseDate(plan.created),
    customerUuid: plan.enterprise_customer_uuid || undefined,
    catalogUuid: plan.enterprise_catalog_uuid || undefined,
    planType: plan.plan_type || undefined,
    isActive: plan.is_active ?? undefined,
    isCurrent: plan.is_current ?? undefined,
    isLockedForRenewal: plan.is_locked_for_renewal_processing === true,
    appliesLicensesByItself: plan.should_auto_apply_licenses ?? undefined,
    daysLeft: plan.days_until_expiration ?? undefined,
    daysLeftWithRenewals: plan.days_until_expiration_including_renewals ?? undefined,
    licenses: {
      activated: plan.licenses.activated,
      assigned: plan.licenses.assigned,
      unassigned: plan.licenses.unassigned,
      revoked: plan.licenses.revoked,
      total: plan.licenses.total,
      allocated: plan.licenses.allocated,
    },
    revocations: mapRevocations(plan),
    priorRenewals: (plan.prior_renewals ?? []).map(mapRenewal),
  };
}

/** Without a cap the service sends null; a cap without numbers is a cap all the same. */
function mapRevocations({
  is_revocation_cap_enabled: isCapped,
  revocations,
}: SubscriptionPlanResource): RevocationCap {
  if (isCapped === false) return { kind: 'unlimited' };
  if (revocations !== null) return { kind: 'capped', ...revocations };
  return { kind: isCapped === true ? 'unknown' : 'unlimited' };
}

function mapRenewal(
  renewal: NonNullable<SubscriptionPlanResource['prior_renewals']>[number],
): PriorRenewal {
  return {
    fromPlan: renewal.prior_subscription_plan_id || undefined,
    fromStart: parseDate(renewal.prior_subscription_plan_start_date),
    toPlan: renewal.renewed_subscription_plan_id || undefined,
    toStart: parseDate(renewal.renewed_subscription_plan_start_date),
  };
}
