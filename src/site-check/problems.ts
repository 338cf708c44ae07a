/** What is wrong with a site, in the order in which it is told. */
export const problemKinds = [
  'missing-page',
  'unexpected-page',
  'broken-link',
  'foreign',
  'search',
  'secret',
  'leftover',
] as const;

export type ProblemKind = (typeof problemKinds)[number];

export interface SiteProblem {
  kind: ProblemKind;
  /** The file, or the page by its path in the site, and what is wrong there. Never a secret's value. */
  place: string;
}

/** Places of each kind that are named. */
const namedPlaces = 5;

/** Every kind of problem with its first places and what to do about it, one a line. */
export function formatProblems(problems: readonly SiteProblem[]): string {
  return problemKinds
    .flatMap((kind) => {
      const places = problems.filter((problem) => problem.kind === kind).map(({ place }) => place);
      if (places.length === 0) return [];
      const { what, remedy } = texts[kind];
      const rest = places.length - namedPlaces;
      return [
        `  ${what}: ${places.length}. ${remedy}`,
        ...places.slice(0, namedPlaces).map((place) => `    ${place}`),
        ...(rest > 0 ? [`    and ${rest} more`] : []),
      ];
    })
    .join('\n');
}

const texts: Record<ProblemKind, { what: string; remedy: string }> = {
  'missing-page': {
    what: 'Pages that are missing',
    remedy:
      'Build again; if they stay missing, their route in src/pages does not write what src/queries lists.',
  },
  'unexpected-page': {
    what: 'Pages that nothing asked for',
    remedy: 'Name the pages of a new route in scripts/lib/expected-site.ts, or remove the page.',
  },
  'broken-link': {
    what: 'Links that lead nowhere',
    remedy: 'Correct the component that writes them; an address comes from "path" of #i18n.',
  },
  foreign: {
    what: 'Pictures or scripts from other servers',
    remedy: 'A page loads only what is its own; see src/catalog/text-pictures.ts and src/images.',
  },
  search: {
    what: 'Faults of the search index',
    remedy: 'Build again; if they stay, src/search does not write what src/queries lists.',
  },
  secret: {
    what: 'Private values in published files',
    remedy:
      'Find out how they got there, and consider a secret that was published before as known.',
  },
  leftover: {
    what: 'Files that no page names',
    remedy:
      'Find what writes them; a file that is fetched by its name belongs into public/ or src/site-check/find-leftovers.ts.',
  },
};
