import { addressOf, type PagePlace } from './place.ts';

/** Address of the search page with a place for the words, which `parameter` names: "…/search/?q={searchTerms}". */
export function searchTemplate(place: PagePlace, parameter: string): string {
  return `${addressOf(place, (path) => path.search())}?q={${parameter}}`;
}
