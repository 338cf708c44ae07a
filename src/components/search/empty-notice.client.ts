import {
  fillMessage,
  fillPlural,
  withoutFilters,
  withQuery,
  withToggled,
  type FacetName,
  type SearchState,
  type WaysOut,
} from '#search/browser';
import type { FoundAnswer } from './found-answer.ts';
import { cloneTemplate, requirePart } from './parts.client.ts';
import { addressOf, wordsOf } from './search-links.client.ts';
import type { SearchMessages } from './search-messages.ts';

interface WayOut {
  words: string;
  count: number;
  state: SearchState;
}

/** Says what finds nothing, and each single thing without which something would be found, with its count. */
export function createEmptyNotice(
  root: ParentNode,
  found: FoundAnswer,
  messages: SearchMessages,
): HTMLElement {
  const { state, answer } = found;
  const ways = answer.waysOut ?? noWays;
  const notice = cloneTemplate(root, 'empty');
  const say = (part: string, words: string): void => {
    requirePart(notice, part, HTMLElement).textContent = words;
  };
  const createRow = ({ words, count, state: next }: WayOut): HTMLElement => {
    const row = cloneTemplate(root, 'way-out');
    const link = requirePart(row, 'link', HTMLAnchorElement);
    link.textContent = words;
    link.href = addressOf(next);
    const countWords = fillPlural(messages.count, count, messages.locale);
    requirePart(row, 'count', HTMLElement).textContent = countWords;
    return row;
  };

  say('lead', fillMessage(leadOf(found, messages), { query: state.query }));
  const [culprit, ...others] = ways.withoutFacet;
  say(
    'culprit',
    culprit !== undefined && others.length === 0 && answer.chosen.length > 1
      ? fillMessage(messages.culprit, { filters: filterWords(culprit.facet, found, messages) })
      : '',
  );
  const hasWords = state.query !== '' && ways.withoutFilters + ways.withoutFacet.length === 0;
  requirePart(notice, 'spelling', HTMLElement).hidden = !hasWords;
  requirePart(notice, 'ways-out', HTMLElement).replaceChildren(
    ...listWays(found, ways, messages).map(createRow),
  );
  const nothing = withoutFilters(withQuery(state, ''));
  const subjects = ways.subjects.map(({ value, label, count }) => ({
    words: label,
    count,
    state: withToggled(nothing, { facet: 'subject', value }),
  }));
  requirePart(notice, 'subjects', HTMLElement).hidden = subjects.length === 0;
  requirePart(notice, 'subject-list', HTMLElement).replaceChildren(...subjects.map(createRow));
  return notice;
}

const noWays: WaysOut = { withoutFacet: [], withoutFilters: 0, withoutQuery: 0, subjects: [] };

function listWays(found: FoundAnswer, ways: WaysOut, messages: SearchMessages): WayOut[] {
  const { state, answer } = found;
  const withoutWords = withQuery(state, '');
  const listed: WayOut[] = [
    ...ways.withoutFacet.map(({ facet, count }) => ({
      words: fillMessage(messages.without, { filters: filterWords(facet, found, messages) }),
      count,
      state: withoutFilters(state, facet),
    })),
    {
      words: messages.withoutFilters,
      count: ways.withoutFilters,
      state: withoutFilters(state),
    },
    {
      words:
        answer.chosen.length === 0
          ? messages.everything
          : fillMessage(messages.withoutQuery, { query: state.query }),
      count: ways.withoutQuery,
      state: withoutWords,
    },
  ];
  const possible = listed.filter(({ count }) => count > 0);
  if (possible.length > 0 || answer.total === 0) return possible;
  return [{ words: messages.everything, count: answer.total, state: withoutFilters(withoutWords) }];
}

/** "Level: Advanced or Level: Intermediate". */
function filterWords(facet: FacetName, { answer }: FoundAnswer, messages: SearchMessages): string {
  return new Intl.ListFormat(messages.locale, { type: 'disjunction' }).format(
    answer.chosen.filter((value) => value.facet === facet).map((value) => wordsOf(value, messages)),
  );
}

function leadOf({ state, answer }: FoundAnswer, messages: SearchMessages): string {
  if (answer.chosen.length === 0) return messages.nothingFor;
  return state.query === '' ? messages.nothing : messages.nothingWith;
}
