import { pageCount, withPage, type SearchState } from '#search/browser';
import { pagesShown } from '../list/pages-shown.ts';
import { addressOf } from './search-links.client.ts';

/** Fills a copy of the site's pager, one with everything in it; undefined where there is one page only. */
export function fillPager(
  pager: HTMLElement,
  rows: number,
  state: SearchState,
): HTMLElement | undefined {
  const pages = pageCount(rows);
  if (pages === 1) return undefined;
  const page = Math.min(state.page, pages);
  const copyOf = (selector: string): HTMLElement => {
    const pattern = pager.querySelector(selector);
    if (pattern === null) throw new Error(`The pager for results has no ${selector}.`);
    return pattern.cloneNode(true) as HTMLElement;
  };
  const linkTo = (link: HTMLElement, number: number): HTMLElement => {
    link.setAttribute('href', addressOf(withPage(state, number)));
    return link;
  };
  const numberLink = (number: number): HTMLElement => {
    const link = linkTo(copyOf('a:not([rel])'), number);
    link.removeAttribute('aria-current');
    if (number === page) link.setAttribute('aria-current', 'page');
    link.replaceChildren(...link.querySelectorAll('span'), String(number));
    return link;
  };

  pager.replaceChildren(
    ...(page > 1 ? [linkTo(copyOf('[rel="prev"]'), page - 1)] : []),
    ...pagesShown(page, pages).map((number) =>
      number === 'gap' ? copyOf(':scope > span') : numberLink(number),
    ),
    ...(page < pages ? [linkTo(copyOf('[rel="next"]'), page + 1)] : []),
  );
  return pager;
}
