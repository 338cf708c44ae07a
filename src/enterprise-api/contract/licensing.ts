import { z } from 'zod';
import { anything, date, flag, id, list, optionalId, record, text } from './primitives.ts';

/** License counts of a subscription plan (reference §3.3.5). */
const licenseCounts = record({
  activated: z.number().int(),
  assigned: z.number().int(),
  unassigned: z.number().int(),
  revoked: z.number().int(),
  total: z.number().int(),
  allocated: z.number().int(),
});

/** A subscription plan (reference §3.3.4). `revocations` is typed bool there and is an object in its example. */
export const subscriptionPlan = record({
  title: text,
  uuid: id,
  start_date: date,
  expiration_date: date,
  enterprise_customer_uuid: optionalId,
  enterprise_catalog_uuid: optionalId,
  is_active: flag,
  is_revocation_cap_enabled: flag,
  days_until_expiration: z.number().nullish(),
  days_until_expiration_including_renewals: z.number().nullish(),
  is_locked_for_renewal_processing: flag,
  should_auto_apply_licenses: flag,
  licenses: licenseCounts,
  revocations: anything,
  prior_renewals: list(anything),
});

/** The answer of licenses/assign (reference §3.4.4). */
export const licenseAssignments = record({
  num_successful_assignments: z.number().int(),
  num_already_associated: z.number().int(),
  license_assignments: z.array(record({ user_email: z.string(), license: id })),
});

/** The answer of bulk-license-enrollment (reference §3.6.4): the job is accepted, nothing is enrolled yet. */
export const enrollmentJob = record({ job_id: id });
