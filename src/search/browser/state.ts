import type { FacetName, SortName } from '#catalog';
import { facetNames, facetParameters, sortNames, sortValues } from './facet-names.ts';

/** What is being searched for; the address of the search page holds all of it. */
export interface SearchState {
  query: string;
  chosen: ChosenValues;
  /** Undefined for the best match first. */
  sort: SortName | undefined;
  /** From 1. */
  page: number;
  /** Undefined for the view that the visitor has chosen before. */
  view: View | undefined;
}

export type View = 'cards' | 'compact';

/** Chosen values of each facet, in the order in which they were chosen. */
export type ChosenValues = Record<FacetName, readonly string[]>;

export interface ChosenValue {
  facet: FacetName;
  value: string;
}

/** Reads the part of an address after `?`. What cannot be understood is as if it was not there. */
export function parseState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  return {
    query: tidyQuery(parameters.get('q') ?? ''),
    chosen: mapFacets((facet) => [
      ...new Set(parameters.getAll(facetParameters[facet]).filter((value) => value !== '')),
    ]),
    sort: sortNames.find((name) => sortValues[name] === parameters.get('sort')),
    page: parsePage(parameters.get('page')),
    view: parseView(parameters.get('view')),
  };
}

/** The order that an address asks for, where it is none of ours. */
export function unknownSortOf(search: string): string | undefined {
  const sort = new URLSearchParams(search).get('sort') ?? '';
  return sort === '' || parseState(search).sort !== undefined ? undefined : sort;
}

/** The part of an address from `?` on; empty for the search for everything. */
export function formatState({ query, chosen, sort, page, view }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  for (const { facet, value } of listChosen(chosen)) {
    parameters.append(facetParameters[facet], value);
  }
  if (sort !== undefined) parameters.set('sort', sortValues[sort]);
  if (page > 1) parameters.set('page', String(page));
  if (view !== undefined) parameters.set('view', view);
  return parameters.size === 0 ? '' : `?${parameters.toString()}`;
}

/** Another query or other filters begin at the first page again. */
export function withQuery(state: SearchState, query: string): SearchState {
  return { ...state, query: tidyQuery(query), page: 1 };
}

export function withToggled(state: SearchState, { facet, value }: ChosenValue): SearchState {
  const values = state.chosen[facet];
  const others = values.filter((other) => other !== value);
  const next = others.length < values.length ? others : [...values, value];
  return { ...state, chosen: { ...state.chosen, [facet]: next }, page: 1 };
}

/** Without the filters of one facet, or of all. */
export function withoutFilters(state: SearchState, facet?: FacetName): SearchState {
  const chosen = facet === undefined ? mapFacets(() => []) : { ...state.chosen, [facet]: [] };
  return { ...state, chosen, page: 1 };
}

export function withSort(state: SearchState, sort: SortName | undefined): SearchState {
  return { ...state, sort, page: 1 };
}

export function withPage(state: SearchState, page: number): SearchState {
  return { ...state, page };
}

export function withView(state: SearchState, view: View): SearchState {
  return { ...state, view };
}

/** Whether it asks for nothing that the first page of everything does not show. */
export function isEverything({ query, chosen, sort, page }: SearchState): boolean {
  return query === '' && listChosen(chosen).length === 0 && sort === undefined && page === 1;
}

export function listChosen(chosen: ChosenValues): ChosenValue[] {
  return facetNames.flatMap((facet) => chosen[facet].map((value) => ({ facet, value })));
}

export function mapFacets<Value>(valueOf: (facet: FacetName) => Value): Record<FacetName, Value> {
  return Object.fromEntries(facetNames.map((facet) => [facet, valueOf(facet)])) as Record<
    FacetName,
    Value
  >;
}

function tidyQuery(query: string): string {
  return query.replaceAll(/\s+/g, ' ').trim();
}

function parsePage(text: string | null): number {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

function parseView(text: string | null): View | undefined {
  return text === 'cards' || text === 'compact' ? text : undefined;
}
