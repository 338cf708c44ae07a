import { fillMessage, withQuery, type SearchState } from '#search/browser';
import { cloneTemplate, requirePart } from './parts.client.ts';
import type { FoundAnswer } from './found-answer.ts';
import { addressOf } from './search-links.client.ts';
import type { SearchMessages } from './search-messages.ts';

/** What is to be said before the results: what was searched instead, what may have been meant, what was left out. */
export function createRemarks(
  root: ParentNode,
  { state, answer, unknownSort }: FoundAnswer,
  messages: SearchMessages,
): HTMLElement[] {
  const { query } = state;
  const remarks: HTMLElement[] = [];
  const remark = (words: string, link?: { words: string; state: SearchState }): void => {
    const element = cloneTemplate(root, 'remark');
    requirePart(element, 'words', HTMLElement).textContent = words;
    const anchor = requirePart(element, 'link', HTMLAnchorElement);
    if (link === undefined) anchor.remove();
    else Object.assign(anchor, { textContent: link.words, href: addressOf(link.state) });
    remarks.push(element);
  };

  const other = answer.correction?.query ?? '';
  if (answer.correction?.isSearchedInstead === true)
    remark(fillMessage(messages.searchedInstead, { query, other }), {
      words: fillMessage(messages.onlyQuery, { query }),
      state: withQuery(state, `"${query}"`),
    });
  else if (answer.correction !== undefined)
    remark('', {
      words: fillMessage(messages.didYouMean, { query: other }),
      state: withQuery(state, other),
    });
  const ignored = answer.ignored.map(({ facet, value }) =>
    fillMessage(messages.filter, { facet: messages.facets[facet], value }),
  );
  if (unknownSort !== undefined)
    ignored.push(fillMessage(messages.filter, { facet: messages.sort, value: unknownSort }));
  if (ignored.length > 0)
    remark(fillMessage(messages.ignored, { values: ignored.join(messages.separator) }));
  return remarks;
}
