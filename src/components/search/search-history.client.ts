import { formatState, parseState, type SearchState } from '#search/browser';
import { addressOf } from './search-links.client.ts';
import { createTimer } from './timer.client.ts';

const scrollDelayMs = 200;

export interface SearchHistory {
  /** Makes a state the current one: as a step of its own, or in place of the last one. */
  write: (state: SearchState, step: 'push' | 'replace') => void;
  /** Scrolls to where the reader was when this step was left. */
  restoreScroll: () => void;
}

/** The address is the state. Results come late, so the browser's own way of scrolling back would miss them. */
export function createSearchHistory(onStep: (state: SearchState) => Promise<void>): SearchHistory {
  const read = (): SearchState => parseState(location.search);
  let last = formatState(read());
  let target = savedScroll();
  const timer = createTimer(scrollDelayMs);

  const saveScroll = (): void => {
    timer.stop();
    history.replaceState({ scroll: scrollY }, '');
  };
  history.scrollRestoration = 'manual';
  addEventListener('pagehide', saveScroll);
  addEventListener('scroll', () => timer.start(saveScroll));
  addEventListener('popstate', () => {
    // A link within the page is a step as well.
    const address = formatState(read());
    if (address === last) return;
    timer.stop();
    last = address;
    target = savedScroll();
    void onStep(read());
  });

  return {
    write: (state, step) => {
      const address = formatState(state);
      if (address === last) return;
      last = address;
      if (step === 'push') {
        saveScroll();
        history.pushState(null, '', addressOf(state));
      } else {
        history.replaceState(history.state, '', addressOf(state));
      }
    },
    restoreScroll: () => {
      if (target !== undefined) scrollTo({ top: target, behavior: 'instant' });
    },
  };
}

function savedScroll(): number | undefined {
  const { scroll } = (history.state ?? {}) as { scroll?: unknown };
  return typeof scroll === 'number' ? scroll : undefined;
}
