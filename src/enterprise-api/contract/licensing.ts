import { z } from 'zod';
import { date, flag, id, list, number, optionalId, record, text } from './primitives.ts';

/** License counts of a subscription plan (reference §3.3.5). */
const licenseCounts = record({
  activated: z.number().int(),
  assigned: z.number().int(),
  unassigned: z.number().int(),
  revoked: z.number().int(),
  total: z.number().int(),
  allocated: z.number().int(),
});

/**
 * What the revocation cap leaves. Typed bool in the reference, where the example is `{ total, used,
 * remaining }`; the deployed service sends `{ applied, remaining }`, or null without a cap
 * (api-ground-truth §5.4). A boolean says nothing of numbers.
 */
const revocations = z
  .union([z.boolean(), record({ applied: number, used: number, remaining: number, total: number })])
  .nullish()
  .transform((value): Revocations | null => {
    if (typeof value !== 'object' || value === null) return null;
    const applied = toNumber(value.applied ?? value.used);
    const remaining = toNumber(value.remaining);
    if (remaining === null) return null;
    const total = toNumber(value.total) ?? remaining + (applied ?? 0);
    return { applied: applied ?? Math.max(0, total - remaining), remaining, total };
  });

export interface Revocations {
  /** Revocations that count so far: those of activated licenses. */
  applied: number;
  /** May be negative (api-ground-truth §5.4). */
  remaining: number;
  total: number;
}

/** A plan that went before (reference §3.3.5). The dates have a space for `T`: `2021-01-01 00:00:00+00:00`. */
const priorRenewal = record({
  prior_subscription_plan_id: optionalId,
  prior_subscription_plan_start_date: date,
  renewed_subscription_plan_id: optionalId,
  renewed_subscription_plan_start_date: date,
});

/** A subscription plan (reference §3.3.4), with what the deployed service adds (api-ground-truth §5.4). */
export const subscriptionPlan = record({
  title: text,
  uuid: id,
  start_date: date,
  expiration_date: date,
  enterprise_customer_uuid: optionalId,
  enterprise_catalog_uuid: optionalId,
  is_active: flag,
  is_current: flag,
  is_revocation_cap_enabled: flag,
  days_until_expiration: z.number().nullish(),
  days_until_expiration_including_renewals: z.number().nullish(),
  is_locked_for_renewal_processing: flag,
  should_auto_apply_licenses: flag,
  created: date,
  plan_type: text,
  licenses: licenseCounts,
  revocations,
  prior_renewals: list(priorRenewal),
});

export type SubscriptionPlanResource = z.output<typeof subscriptionPlan>;

/** The answer of licenses/assign (reference §3.4.4). */
export const licenseAssignments = record({
  num_successful_assignments: z.number().int(),
  num_already_associated: z.number().int(),
  license_assignments: z.array(record({ user_email: z.string(), license: id })),
});

/**
 * The answer of licenses/bulk-revoke of the deployed service, whatever its status says (api-ground-truth
 * §6.2, §11.13); the reference's has no body (§3.5.4).
 */
export const licenseRevocations = record({
  successful_revocations: list(
    record({ license_uuid: optionalId, original_status: text, user_email: text }),
  ),
  unsuccessful_revocations: list(
    record({ error: text, error_response_status: number, user_email: text }),
  ),
});

/** The answer of bulk-license-enrollment (reference §3.6.4): the job is accepted, nothing is enrolled yet. */
export const enrollmentJob = record({ job_id: id });

function toNumber(value: string | number | null | undefined): number | null {
  if (value === null || value === undefined || value === '') return null;
  return Number.isFinite(Number(value)) ? Number(value) : null;
}
