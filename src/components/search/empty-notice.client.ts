import {
  fillMessage,
  fillPlural,
  filterRows,
  listChosen,
  withoutFilters,
  withQuery,
  type ChosenValue,
  type FoundRows,
  type SearchState,
} from '#search/browser';
import { cloneTemplate, requirePart } from './parts.client.ts';
import type { SearchAnswer } from './search-answer.ts';
import { addressOf, labelOf } from './search-links.client.ts';
import type { SearchMessages } from './search-messages.ts';

interface WayOut {
  words: string;
  count: number;
  state: SearchState;
}

/** Says what finds nothing, and each single thing without which something would be found, with its count. */
export function createEmptyNotice(
  root: ParentNode,
  answer: SearchAnswer,
  messages: SearchMessages,
): HTMLElement {
  const { state, found } = answer;
  const notice = cloneTemplate(root, 'empty');
  requirePart(notice, 'lead', HTMLElement).textContent = fillMessage(leadOf(state, messages), {
    query: state.query,
  });
  const hasWords = state.query !== '' && found.rows.length === 0;
  requirePart(notice, 'spelling', HTMLElement).hidden = !hasWords;

  const rows = waysOut(answer, messages).map(({ words, count, state: next }) => {
    const row = cloneTemplate(root, 'way-out');
    const link = requirePart(row, 'link', HTMLAnchorElement);
    link.textContent = words;
    link.href = addressOf(next);
    requirePart(row, 'count', HTMLElement).textContent = fillPlural(
      messages.count,
      count,
      messages.locale,
    );
    return row;
  });
  requirePart(notice, 'ways-out', HTMLElement).replaceChildren(...rows);
  return notice;
}

function waysOut({ state, found, result }: SearchAnswer, messages: SearchMessages): WayOut[] {
  const chosen = listChosen(state.chosen);
  const facets = [...new Set(chosen.map(({ facet }) => facet))];
  const byFacet = facets.map((facet) => ({
    words: fillMessage(messages.without, {
      filters: wordsOf(
        chosen.filter((value) => value.facet === facet),
        found,
        messages,
      ),
    }),
    count: result.countsWithout[facet],
    state: withoutFilters(state, facet),
  }));
  const everyRow = Array.from({ length: found.total }, (_, row) => row);
  const withoutWords = withQuery(state, '');
  const others: WayOut[] = [
    {
      words: messages.withoutFilters,
      count: facets.length > 1 ? found.rows.length : 0,
      state: withoutFilters(state),
    },
    {
      words:
        facets.length === 0
          ? messages.everything
          : fillMessage(messages.withoutQuery, { query: state.query }),
      count: state.query === '' ? 0 : filterRows(found.facets, everyRow, state.chosen).rows.length,
      state: withoutWords,
    },
  ];
  const ways = [...byFacet, ...others].filter(({ count }) => count > 0);
  if (ways.length > 0 || found.total === 0) return ways;
  return [{ words: messages.everything, count: found.total, state: withoutFilters(withoutWords) }];
}

function wordsOf(
  values: readonly ChosenValue[],
  { facets }: FoundRows,
  messages: SearchMessages,
): string {
  return new Intl.ListFormat(messages.locale, { type: 'disjunction' }).format(
    values.map((value) => labelOf(value, facets, messages)),
  );
}

function leadOf(state: SearchState, messages: SearchMessages): string {
  if (listChosen(state.chosen).length === 0) return messages.nothingFor;
  return state.query === '' ? messages.nothing : messages.nothingWith;
}
