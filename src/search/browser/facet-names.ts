import type { FacetName, SortName } from '#catalog';

/** The facets of search, in the order of the panel. */
export const facetNames = [
  'kind',
  'availability',
  'subject',
  'level',
  'length',
  'price',
  'effort',
  'start',
  'pacing',
  'skill',
  'partner',
  'program',
  'programType',
  'language',
  'transcript',
  'certificate',
  'catalog',
] as const satisfies readonly FacetName[];

/** The parameter of a facet in the address of a search; repeated for each chosen value. */
export const facetParameters = {
  kind: 'kind',
  availability: 'availability',
  subject: 'subject',
  level: 'level',
  length: 'length',
  price: 'price',
  effort: 'effort',
  start: 'start',
  pacing: 'pacing',
  skill: 'skill',
  partner: 'partner',
  program: 'program',
  programType: 'type',
  language: 'language',
  transcript: 'transcript',
  certificate: 'certificate',
  catalog: 'catalog',
} as const satisfies Record<FacetName, string>;

/** The orders of results besides the best match first, as they are offered. */
export const sortNames = [
  'start',
  'enrollBy',
  'newest',
  'updated',
  'popular',
  'length',
  'price',
  'title',
] as const satisfies readonly SortName[];

/** How an order is called in the address of a search. */
export const sortValues = {
  start: 'start',
  enrollBy: 'enroll-by',
  newest: 'newest',
  updated: 'updated',
  popular: 'popular',
  length: 'length',
  price: 'price',
  title: 'title',
} as const satisfies Record<SortName, string>;
