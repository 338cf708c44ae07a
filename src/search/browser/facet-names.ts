import type { FacetName } from '#catalog';

/** The facets of search, in the order of the panel. */
export const facetNames = [
  'kind',
  'availability',
  'subject',
  'level',
  'skill',
  'partner',
  'programType',
  'language',
  'transcript',
  'catalog',
] as const satisfies readonly FacetName[];

/** The parameter of a facet in the address of a search; repeated for each chosen value. */
export const facetParameters = {
  kind: 'kind',
  availability: 'availability',
  subject: 'subject',
  level: 'level',
  skill: 'skill',
  partner: 'partner',
  programType: 'type',
  language: 'language',
  transcript: 'transcript',
  catalog: 'catalog',
} as const satisfies Record<FacetName, string>;
