import { isOpen, readRunKeys, type EnrollableRun } from '../enrollable-runs/index.ts';
import { runLimit } from './limits.ts';
import type { FieldProblem, PlanForm } from './read-plan-form.ts';

/** The list to choose from; undefined where it is not available, and run keys are typed. */
export type RunList = { dataDate: string; runs: readonly EnrollableRun[] } | undefined;

/**
 * The runs that a form names, in its order: of the list those that can still be enrolled in and that the plan's
 * catalog has, without a list whatever was typed. Of too many only the first are taken, with a problem.
 */
export function chooseRuns(
  form: Pick<PlanForm, 'runKeys' | 'typedRuns'>,
  context: ChooseContext,
): ChosenRuns {
  const chosen = findRuns(form, context);
  const excess = chosen.keys.length - runLimit;
  if (excess <= 0) return chosen;
  return {
    ...chosen,
    keys: chosen.keys.slice(0, runLimit),
    problems: [...chosen.problems, { field: 'runs', code: 'too-many', excess }],
  };
}

function findRuns(
  { runKeys, typedRuns }: Pick<PlanForm, 'runKeys' | 'typedRuns'>,
  { list, catalogUuid, now }: ChooseContext,
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

interface ChooseContext {
  list: RunList;
  catalogUuid: string | undefined;
  /** Milliseconds since 1970. */
  now: number;
}

export interface ChosenRuns {
  keys: string[];
  /** What is known of them; none without a list. */
  runs: EnrollableRun[];
  problems: FieldProblem[];
}
