import { isOpen, readRunKeys, type EnrollableRun } from '../enrollable-runs/index.ts';
import type { FieldProblem, PlanForm } from './read-plan-form.ts';

/** The list to choose from; undefined where it is not available, and run keys are typed. */
export type RunList = { dataDate: string; runs: readonly EnrollableRun[] } | undefined;

/**
 * The runs that a form names, in its order: of the list those that can still be enrolled in and that the plan's
 * catalog has, without a list whatever was typed.
 */
export function chooseRuns(
  { runKeys, typedRuns }: Pick<PlanForm, 'runKeys' | 'typedRuns'>,
  { list, catalogUuid, now }: { list: RunList; catalogUuid: string | undefined; now: number },
): ChosenRuns {
  if (list === undefined) {
    const { keys, invalid } = readRunKeys([...runKeys, typedRuns].join('\n'));
    return {
      keys,
      runs: [],
      problems: invalid.length > 0 ? [{ field: 'runs', code: 'no-keys', keys: invalid }] : [],
    };
  }
  const offered = new Map(
    list.runs
      .filter((run) => isOpen(run, now))
      .filter(({ catalogs }) => catalogUuid === undefined || catalogs.includes(catalogUuid))
      .map((run) => [run.key, run]),
  );
  const runs = runKeys.flatMap((key) => offered.get(key) ?? []);
  const gone = runKeys.filter((key) => !offered.has(key));
  return {
    keys: runs.map(({ key }) => key),
    runs,
    problems: gone.length > 0 ? [{ field: 'runs', code: 'not-offered', keys: gone }] : [],
  };
}

export interface ChosenRuns {
  keys: string[];
  /** What is known of them; none without a list. */
  runs: EnrollableRun[];
  problems: FieldProblem[];
}
