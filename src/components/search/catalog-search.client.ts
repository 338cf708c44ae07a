import {
  isEverything,
  parseState,
  unknownSortOf,
  withoutFilters,
  withQuery,
  withSort,
  withToggled,
  withView,
  type SearchAnswer,
  type SearchSource,
  type SearchState,
} from '#search/browser';
import { createFacetPanel } from './facet-panel.client.ts';
import { createFilterSheet } from './filter-sheet.client.ts';
import { createListSaver } from './list-saver.client.ts';
import { requirePart } from './parts.client.ts';
import { createResultOptions } from './result-options.client.ts';
import { createSearchField } from './search-field.client.ts';
import { createSearchHistory } from './search-history.client.ts';
import type { SearchMessages } from './search-messages.ts';
import { sharedSource } from './shared-source.client.ts';
import { rememberSearch } from '../suggest/recent-searches.client.ts';
import { createSearchView } from './search-view.client.ts';

/** The search page: its form works without this element; facets, results and their states are its own. */
class CatalogSearch extends HTMLElement {
  connectedCallback(): void {
    const messages = JSON.parse(this.dataset['messages'] ?? '{}') as SearchMessages;
    const { base = '/', home = base } = this.dataset;
    startSearch(this, sharedSource({ base, home }), messages);
  }
}

customElements.define('catalog-search', CatalogSearch);

function startSearch(
  root: HTMLElement,
  source: SearchSource & { prepare: () => void },
  messages: SearchMessages,
): void {
  let state = parseState(location.search);
  let unknownSort = unknownSortOf(location.search);
  // An answer that is not that of the last search comes too late.
  let lastSearch = 0;
  let hasFailed = false;
  // What the page was built with belongs to no search.
  let isFirst = true;

  const view = createSearchView(root, messages, { tryAgain: () => void show() });
  const panel = createFacetPanel(requirePart(root, 'facets', HTMLElement), {
    root,
    messages,
    toggle: (value) => void change(withToggled(state, value)),
    isShown: () => sheet.isShown(),
    count: (facets) => source.countFacets(state, facets),
  });
  const sheet = createFilterSheet(root, messages, {
    clear: () => void change(withoutFilters(state)),
    show: () => panel.update(),
  });
  const field = createSearchField(root, {
    change: (query, step) => void change(withQuery(state, query), step),
    settle: remember,
    prepare: () => source.prepare(),
  });
  const options = createResultOptions(root, {
    sort: (sort) => void change(withSort(state, sort)),
    view: (chosen) => {
      state = withView(state, chosen);
      history.write(state, 'replace');
    },
  });
  const day = (root.dataset['date'] ?? '').slice(0, 'yyyy-mm-dd'.length);
  const saver = createListSaver(root, messages, {
    day,
    write: () => source.writeList(state, { name: messages.dataDate, value: day }),
  });
  const history = createSearchHistory(async (next) => {
    state = next;
    unknownSort = unknownSortOf(location.search);
    setControls();
    if (await show()) history.restoreScroll();
  });

  function setControls(): void {
    field.set(state.query);
    options.set(state);
  }

  /** True if the results stand there, false if they failed or another search was faster. */
  async function show(): Promise<boolean> {
    const search = (lastSearch += 1);
    const isLate = (): boolean => search !== lastSearch;
    view.showLoading(isFirst);
    isFirst = false;
    try {
      const answer = await source.search(state);
      if (isLate()) return false;
      state = withoutIgnored(state, answer);
      const found = { state, answer, unknownSort };
      view.showAnswer(found);
      sheet.update(answer.chosen.length, answer.count);
      saver.update(answer.count);
      panel.begin(state.chosen);
      if (sheet.isShown()) panel.update();
      const cards = await source.fetchCards(answer.rows, answer.matched);
      if (isLate()) return false;
      await view.showCards(found, cards, isLate);
      hasFailed = false;
      return !isLate();
    } catch (error) {
      if (isLate()) return false;
      // eslint-disable-next-line no-console -- the visitor sees a notice; who looks into it needs the cause
      console.error(error);
      hasFailed = true;
      view.showError();
      return false;
    }
  }

  function change(next: SearchState, step: 'push' | 'replace' = 'push'): Promise<boolean> {
    state = next;
    unknownSort = undefined;
    history.write(next, step);
    return show();
  }

  // Links to other states of this search: filters in use, pages, ways out of an empty result.
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isPlain = !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0;
    if (link === null || !isPlain || link.pathname !== location.pathname) return;
    event.preventDefault();
    const next = { ...parseState(link.search), view: state.view };
    const isPage = view.isInPager(link);
    field.set(next.query);
    remember(next.query);
    options.set(next);
    view.focusResults();
    void change(next).then((isShown) => {
      if (isShown && isPage) view.goToResults();
    });
  });
  addEventListener('online', () => {
    if (hasFailed) void show();
  });

  setControls();
  remember(state.query);
  if (isEverything(state) && unknownSort === undefined) {
    view.showStart(state, Number(root.dataset['total']));
    history.restoreScroll();
  } else
    void show().then((isShown) => {
      if (isShown) history.restoreScroll();
    });
}

function remember(query: string): void {
  if (query !== '') rememberSearch(query);
}

function withoutIgnored(state: SearchState, { ignored }: SearchAnswer): SearchState {
  return ignored.reduce(
    (rest, value) => ({ ...withToggled(rest, value), page: state.page }),
    state,
  );
}
