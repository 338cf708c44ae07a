import type { OperationKind } from '#admin';
import type { OperationSettings } from '#admin/operations';

/** Whether learners hear of it; undefined where they never do from here. */
export function describeMail(
  kind: OperationKind,
  { notify = true }: Pick<OperationSettings, 'notify'>,
): string | undefined {
  if (kind === 'revoke') return undefined;
  return notify ? 'Sent to learners' : 'None';
}

/** Whose licenses are revoked, where that is not a list of addresses. */
export function describeStatuses({
  statuses,
}: Pick<OperationSettings, 'statuses'>): string | undefined {
  return statuses && `Every license of the plan that is ${statuses.join(' or ')}`;
}
