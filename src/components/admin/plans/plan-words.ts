/** How long a plan lasts, and with the renewals that are agreed; undefined where nobody knows. */
export function describeDaysLeft(
  days: { plan: number; contract: number } | undefined,
): string | undefined {
  if (days === undefined) return undefined;
  const { plan, contract } = days;
  if (plan < 0) return `${countDays(-plan)} ago`;
  const left = plan === 0 ? 'less than a day left' : `${countDays(plan)} left`;
  return contract > plan ? `${left}, ${String(contract)} with renewals` : left;
}

function countDays(days: number): string {
  return days === 1 ? 'one day' : `${String(days)} days`;
}
