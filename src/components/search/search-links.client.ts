import {
  fillMessage,
  formatState,
  withoutFilters,
  withToggled,
  type LabelledValue,
  type SearchState,
} from '#search/browser';
import type { SearchMessages } from './search-messages.ts';

/** The address of a search. Links carry it, so that they can be opened and copied; clicks stay in the page. */
export function addressOf(state: SearchState): string {
  return location.pathname + formatState(state);
}

/** "Level: Advanced". */
export function wordsOf({ facet, label }: LabelledValue, messages: SearchMessages): string {
  return fillMessage(messages.filter, { facet: messages.facets[facet], value: label });
}

/** A link for each filter in use, which leads to the search without it, and one that clears all. */
export function renderChips(
  list: HTMLElement,
  createChip: () => HTMLElement,
  { state, chosen, messages }: ChipContext,
): void {
  const chips = chosen.map((value) => {
    const chip = createChip();
    fillLink(chip, wordsOf(value, messages), withToggled(state, value));
    return chip;
  });
  if (chosen.length > 1) chips.push(createClearer(createChip(), state, messages));
  list.replaceChildren(...chips);
  list.hidden = chips.length === 0;
}

interface ChipContext {
  state: SearchState;
  chosen: readonly LabelledValue[];
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
