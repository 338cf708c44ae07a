import type { RunPlan } from './schedule.ts';

/** Keys such as `course-v1:KIT+STAT101x+1T2027`, from the third of the year in which a run begins. */
export function createRunKeys(courseKey: string, plans: readonly RunPlan[], today: Date): string[] {
  const used = new Set<string>();
  return plans.map((plan) => {
    const day = new Date(today.getTime() + (plan.start ?? 0) * 24 * 60 * 60 * 1000);
    const third = Math.floor(day.getUTCMonth() / 4) + 1;
    const kind = plan.pacing === 'self_paced' ? 'SP' : `${String(third)}T`;
    let term = `${kind}${String(day.getUTCFullYear())}`;
    for (const letter of 'abcdefgh') {
      if (!used.has(term)) break;
      term = `${kind}${String(day.getUTCFullYear())}${letter}`;
    }
    used.add(term);
    return `course-v1:${courseKey}+${term}`;
  });
}
