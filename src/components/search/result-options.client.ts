import { sortNames, sortValues, type SearchState, type SortName } from '#search/browser';
import { requirePart } from './parts.client.ts';

export interface ResultOptions {
  /** Shows the order and the view of a search. */
  set: (state: Pick<SearchState, 'sort' | 'view'>) => void;
}

/** In which order results stand, and whether as cards or as rows. */
export function createResultOptions(
  root: HTMLElement,
  actions: {
    sort: (sort: SortName | undefined) => void;
    view: (view: NonNullable<SearchState['view']>) => void;
  },
): ResultOptions {
  const select = requirePart(root, 'sort', HTMLSelectElement);
  const views = [...root.querySelectorAll<HTMLInputElement>('view-switch input')];
  select.addEventListener('change', () => {
    actions.sort(sortNames.find((name) => sortValues[name] === select.value));
  });
  for (const choice of views) {
    choice.addEventListener('change', () => {
      actions.view(choice.value === 'compact' ? 'compact' : 'cards');
    });
  }
  return {
    set: ({ sort, view }) => {
      select.value = sort === undefined ? '' : sortValues[sort];
      if (view === undefined) return;
      // The switch itself sets what the visitor has chosen before.
      void customElements.whenDefined('view-switch').then(() => {
        for (const choice of views) choice.checked = choice.value === view;
      });
    },
  };
}
