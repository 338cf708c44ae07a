import { fillPlural, listChosen, type ChosenValue, type SearchCard } from '#search/browser';
import { createCorrectionNotice } from './correction-notice.client.ts';
import { createEmptyNotice } from './empty-notice.client.ts';
import { createFacetPanel } from './facet-panel.client.ts';
import { createFilterSheet } from './filter-sheet.client.ts';
import { cloneTemplate, requirePart } from './parts.client.ts';
import { fillCard } from './result-card.client.ts';
import { fillPager } from './result-pager.client.ts';
import { renderChips } from './search-links.client.ts';
import type { SearchAnswer } from './search-answer.ts';
import type { SearchMessages } from './search-messages.ts';
import { createTimer } from './timer.client.ts';

const statusDelayMs = 600;

export interface SearchView {
  showLoading: () => void;
  /** Counts, facets and filters in use: all that is known before the cards are there. */
  showCounts: (answer: SearchAnswer) => void;
  showResults: (answer: SearchAnswer, cards: readonly SearchCard[]) => void;
  showError: () => void;
  /** To the top of the results, for a reader who has asked for another page. */
  goToResults: () => void;
  /** For a reader whose link is gone with what it removed. */
  focusResults: () => void;
  isInPager: (link: Element) => boolean;
}

export interface SearchActions {
  toggle: (value: ChosenValue) => void;
  clearFilters: () => void;
  tryAgain: () => void;
}

export function createSearchView(
  root: HTMLElement,
  messages: SearchMessages,
  actions: SearchActions,
): SearchView {
  const part = (name: string): HTMLElement => requirePart(root, name, HTMLElement);
  const [list, results, notice, pager] = [
    part('list'),
    part('results'),
    part('notice'),
    part('pager'),
  ];
  const [chips, total, status] = [part('chips'), part('total'), part('status')];
  const statusTimer = createTimer(statusDelayMs);
  const panel = createFacetPanel(part('facets'), { root, messages, toggle: actions.toggle });
  const sheet = createFilterSheet(root, messages, actions.clearFilters);

  const setState = (name: 'loading' | 'ready' | 'empty' | 'error'): void => {
    list.dataset['state'] = name;
    list.ariaBusy = String(name === 'loading');
  };
  const setCount = (words: string): void => {
    total.textContent = words;
    statusTimer.start(() => {
      status.textContent = words;
    });
  };

  return {
    showLoading: () => setState('loading'),
    showCounts: ({ state, found, result }) => {
      panel.update(found.facets, result.counts, state.chosen);
      renderChips(chips, () => cloneTemplate(root, 'chip'), {
        state,
        facets: found.facets,
        messages,
      });
      sheet.update(listChosen(state.chosen).length, result.rows.length);
      setCount(countWords(result.rows.length, found.total, messages));
    },
    showResults: (answer, cards) => {
      const { state, result } = answer;
      const isEmpty = result.rows.length === 0;
      const pages = fillPager(cloneTemplate(root, 'pages'), result.rows.length, state);
      list.replaceChildren(...cards.map((card) => fillCard(cloneTemplate(root, 'card'), card)));
      pager.replaceChildren(...(pages === undefined ? [] : [pages]));
      const correction = createCorrectionNotice(root, answer, messages);
      notice.replaceChildren(
        ...(correction === undefined ? [] : [correction]),
        ...(isEmpty ? [createEmptyNotice(root, answer, messages)] : []),
      );
      setState(isEmpty ? 'empty' : 'ready');
    },
    showError: () => {
      const error = cloneTemplate(root, 'error');
      requirePart(error, 'again', HTMLButtonElement).addEventListener('click', actions.tryAgain);
      list.replaceChildren();
      pager.replaceChildren();
      notice.replaceChildren(error);
      setCount('');
      setState('error');
    },
    goToResults: () => {
      results.focus({ preventScroll: true });
      root.scrollIntoView();
    },
    focusResults: () => results.focus({ preventScroll: true }),
    isInPager: (link) => pager.contains(link),
  };
}

function countWords(found: number, total: number, messages: SearchMessages): string {
  const { count, countOf, locale } = messages;
  if (found === total) return fillPlural(count, total, locale);
  return fillPlural(countOf, total, locale, { found: found.toLocaleString(locale) });
}
