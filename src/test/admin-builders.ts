import type { SubscriptionPlan } from '#admin';
import type { OperationState } from '#admin/operations';
import {
  learnerSummary,
  subscriptionPlan,
  type LearnerSummaryResource,
} from '#enterprise-api/contract';

/** A plan of ours: running for half a year, 60 of 100 licenses given out, 5 revocations allowed. */
export function createPlan({
  licenses,
  ...overrides
}: Partial<Omit<SubscriptionPlan, 'licenses'>> & {
  licenses?: Partial<SubscriptionPlan['licenses']>;
} = {}): SubscriptionPlan {
  return {
    uuid: 'plan-1',
    title: 'Everyone',
    start: '2026-01-01T00:00:00.000Z',
    expiration: '2027-06-01T00:00:00.000Z',
    created: '2025-12-01T00:00:00.000Z',
    customerUuid: 'company-1',
    catalogUuid: 'catalog-1',
    planType: 'Standard Paid',
    isActive: true,
    isCurrent: true,
    isLockedForRenewal: false,
    appliesLicensesByItself: false,
    daysLeft: 189,
    daysLeftWithRenewals: 189,
    licenses: {
      activated: 40,
      assigned: 20,
      unassigned: 40,
      revoked: 2,
      total: 100,
      allocated: 60,
      ...licenses,
    },
    revocations: { kind: 'capped', applied: 2, remaining: 3, total: 5 },
    priorRenewals: [],
    ...overrides,
  };
}

/** A plan as the API sends it. */
export function createPlanResource(overrides: Record<string, unknown> = {}) {
  return subscriptionPlan.parse({
    title: 'Everyone',
    uuid: 'plan-1',
    start_date: '2026-01-01T00:00:00Z',
    expiration_date: '2027-06-01T00:00:00Z',
    enterprise_customer_uuid: 'company-1',
    enterprise_catalog_uuid: 'catalog-1',
    is_active: true,
    is_current: true,
    is_revocation_cap_enabled: true,
    days_until_expiration: 189,
    days_until_expiration_including_renewals: 189,
    is_locked_for_renewal_processing: false,
    should_auto_apply_licenses: null,
    created: '2025-12-01T00:00:00Z',
    licenses: {
      activated: 40,
      assigned: 20,
      unassigned: 40,
      revoked: 2,
      total: 100,
      allocated: 60,
    },
    revocations: { applied: 2, remaining: 3 },
    prior_renewals: [],
    ...overrides,
  });
}

/** A row of the learner summary, as the client hands it on. */
export function createLearnerRow(overrides: Record<string, unknown> = {}): LearnerSummaryResource {
  return learnerSummary.parse({
    is_consent_granted: true,
    user_email: 'ada@company.example',
    enterprise_user_id: 7,
    enterprise_enrollment_id: 70,
    course_key: 'KIT+STAT101x',
    courserun_key: 'course-v1:KIT+STAT101x+1T2026',
    course_title: 'Statistics for Everyday Decisions',
    course_pacing_type: 'self_paced',
    course_primary_subject: 'Data Analysis & Statistics',
    course_start: '2026-09-01',
    course_end: '2027-06-30',
    enrollment_date: '2026-09-15',
    last_activity_date: '2026-11-20',
    progress_status: 'In Progress',
    has_passed: false,
    current_grade: 0.5,
    created: '2026-11-23T02:00:00Z',
    ...overrides,
  });
}

/** An assignment of 128 addresses in two requests, on the way. */
export function createOperationState(overrides: Partial<OperationState> = {}): OperationState {
  return {
    id: '5c2b1c8e-2f0a-4b7e-9c55-1b1a70b40f01',
    kind: 'assign',
    state: 'running',
    counts: { waiting: 128 },
    size: 128,
    requests: { done: 0, total: 2 },
    asking: [],
    isStopping: false,
    createdAt: Date.parse('2026-11-23T09:00:00Z'),
    ...overrides,
  };
}
