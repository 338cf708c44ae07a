import {
  revocationsLeftOf,
  seatsLeftOf,
  writeBlockOf,
  type SubscriptionPlan,
  type WriteBlock,
} from '#admin';

export type PlanAction = 'assign' | 'revoke' | 'enroll';

/** Why something can't be done with a plan: in a few words, and as a sentence. */
export interface Obstacle {
  short: string;
  text: string;
}

/** What stands in the way of each action at `now` (milliseconds); undefined where nothing does. */
export function obstaclesOf(
  plan: SubscriptionPlan,
  { now, isManager }: { now: number; isManager: boolean },
): Record<PlanAction, Obstacle | undefined> {
  const block = writeBlockOf(plan, now);
  const whole = isManager ? block && blocks[block] : undefined;
  return {
    assign: whole ?? roleObstacle('assign', isManager) ?? assignObstacle(plan),
    revoke: whole ?? roleObstacle('revoke', isManager) ?? revokeObstacle(plan),
    enroll: whole ?? roleObstacle('enroll', isManager),
  };
}

function roleObstacle(action: PlanAction, isManager: boolean): Obstacle | undefined {
  if (isManager) return undefined;
  return { short: `Managers can ${action}`, text: viewerText };
}

function assignObstacle(plan: SubscriptionPlan): Obstacle | undefined {
  if (seatsLeftOf(plan) > 0) return undefined;
  return { short: 'No license left', text: 'No license is left to assign.' };
}

function revokeObstacle(plan: SubscriptionPlan): Obstacle | undefined {
  if (plan.licenses.allocated <= 0) {
    return { short: 'Nothing to revoke', text: 'No license is assigned, so none can be revoked.' };
  }
  const left = revocationsLeftOf(plan);
  if (left === undefined || left > 0) return undefined;
  return { short: 'No revocation left', text: 'No revocation is left in this plan.' };
}

/** The same for all, so that it is said once. */
const viewerText = 'Your role is viewer. Managers can assign, revoke and enroll.';

const blocks: Record<WriteBlock, Obstacle> = {
  expired: { short: 'Ended', text: 'The plan has ended. It can only be looked at.' },
  inactive: { short: 'Switched off', text: 'The plan is switched off. It can only be looked at.' },
  locked: {
    short: 'Locked',
    text: 'The plan is locked while it is renewed. Nothing can be changed until that is done.',
  },
};
