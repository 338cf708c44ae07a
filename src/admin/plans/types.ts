import type { DateText } from '#catalog';

export interface SubscriptionPlan {
  uuid: string;
  title: string | undefined;
  start: DateText | undefined;
  expiration: DateText | undefined;
  created: DateText | undefined;
  customerUuid: string | undefined;
  catalogUuid: string | undefined;
  planType: string | undefined;
  isActive: boolean | undefined;
  isCurrent: boolean | undefined;
  /** From twelve hours before the end while a renewal is made: nothing can be changed then (peers §5.8). */
  isLockedForRenewal: boolean;
  /** Whether who signs in gets a license without being assigned one. */
  appliesLicensesByItself: boolean | undefined;
  /** As the service counted them; negative after the end. `daysLeftOf` counts at a given time. */
  daysLeft: number | undefined;
  daysLeftWithRenewals: number | undefined;
  licenses: LicenseCounts;
  revocations: RevocationCap;
  priorRenewals: PriorRenewal[];
}

export interface LicenseCounts {
  activated: number;
  assigned: number;
  unassigned: number;
  revoked: number;
  /** All but the revoked. */
  total: number;
  /** Activated and assigned. */
  allocated: number;
}

export type RevocationCap =
  | { kind: 'unlimited' }
  /** There is a cap, and the service doesn't say which. */
  | { kind: 'unknown' }
  /** `remaining` may be negative. Only revocations of activated licenses are applied (peers §5.8). */
  | { kind: 'capped'; applied: number; remaining: number; total: number };

export interface PriorRenewal {
  fromPlan: string | undefined;
  fromStart: DateText | undefined;
  toPlan: string | undefined;
  toStart: DateText | undefined;
}
