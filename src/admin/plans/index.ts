export { allocationOf, type Allocation } from './allocation.ts';
export { mapPlan } from './map-plan.ts';
export {
  expiryWarningOf,
  isRevocationCapNear,
  revocationsLeftOf,
  seatsLeftOf,
  utilizationNoticeOf,
  type ExpiryWarning,
} from './notices.ts';
export {
  comparePlans,
  daysLeftOf,
  planStatusOf,
  writeBlockOf,
  type PlanStatus,
  type WriteBlock,
} from './status.ts';
export { purchaseDateOf, renewalTimelineOf, type TimelineEntry } from './timeline.ts';
export type { LicenseCounts, RevocationCap, SubscriptionPlan } from './types.ts';
