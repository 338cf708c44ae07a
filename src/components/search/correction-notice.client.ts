import { fillMessage, withQuery } from '#search/browser';
import { cloneTemplate, requirePart } from './parts.client.ts';
import type { SearchAnswer } from './search-answer.ts';
import { addressOf } from './search-links.client.ts';
import type { SearchMessages } from './search-messages.ts';

/**
 * "Did you mean" for a query that has answers of its own or none at all; for one that another was searched
 * instead of, what was searched, and the way back to the words as they were typed.
 */
export function createCorrectionNotice(
  root: ParentNode,
  { state, found: { correction } }: SearchAnswer,
  messages: SearchMessages,
): HTMLElement | undefined {
  if (correction === undefined) return undefined;
  const { query } = state;
  const notice = cloneTemplate(root, 'correction');
  const words = requirePart(notice, 'words', HTMLElement);
  const link = requirePart(notice, 'link', HTMLAnchorElement);
  if (correction.isSearchedInstead) {
    words.textContent = fillMessage(messages.searchedInstead, { query, other: correction.query });
    link.textContent = fillMessage(messages.onlyQuery, { query });
    link.href = addressOf(withQuery(state, `"${query}"`));
  } else {
    link.textContent = fillMessage(messages.didYouMean, { query: correction.query });
    link.href = addressOf(withQuery(state, correction.query));
  }
  return notice;
}
