import {
  fillMessage,
  formatState,
  listChosen,
  withoutFilters,
  withToggled,
  type ChosenValue,
  type FacetColumn,
  type FacetName,
  type SearchState,
} from '#search/browser';
import type { SearchMessages } from './search-messages.ts';

/** The address of a search. Links carry it, so that they can be opened and copied; clicks stay in the page. */
export function addressOf(state: SearchState): string {
  return location.pathname + formatState(state);
}

/** "Level: Advanced". */
export function labelOf(
  { facet, value }: ChosenValue,
  facets: Record<FacetName, FacetColumn>,
  messages: SearchMessages,
): string {
  const { values, labels } = facets[facet];
  const label = labels[values.indexOf(value)] ?? value;
  return fillMessage(messages.filter, { facet: messages.facets[facet], value: label });
}

/** A link for each filter in use, which leads to the search without it, and one that clears all. */
export function renderChips(
  list: HTMLElement,
  createChip: () => HTMLElement,
  { state, facets, messages }: ChipContext,
): void {
  const chosen = listChosen(state.chosen);
  const chips = chosen.map((value) => {
    const chip = createChip();
    fillLink(chip, labelOf(value, facets, messages), withToggled(state, value));
    return chip;
  });
  if (chosen.length > 1) chips.push(createClearer(createChip(), state, messages));
  list.replaceChildren(...chips);
  list.hidden = chips.length === 0;
}

interface ChipContext {
  state: SearchState;
  facets: Record<FacetName, FacetColumn>;
  messages: SearchMessages;
}

function createClearer(
  chip: HTMLElement,
  state: SearchState,
  { clearAll }: SearchMessages,
): HTMLElement {
  chip.dataset['clear'] = '';
  fillLink(chip, clearAll, withoutFilters(state));
  for (const part of chip.querySelectorAll('[data-only-one]')) part.remove();
  return chip;
}

function fillLink(chip: HTMLElement, words: string, state: SearchState): void {
  chip.querySelector('a')?.setAttribute('href', addressOf(state));
  const label = chip.querySelector('[data-label]');
  if (label !== null) label.textContent = words;
}
