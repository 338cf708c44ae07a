import { createTimer } from './timer.client.ts';

const typingDelayMs = 200;

export interface SearchField {
  set: (query: string) => void;
}

/** The field searches while one types. What is typed in one go is one step back. */
export function createSearchField(
  root: HTMLElement,
  {
    change,
    settle,
    prepare,
  }: {
    change: (query: string, step: 'push' | 'replace') => void;
    /** A query is no longer being typed. */
    settle: (query: string) => void;
    prepare: () => void;
  },
): SearchField {
  const form = root.querySelector('form');
  const input = form?.elements.namedItem('q');
  if (!(form instanceof HTMLFormElement && input instanceof HTMLInputElement)) {
    throw new TypeError('The search panel has no form with a field q.');
  }
  const timer = createTimer(typingDelayMs);
  let written = '';
  let isTyping = false;

  const read = (): void => {
    timer.stop();
    if (input.value.trim() === written) return;
    written = input.value.trim();
    change(written, isTyping ? 'replace' : 'push');
    isTyping = true;
  };
  input.addEventListener('focus', prepare, { once: true });
  input.addEventListener('input', (event) => {
    timer.stop();
    if (!(event instanceof InputEvent && event.isComposing)) timer.start(read);
  });
  input.addEventListener('compositionend', () => timer.start(read));
  input.addEventListener('change', () => {
    read();
    settle(written);
    isTyping = false;
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    read();
    settle(written);
    isTyping = false;
  });
  return {
    set: (query) => {
      timer.stop();
      [written, isTyping] = [query, false];
      input.value = query;
    },
  };
}
