import { totalHoursOf, type CourseRun } from '#catalog';
import type { ScheduleLeaf } from 'schema-dts';
import { nodeOf } from './node.ts';

export function durationOfWeeks(weeks: number): string {
  return `P${weeks}W`;
}

/** The hours of a run in all, whole as its page says them. */
export function workloadOf(run: CourseRun): string | undefined {
  const hours = totalHoursOf(run);
  return hours === undefined ? undefined : durationOfHours(Math.round(hours));
}

/** So many weeks of so many hours, the middle of the effort. */
export function scheduleOf(run: CourseRun): ScheduleLeaf | undefined {
  const { weeksToComplete, minEffort, maxEffort } = run;
  if (weeksToComplete === undefined) return undefined;
  return nodeOf<ScheduleLeaf>({
    '@type': 'Schedule',
    repeatCount: weeksToComplete,
    repeatFrequency: 'Weekly',
    duration:
      minEffort === undefined || maxEffort === undefined
        ? undefined
        : durationOfHours((minEffort + maxEffort) / 2),
  });
}

/** A duration of ISO 8601: "PT4H30M". */
function durationOfHours(hours: number): string {
  const minutes = Math.round(hours * 60);
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `PT${whole > 0 || rest === 0 ? `${whole}H` : ''}${rest > 0 ? `${rest}M` : ''}`;
}
