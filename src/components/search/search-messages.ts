import type { Interface } from '#i18n';
import { facetNames, type FacetName, type PluralForms } from '#search/browser';

/** What the browser says in a search, in words of the page's language; places are in braces. */
export interface SearchMessages {
  /** BCP 47, of its numbers. */
  locale: string;
  /** Between values in a row. */
  separator: string;
  facets: Record<FacetName, string>;
  sort: string;
  /** {count} items. */
  count: PluralForms;
  /** {found} of {count} items. */
  countOf: PluralForms;
  /** Show {count} results. */
  show: PluralForms;
  filters: string;
  /** {count} */
  filtersChosen: string;
  remove: string;
  clearAll: string;
  /** {facet}, {value} */
  filter: string;
  /** {facet} */
  findIn: string;
  /** {count} */
  more: string;
  fewer: string;
  /** {count} */
  othersFind: string;
  facetLoading: string;
  facetFailed: string;
  facetAlike: string;
  /** {query}, {other} */
  searchedInstead: string;
  /** {query} */
  onlyQuery: string;
  /** {query} */
  didYouMean: string;
  /** {values} */
  ignored: string;
  listLoading: string;
  listFailed: string;
  dataDate: string;
  slow: string;
  offline: string;
  nothing: string;
  /** {query} */
  nothingFor: string;
  /** {query} */
  nothingWith: string;
  /** {filters} */
  culprit: string;
  /** {filters} */
  without: string;
  withoutFilters: string;
  /** {query} */
  withoutQuery: string;
  everything: string;
}

export function createSearchMessages(ui: Interface): SearchMessages {
  const { t, locale, separator } = ui;
  const facets = facetNames.map((facet) => [facet, t(`search.facet.${facet}`)] as const);
  return {
    locale,
    separator,
    facets: Object.fromEntries(facets) as Record<FacetName, string>,
    sort: t('search.sortBy'),
    count: pluralForms(ui, (count) => t('search.count', { count })),
    countOf: pluralForms(ui, (total) => t('search.countOf', { found: '{found}', total })),
    show: pluralForms(ui, (count) => t('search.show', { count })),
    filters: t('search.filters'),
    filtersChosen: t('search.filtersChosen', { count: '{count}' }),
    remove: t('search.remove'),
    clearAll: t('search.clearAll'),
    filter: t('search.filter', { facet: '{facet}', value: '{value}' }),
    findIn: t('search.findIn', { facet: '{facet}' }),
    more: t('search.more', { count: '{count}' }),
    fewer: t('search.fewer'),
    othersFind: t('search.othersFind', { count: '{count}' }),
    facetLoading: t('search.facetLoading'),
    facetFailed: t('search.facetFailed'),
    facetAlike: t('search.facetAlike'),
    searchedInstead: t('search.searchedInstead', { query: '{query}', other: '{other}' }),
    onlyQuery: t('search.onlyQuery', { query: '{query}' }),
    didYouMean: t('search.didYouMean', { query: '{query}' }),
    ignored: t('search.ignored', { values: '{values}' }),
    listLoading: t('search.facetLoading'),
    listFailed: t('search.listFailed'),
    dataDate: t('fact.dataDate'),
    slow: t('search.slow'),
    offline: t('search.offlineText'),
    nothing: t('search.nothing'),
    nothingFor: t('search.nothingFor', { query: '{query}' }),
    nothingWith: t('search.nothingWith', { query: '{query}' }),
    culprit: t('search.culprit', { filters: '{filters}' }),
    without: t('search.without', { filters: '{filters}' }),
    withoutFilters: t('search.withoutFilters'),
    withoutQuery: t('search.withoutQuery', { query: '{query}' }),
    everything: t('search.everything'),
  };
}

/** Each form of a message that a language has, from the message for the first number that asks for it. */
export function pluralForms(
  { locale, formatNumber }: Pick<Interface, 'locale' | 'formatNumber'>,
  messageFor: (count: number) => string,
): PluralForms {
  const rules = new Intl.PluralRules(locale);
  const forms: Partial<PluralForms> = {};
  for (let count = 0; count <= 200; count += 1) {
    forms[rules.select(count)] ??= messageFor(count).replace(formatNumber(count), '{count}');
  }
  const other = forms.other ?? messageFor(0.5).replace(formatNumber(0.5), '{count}');
  return { ...forms, other };
}
