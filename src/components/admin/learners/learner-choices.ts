import { parseLearnerFilter, type LearnerField, type LearnerFilter } from '#admin';
import { chooseColumns } from './columns.ts';
import { withoutPart } from './filter-words.ts';
import type { LearnerCommand } from './learner-form.ts';

type Locals = Pick<AdminLocals, 'choices' | 'learners'>;

/** What a person has chosen to see, kept on the server until they sign out. */
export async function readLearnerChoices({ choices }: Pick<Locals, 'choices'>): Promise<{
  filter: LearnerFilter;
  isFiltered: boolean;
  columns: readonly LearnerField[];
}> {
  const kept = await choices.read();
  const { filter } = parseLearnerFilter((kept['learnerFilter'] ?? {}) as Record<string, unknown>);
  return {
    filter,
    isFiltered: Object.keys(filter).length > 0,
    columns: chooseColumns(kept['learnerColumns']),
  };
}

/** Does what a form asks for; what becomes of a load is shown where the person comes back to. */
export async function applyLearnerCommand(command: LearnerCommand, locals: Locals): Promise<void> {
  const { choices, learners } = locals;
  switch (command.do) {
    case 'load':
    case 'renew':
      learners.load({ force: command.do === 'renew' }).catch(() => undefined);
      return;
    case 'filter':
      await choices.write({ learnerFilter: command.filter });
      return;
    case 'remove': {
      const { filter } = await readLearnerChoices(locals);
      await choices.write({ learnerFilter: withoutPart(filter, command) });
      return;
    }
    case 'columns':
      await choices.write({ learnerColumns: chooseColumns(command.columns) });
      return;
  }
}
