import type { RunOutline } from './outline.ts';
import type { Program } from './types.ts';
import type { Effort } from './views.ts';

/** Hours a week (peers §5.7): equal values once; without a minimum, "up to" the maximum. */
export function effortOf(
  run: Pick<RunOutline, 'minEffort' | 'maxEffort'> | undefined,
): Effort | undefined {
  const max = run?.maxEffort ?? run?.minEffort;
  if (max === undefined) return undefined;
  const min = run?.minEffort;
  return { min: min === undefined || min > max ? undefined : min, max };
}

export function programEffortOf(program: Pick<Program, 'hoursPerWeek'>): Effort | undefined {
  const hours = program.hoursPerWeek;
  return hours === undefined ? undefined : { min: hours.min, max: hours.max };
}

/** Hours in all: the API's number, else the middle of the effort times the weeks (peers §5.7). */
export function totalHoursOf(
  run: { estimatedHours?: number | undefined } & Pick<
    RunOutline,
    'minEffort' | 'maxEffort' | 'weeksToComplete'
  >,
): number | undefined {
  if (run.estimatedHours !== undefined) return run.estimatedHours;
  const { minEffort, maxEffort, weeksToComplete } = run;
  if (minEffort === undefined || maxEffort === undefined || weeksToComplete === undefined)
    return undefined;
  return ((minEffort + maxEffort) / 2) * weeksToComplete;
}
