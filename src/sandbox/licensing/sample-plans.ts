import { createUuid } from '../sample/random.ts';

/** The plan of the reference's requests (§3.4.3, §3.5.3). */
const printedPlan = '904b1785-9d3a-1000-848d-6ae7a56e6355';

export interface SamplePlan {
  uuid: string;
  title: string;
  /** Days from today: start and end, until when renewals reach, when it was made. */
  start: number;
  end: number;
  renewedUntil?: number;
  created: number;
  isActive?: boolean;
  capPercent?: number;
  isLocked?: boolean;
  hasPriorRenewals?: boolean;
  licenses: Record<'activated' | 'assigned' | 'unassigned' | 'revoked', number>;
  /** Revocations of activated licenses so far. */
  applied: number;
}

/** One plan of every kind. Of those that run, the printed one was made last: it is the current one. */
export const companyPlans: readonly SamplePlan[] = [
  {
    uuid: printedPlan,
    title: 'Learning for everyone',
    start: -120,
    end: 245,
    created: -125,
    licenses: { activated: 62, assigned: 18, unassigned: 40, revoked: 6 },
    applied: 4,
  },
  {
    uuid: createUuid('plan:capped'),
    title: 'Engineering academy, with a revocation cap',
    start: -200,
    end: 165,
    created: -210,
    capPercent: 5,
    licenses: { activated: 55, assigned: 20, unassigned: 25, revoked: 3 },
    applied: 2,
  },
  {
    uuid: '104b1785-1d3a-1000-148d-1ae7a56e6355',
    title: 'Leadership, renewed twice',
    start: -300,
    end: 65,
    created: -320,
    hasPriorRenewals: true,
    licenses: { activated: 24, assigned: 3, unassigned: 3, revoked: 1 },
    applied: 1,
  },
  {
    uuid: createUuid('plan:locked'),
    title: 'Data and decisions, being renewed',
    start: -354,
    end: 11,
    renewedUntil: 376,
    created: -360,
    isLocked: true,
    licenses: { activated: 20, assigned: 2, unassigned: 8, revoked: 0 },
    applied: 0,
  },
  {
    uuid: createUuid('plan:scheduled'),
    title: 'Next year',
    start: 36,
    end: 401,
    created: -12,
    licenses: { activated: 0, assigned: 0, unassigned: 150, revoked: 0 },
    applied: 0,
  },
  {
    uuid: createUuid('plan:expired'),
    title: 'Pilot',
    start: -420,
    end: -55,
    created: -430,
    licenses: { activated: 30, assigned: 4, unassigned: 6, revoked: 2 },
    applied: 2,
  },
  {
    uuid: createUuid('plan:inactive'),
    title: 'Withdrawn offer',
    start: -90,
    end: 275,
    created: -95,
    isActive: false,
    licenses: { activated: 0, assigned: 0, unassigned: 10, revoked: 0 },
    applied: 0,
  },
];

export const otherPlans: readonly SamplePlan[] = [
  {
    uuid: createUuid('plan:other'),
    title: 'Rowanfell learns',
    start: -60,
    end: 305,
    created: -64,
    licenses: { activated: 9, assigned: 4, unassigned: 12, revoked: 1 },
    applied: 1,
  },
];
