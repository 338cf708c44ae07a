import { fillPlural, type FoundCard, type SearchState } from '#search/browser';
import { createEmptyNotice } from './empty-notice.client.ts';
import type { FoundAnswer } from './found-answer.ts';
import { cloneContent, cloneTemplate, requirePart } from './parts.client.ts';
import { createRemarks } from './remarks.client.ts';
import { renderSlices } from './render-slices.client.ts';
import { fillCard } from './result-card.client.ts';
import { fillPager } from './result-pager.client.ts';
import { renderChips } from './search-links.client.ts';
import type { SearchMessages } from './search-messages.ts';
import { createTimer } from './timer.client.ts';

const statusDelayMs = 600;
const slowMs = 4000;

export interface SearchView {
  /** The page as it was built shows what is asked for: the first of all items. */
  showStart: (state: SearchState, total: number) => void;
  /** Results are on their way; those that stand there pale, and go at once where they are not a search's. */
  showLoading: (isFirst: boolean) => void;
  /** The number, the filters in use, and remarks: all that is known before the cards are there. */
  showAnswer: (found: FoundAnswer) => void;
  showCards: (
    found: FoundAnswer,
    cards: readonly FoundCard[],
    isLate: () => boolean,
  ) => Promise<void>;
  showError: () => void;
  /** To the top of the results, for a reader who has asked for another page. */
  goToResults: () => void;
  /** For a reader whose link is gone with what it removed. */
  focusResults: () => void;
  isInPager: (link: Element) => boolean;
}

export function createSearchView(
  root: HTMLElement,
  messages: SearchMessages,
  { tryAgain }: { tryAgain: () => void },
): SearchView {
  const part = (name: string): HTMLElement => requirePart(root, name, HTMLElement);
  const [list, results, notice] = [part('list'), part('results'), part('notice')];
  const [chips, total, pager] = [part('chips'), part('total'), part('pager')];
  const [remarks, status] = [part('remarks'), part('status')];
  const statusTimer = createTimer(statusDelayMs);
  const slowTimer = createTimer(slowMs);

  const setState = (name: 'loading' | 'ready' | 'empty' | 'error'): void => {
    list.dataset['state'] = name;
    list.ariaBusy = String(name === 'loading');
    if (name !== 'loading') slowTimer.stop();
  };
  const setCount = (words: string): void => {
    total.textContent = words;
    statusTimer.start(() => {
      status.textContent = words;
    });
  };
  const showPager = (count: number, state: SearchState): void => {
    const pages = fillPager(cloneTemplate(root, 'pages'), count, state);
    pager.replaceChildren(...(pages === undefined ? [] : [pages]));
  };
  const say = (words: string): HTMLElement => {
    const remark = cloneTemplate(root, 'remark');
    remark.textContent = words;
    return remark;
  };

  return {
    showStart: (state, total) => {
      showPager(total, state);
      setState('ready');
    },
    showLoading: (isFirst) => {
      if (isFirst) {
        list.replaceChildren(cloneContent(root, 'skeletons'));
        pager.replaceChildren();
        total.textContent = '';
      }
      setState('loading');
      slowTimer.start(() => remarks.replaceChildren(say(messages.slow)));
    },
    showAnswer: (found) => {
      const { state, answer } = found;
      renderChips(chips, () => cloneTemplate(root, 'chip'), {
        state,
        chosen: answer.chosen,
        messages,
      });
      remarks.replaceChildren(...createRemarks(root, found, messages));
      setCount(countWords(answer.count, answer.total, messages));
    },
    showCards: async (found, cards, isLate) => {
      const { state, answer } = found;
      const isEmpty = answer.count === 0;
      showPager(answer.count, state);
      notice.replaceChildren(...(isEmpty ? [createEmptyNotice(root, found, messages)] : []));
      await renderSlices(
        list,
        cards,
        (card) => fillCard(cloneTemplate(root, 'card'), card),
        isLate,
      );
      if (!isLate()) setState(isEmpty ? 'empty' : 'ready');
    },
    showError: () => {
      const error = cloneTemplate(root, 'error');
      requirePart(error, 'again', HTMLButtonElement).addEventListener('click', tryAgain);
      if (!navigator.onLine) requirePart(error, 'why', HTMLElement).textContent = messages.offline;
      list.replaceChildren();
      pager.replaceChildren();
      remarks.replaceChildren();
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
