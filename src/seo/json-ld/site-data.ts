import type { SearchActionLeaf, WebSiteLeaf, WithActionConstraints } from 'schema-dts';
import type { InterfaceLanguage } from '#catalog';
import { pageTitle } from '../head.ts';
import { searchTemplate } from '../open-search.ts';
import { addressOf, type PagePlace } from '../place.ts';

/** The site itself, and how it is searched. */
export function siteData(
  site: { companyName: string; siteName: string; description: string; language: InterfaceLanguage },
  place: PagePlace,
): WebSiteLeaf {
  const search: WithActionConstraints<SearchActionLeaf> = {
    '@type': 'SearchAction',
    target: {
      '@type': 'EntryPoint',
      urlTemplate: searchTemplate(place, 'search_term_string'),
    },
    'query-input': 'required name=search_term_string',
  };
  return {
    '@type': 'WebSite',
    name: pageTitle(undefined, site),
    url: addressOf(place, (path) => path.home()),
    description: site.description,
    inLanguage: site.language,
    publisher: { '@type': 'Organization', name: site.companyName },
    potentialAction: search,
  };
}
