import {
  fillMessage,
  findableLength,
  listOptions,
  orderedFacets,
  type FacetCounts,
  type FacetName,
  type FacetOption,
} from '#search/browser';
import { cloneTemplate, requirePart } from './parts.client.ts';
import type { SearchMessages } from './search-messages.ts';

type Values = NonNullable<FacetCounts[FacetName]>;

export interface FacetGroup {
  facet: FacetName;
  isOpen: () => boolean;
  open: () => void;
  show: (values: Values, chosen: readonly string[]) => void;
  /** Says why there is nothing to choose, where there is nothing yet. */
  explain: (words: string) => void;
}

export interface FacetGroupOptions {
  /** Holds the template `option`. */
  root: ParentNode;
  messages: SearchMessages;
  choose: (value: string) => void;
}

/** A facet of the page: its boxes with their counts, its own search, and what is folded. */
export function createFacetGroup(
  element: HTMLDetailsElement,
  { root, messages, choose }: FacetGroupOptions,
): FacetGroup {
  const facet = element.dataset['facet'] as FacetName;
  const find = requirePart(element, 'find', HTMLInputElement);
  const list = requirePart(element, 'options', HTMLElement);
  const more = requirePart(element, 'more', HTMLButtonElement);
  const note = requirePart(element, 'note', HTMLElement);
  const isOrdered = orderedFacets.has(facet);
  const boxes = new Map<string, HTMLElement>();
  for (const box of list.querySelectorAll('label'))
    boxes.set(requirePart(box, 'box', HTMLInputElement).value, box);
  let isUnfolded = false;
  let current: { values: Values; chosen: readonly string[] } | undefined;

  const say = (words: string): void => {
    note.textContent = words;
    note.hidden = words === '';
  };
  const formatCount = (count: number): string => count.toLocaleString(messages.locale);
  const boxOf = (option: FacetOption): HTMLElement => {
    const box = boxes.get(option.value) ?? createBox(facet, option, root);
    boxes.set(option.value, box);
    updateBox(box, option, formatCount(option.count));
    return box;
  };
  const render = (): void => {
    if (current === undefined) return;
    const { values, chosen } = current;
    const view = { isOrdered, isUnfolded, find: find.value };
    const { shown, others, total } = listOptions(values, chosen, view);
    arrange(list, shown.map(boxOf));
    find.hidden = total < findableLength;
    const isFinding = find.value !== '';
    const canFold = !isFinding && (isUnfolded || others > 0);
    if (more.parentElement !== null) more.parentElement.hidden = !canFold;
    more.setAttribute('aria-expanded', String(isUnfolded));
    more.textContent = isUnfolded
      ? messages.fewer
      : fillMessage(messages.more, { count: formatCount(others) });
    const isCut = others > 0 && (isUnfolded || isFinding);
    say(isCut ? fillMessage(messages.othersFind, { count: formatCount(others) }) : '');
  };

  list.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) choose(target.value);
  });
  find.addEventListener('input', render);
  more.addEventListener('click', () => {
    isUnfolded = !isUnfolded;
    render();
  });
  return {
    facet,
    isOpen: () => element.open,
    open: () => {
      element.open = true;
    },
    show: (values, chosen) => {
      current = { values, chosen };
      render();
    },
    explain: (words) => {
      if (list.childElementCount === 0) say(words);
    },
  };
}

function createBox(facet: FacetName, { value, label }: FacetOption, root: ParentNode): HTMLElement {
  const box = cloneTemplate(root, 'option');
  const words = requirePart(box, 'label', HTMLElement);
  words.textContent = label;
  if (facet === 'language' || facet === 'transcript') words.lang = value;
  requirePart(box, 'box', HTMLInputElement).value = value;
  return box;
}

function updateBox(box: HTMLElement, { count, isChosen }: FacetOption, words: string): void {
  const input = requirePart(box, 'box', HTMLInputElement);
  input.checked = isChosen;
  input.disabled = count === 0 && !isChosen;
  requirePart(box, 'count', HTMLElement).textContent = words;
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
