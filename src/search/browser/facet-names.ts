import type { FacetName } from '#catalog';

/** The facets of search, in the order of the panel. */
export const facetNames = [
  'kind',
  'availability',
  'subject',
  'level',
  'partner',
  'programType',
  'language',
  'catalog',
] as const satisfies readonly FacetName[];

/** The parameter of a facet in the address of a search; repeated for each chosen value. */
export const facetParameters = {
  kind: 'kind',
  availability: 'availability',
  subject: 'subject',
  level: 'level',
  partner: 'partner',
  programType: 'type',
  language: 'language',
  catalog: 'catalog',
} as const satisfies Record<FacetName, string>;
