import type { Mark } from '#search/browser';
import { writeMarked } from '../search/write-marked.client.ts';

/** One way on. */
export interface ComboboxOption {
  words: string;
  marks?: readonly Mark[];
  /** Of the words where they are not in the page's language. */
  language?: { lang?: string; dir?: string };
  /** Beside the words, softly. */
  note?: string;
  href: string;
  /** What the Delete key does with it. */
  remove?: () => void;
  /** In place of going to `href`; it is no way on, and looks less like one. */
  act?: () => void;
}

export interface OptionGroup {
  name: string;
  options: ComboboxOption[];
}

export interface Combobox {
  /** Shows groups that have options; without any the list closes. */
  show: (groups: readonly OptionGroup[]) => void;
  close: () => void;
}

/**
 * An editable combobox with a list of links (WAI-ARIA Authoring Practices): arrow keys choose, Enter goes there, Esc
 * closes the list and then empties the field; Home and End move in the field, as everything does that edits. The
 * focus never leaves the field. `open` is asked when the list is closed and somebody wants it.
 */
export function createCombobox(
  input: HTMLInputElement,
  { label, open }: { label: string; open: () => void },
): Combobox {
  const list = createList(input, label);
  const actions = new Map<Element, ComboboxOption>();

  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role="option"]')];
  const active = (): HTMLElement | undefined =>
    options().find((option) => option.ariaSelected === 'true');
  const activate = (option: HTMLElement | undefined): void => {
    for (const each of options()) each.ariaSelected = String(each === option);
    if (option === undefined) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  };
  const setOpen = (isOpen: boolean): void => {
    list.hidden = !isOpen;
    input.ariaExpanded = String(isOpen);
    if (!isOpen) activate(undefined);
  };
  const close = (): void => {
    setOpen(false);
  };
  /** Past the last comes the first, as in a ring. */
  const move = (step: 1 | -1): void => {
    if (list.hidden) {
      open();
      return;
    }
    const all = options();
    const current = active();
    const place = current === undefined ? Math.min(0, -step) : all.indexOf(current);
    activate(all[(place + step + all.length) % all.length]);
  };
  const keys: Record<string, (event: KeyboardEvent) => boolean> = {
    ArrowDown: ({ altKey }) => {
      if (altKey) open();
      else move(1);
      return true;
    },
    ArrowUp: ({ altKey }) => {
      if (altKey) close();
      else if (!list.hidden) move(-1);
      return true;
    },
    Enter: () => {
      const option = active();
      close();
      option?.click();
      return option !== undefined;
    },
    Escape: () => {
      if (list.hidden && input.value === '') return false;
      if (list.hidden) {
        input.value = '';
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
      close();
      return true;
    },
    Delete: () => {
      const option = active();
      const remove = option && actions.get(option)?.remove;
      if (remove === undefined) return false;
      remove();
      return true;
    },
    Home: () => {
      activate(undefined);
      return false;
    },
    End: () => {
      activate(undefined);
      return false;
    },
    Tab: () => {
      close();
      return false;
    },
  };

  input.addEventListener('keydown', (event) => {
    if (!event.isComposing && keys[event.key]?.(event) === true) event.preventDefault();
  });
  input.addEventListener('blur', close);
  input.form?.addEventListener('submit', close);
  // The field keeps the focus, and with it a phone its keyboard.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
    const act = option === null ? undefined : actions.get(option)?.act;
    if (act !== undefined) {
      event.preventDefault();
      act();
    } else if (option !== null) close();
  });

  return {
    close,
    show: (groups) => {
      actions.clear();
      const shown = groups.filter((group) => group.options.length > 0);
      list.replaceChildren(
        ...shown.map((group, place) =>
          createGroup(group, `${list.id}-${place}`, (element, option) => {
            actions.set(element, option);
          }),
        ),
      );
      setOpen(shown.length > 0);
    },
  };
}

function createList(input: HTMLInputElement, label: string): HTMLElement {
  const list = document.createElement('div');
  list.id = `${input.id}-list`;
  list.className = 'suggestions';
  list.role = 'listbox';
  list.ariaLabel = label;
  list.hidden = true;
  input.form?.append(list);
  input.setAttribute('aria-controls', list.id);
  return list;
}

function createGroup(
  { name, options }: OptionGroup,
  id: string,
  enter: (element: HTMLElement, option: ComboboxOption) => void,
): HTMLElement {
  const group = document.createElement('div');
  group.role = 'group';
  group.setAttribute('aria-labelledby', id);
  const label = document.createElement('p');
  label.id = id;
  label.className = 'label';
  label.textContent = name;
  const elements = options.map((option, place) => {
    const element = createOption(option);
    element.id = `${id}-${place}`;
    enter(element, option);
    return element;
  });
  group.append(label, ...elements);
  return group;
}

function createOption({
  words,
  marks = [],
  language,
  note,
  href,
  act,
}: ComboboxOption): HTMLElement {
  const option = document.createElement('a');
  option.role = 'option';
  option.ariaSelected = 'false';
  option.href = href;
  option.tabIndex = -1;
  if (act !== undefined) option.className = 'small';
  const text = document.createElement('span');
  if (language?.lang !== undefined) text.lang = language.lang;
  if (language?.dir !== undefined) text.dir = language.dir;
  writeMarked(text, words, marks);
  option.append(text);
  if (note !== undefined) {
    const small = document.createElement('small');
    small.textContent = note;
    option.append(small);
  }
  return option;
}
