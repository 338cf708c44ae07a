import { fillMessage, fillPlural } from '#search/browser';
import { requirePart } from './parts.client.ts';
import type { SearchMessages } from './search-messages.ts';

export interface FilterSheet {
  /** Says how many filters are chosen and what closing the sheet shows. */
  update: (chosen: number, results: number) => void;
  /** Whether the facets are seen, here or beside the results. */
  isShown: () => boolean;
}

export interface FilterSheetActions {
  clear: () => void;
  /** The facets come into sight. */
  show: () => void;
}

/** On narrow screens the facets stand in a dialog that rises from the lower edge; else beside the results. */
export function createFilterSheet(
  root: ParentNode,
  messages: SearchMessages,
  actions: FilterSheetActions,
): FilterSheet {
  const opener = requirePart(root, 'open-filters', HTMLButtonElement);
  const openerWords = requirePart(root, 'open-filters-words', HTMLElement);
  const sheet = requirePart(root, 'sheet', HTMLDialogElement);
  const clearer = requirePart(root, 'clear', HTMLButtonElement);
  const show = requirePart(root, 'show', HTMLButtonElement);
  const facets = requirePart(root, 'facets', HTMLElement);
  const places = {
    beside: requirePart(root, 'facets-beside', HTMLElement),
    inSheet: requirePart(root, 'facets-in-sheet', HTMLElement),
  };

  // The same condition as in SearchPanel.astro.
  const isWide = matchMedia('(width >= 56rem)');
  const place = (): void => {
    if (isWide.matches) sheet.close();
    const wanted = isWide.matches ? places.beside : places.inSheet;
    if (facets.parentElement !== wanted) wanted.append(facets);
  };
  isWide.addEventListener('change', () => {
    place();
    if (isWide.matches) actions.show();
  });
  place();
  clearer.disabled = true;

  opener.addEventListener('click', () => {
    sheet.showModal();
    actions.show();
  });
  for (const closer of [show, requirePart(root, 'close', HTMLButtonElement)]) {
    closer.addEventListener('click', () => sheet.close());
  }
  clearer.addEventListener('click', actions.clear);
  // A click on the backdrop is a click on the dialog itself.
  sheet.addEventListener('click', ({ target }) => {
    if (target === sheet) sheet.close();
  });

  return {
    update: (chosen, results) => {
      openerWords.textContent =
        chosen === 0
          ? messages.filters
          : fillMessage(messages.filtersChosen, { count: String(chosen) });
      clearer.disabled = chosen === 0;
      show.textContent = fillPlural(messages.show, results, messages.locale);
    },
    isShown: () => isWide.matches || sheet.open,
  };
}
