import {
  facetNames,
  fillMessage,
  findableLength,
  listOptions,
  type ChosenValue,
  type FacetColumn,
  type FacetName,
  type FacetOption,
  type FilterResult,
  type SearchState,
} from '#search/browser';
import { cloneTemplate, requirePart } from './parts.client.ts';
import type { SearchMessages } from './search-messages.ts';

// Their values have an order of their own; the others stand by count.
const ordered = new Set<FacetName>(['kind', 'availability', 'level']);
const openAtFirst = new Set<FacetName>(['kind', 'availability', 'subject', 'level']);

export interface FacetPanelOptions {
  /** Holds the templates `facet` and `option`. */
  root: ParentNode;
  messages: SearchMessages;
  toggle: (value: ChosenValue) => void;
}

export interface FacetPanel {
  update: (
    facets: Record<FacetName, FacetColumn>,
    counts: FilterResult['counts'],
    chosen: SearchState['chosen'],
  ) => void;
}

/** The facets with their values, counts and boxes, in `container`. */
export function createFacetPanel(container: HTMLElement, options: FacetPanelOptions): FacetPanel {
  const blocks = facetNames.map((facet) => ({ facet, ...createBlock(facet, options) }));
  container.replaceChildren(...blocks.map(({ element }) => element));
  return {
    update: (facets, counts, chosen) => {
      for (const { facet, update } of blocks) update(facets[facet], counts[facet], chosen[facet]);
    },
  };
}

function createBlock(facet: FacetName, { root, messages, toggle }: FacetPanelOptions) {
  const element = cloneTemplate(root, 'facet') as HTMLDetailsElement;
  const find = requirePart(element, 'find', HTMLInputElement);
  const list = requirePart(element, 'options', HTMLElement);
  const more = requirePart(element, 'more', HTMLButtonElement);
  const name = messages.facets[facet];
  requirePart(element, 'name', HTMLElement).textContent = name;
  requirePart(element, 'legend', HTMLElement).textContent = name;
  find.ariaLabel = find.placeholder = fillMessage(messages.findIn, { facet: name });
  element.open = openAtFirst.has(facet);

  const boxes = new Map<string, HTMLElement>();
  let isUnfolded = false;
  let current: { column: FacetColumn; counts: number[]; chosen: readonly string[] } | undefined;

  const render = (): void => {
    if (current === undefined) return;
    const { column, counts, chosen } = current;
    const view = { isOrdered: ordered.has(facet), isUnfolded, find: find.value };
    const options = listOptions(column, counts, chosen, view);
    const elements = options.map((option) => {
      const box = boxes.get(option.value) ?? createBox(facet, option, root);
      boxes.set(option.value, box);
      updateBox(box, option, messages.locale);
      return box;
    });
    arrange(list, elements);
    element.hidden = options.length < 2 && chosen.length === 0;
    if (chosen.length > 0) element.open = true;
    find.hidden = options.length < findableLength;
    const hidden = options.filter(({ isShown }) => !isShown).length;
    more.hidden = find.value !== '' || (hidden === 0 && !isUnfolded);
    more.setAttribute('aria-expanded', String(isUnfolded));
    more.textContent = isUnfolded
      ? messages.fewer
      : fillMessage(messages.more, { count: hidden.toLocaleString(messages.locale) });
  };

  list.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) toggle({ facet, value: target.value });
  });
  find.addEventListener('input', render);
  more.addEventListener('click', () => {
    isUnfolded = !isUnfolded;
    render();
  });
  const update = (column: FacetColumn, counts: number[], chosen: readonly string[]): void => {
    current = { column, counts, chosen };
    render();
  };
  return { element, update };
}

function createBox(facet: FacetName, { value, label }: FacetOption, root: ParentNode): HTMLElement {
  const box = cloneTemplate(root, 'option');
  const words = requirePart(box, 'label', HTMLElement);
  words.textContent = label;
  if (facet === 'language') words.lang = value;
  requirePart(box, 'box', HTMLInputElement).value = value;
  return box;
}

function updateBox(
  box: HTMLElement,
  { count, isChosen, isShown }: FacetOption,
  language: string,
): void {
  const input = requirePart(box, 'box', HTMLInputElement);
  input.checked = isChosen;
  input.disabled = count === 0 && !isChosen;
  requirePart(box, 'count', HTMLElement).textContent = count.toLocaleString(language);
  box.hidden = !isShown;
}

/** Moves elements only where their order has changed, and gives the focus back. */
function arrange(list: HTMLElement, elements: readonly HTMLElement[]): void {
  const isArranged =
    list.childElementCount === elements.length &&
    elements.every((element, place) => list.children[place] === element);
  if (isArranged) return;
  const focused = document.activeElement;
  list.replaceChildren(...elements);
  if (focused instanceof HTMLElement && list.contains(focused)) focused.focus();
}
