import {
  createSearchSource,
  filterRows,
  pageOfRows,
  parseState,
  withoutFilters,
  withQuery,
  withToggled,
  type FoundRows,
  type SearchSource,
  type SearchState,
} from '#search/browser';
import { createSearchHistory } from './search-history.client.ts';
import type { SearchMessages } from './search-messages.ts';
import { createSearchView } from './search-view.client.ts';
import { createTimer } from './timer.client.ts';

const typingDelayMs = 250;

/** The search page: its form works without this element; facets, results and their states are its own. */
class CatalogSearch extends HTMLElement {
  connectedCallback(): void {
    const messages = JSON.parse(this.dataset['messages'] ?? '{}') as SearchMessages;
    const { base = '/', home = base } = this.dataset;
    startSearch(this, createSearchSource({ base, home }), messages);
  }
}

customElements.define('catalog-search', CatalogSearch);

function startSearch(root: HTMLElement, source: SearchSource, messages: SearchMessages): void {
  let state = parseState(location.search);
  let found: (FoundRows & { query: string }) | undefined;
  // An answer that is not that of the last search comes too late.
  let lastSearch = 0;

  const view = createSearchView(root, messages, {
    toggle: (value) => void change(withToggled(state, value)),
    clearFilters: () => void change(withoutFilters(state)),
    tryAgain: () => void show(),
  });
  const field = createField(root, {
    change: (query, step) => void change(withQuery(state, query), step),
  });
  const history = createSearchHistory(async (next) => {
    state = next;
    field.set(next.query);
    if (await show()) history.restoreScroll();
  });

  /** True if the results stand there, false if they failed or another search was faster. */
  async function show(): Promise<boolean> {
    const search = (lastSearch += 1);
    const isLate = (): boolean => search !== lastSearch;
    const shown = state;
    view.showLoading();
    try {
      if (found?.query !== shown.query) {
        const rows = await source.find(shown.query);
        if (isLate()) return false;
        found = { ...rows, query: shown.query };
      }
      const answer = {
        state: shown,
        found,
        result: filterRows(found.facets, found.rows, shown.chosen),
      };
      view.showCounts(answer);
      const cards = await source.fetchCards(pageOfRows(answer.result.rows, shown.page));
      if (isLate()) return false;
      view.showResults(answer, cards);
      return true;
    } catch (error) {
      if (isLate()) return false;
      found = undefined;
      // eslint-disable-next-line no-console -- the visitor sees a notice; who looks into it needs the cause
      console.error(error);
      view.showError();
      return false;
    }
  }

  function change(next: SearchState, step: 'push' | 'replace' = 'push'): Promise<boolean> {
    state = next;
    history.write(next, step);
    return show();
  }

  // Links to other states of this search: filters in use, pages, ways out of an empty result.
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isPlain = !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0;
    if (link === null || !isPlain || link.pathname !== location.pathname) return;
    event.preventDefault();
    const next = parseState(link.search);
    const isPage = view.isInPager(link);
    field.set(next.query);
    view.focusResults();
    void change(next).then((isShown) => {
      if (isShown && isPage) view.goToResults();
    });
  });

  field.set(state.query);
  void show().then((isShown) => {
    if (isShown) history.restoreScroll();
  });
}

/** The field searches while one types. What is typed in one go is one step back. */
function createField(
  root: HTMLElement,
  { change }: { change: (query: string, step: 'push' | 'replace') => void },
): { set: (query: string) => void } {
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
  input.addEventListener('input', (event) => {
    timer.stop();
    if (!(event instanceof InputEvent && event.isComposing)) timer.start(read);
  });
  input.addEventListener('change', () => {
    isTyping = false;
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    read();
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
