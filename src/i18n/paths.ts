import type { TermKind } from '#catalog';

export interface Paths {
  home: () => string;
  about: () => string;
  /** The search page, with the state of a search. */
  search: (state?: SearchState) => string;
  catalogs: () => string;
  catalog: (slug: string, page?: number) => string;
  courses: (page?: number) => string;
  startingSoon: (page?: number) => string;
  closingSoon: (page?: number) => string;
  course: (slug: string) => string;
  run: (course: string, run: string) => string;
  programs: (page?: number) => string;
  program: (slug: string) => string;
  /** The index of all terms of a kind. */
  terms: (kind: TermKind) => string;
  term: (kind: TermKind, slug: string, page?: number) => string;
  cover: (kind: 'course' | 'program', slug: string) => string;
  /** A file of a picture. */
  picture: (name: string) => string;
  /** A file of `public/`. */
  file: (name: string) => string;
}

/** `q` and the facets; a facet may have several values. */
export type SearchState = Record<string, string | readonly string[] | undefined>;

/**
 * The addresses of the site's pages (design §5) in one language, under `pageBase`, and of its files, which all
 * languages share, under `base`. Both begin and end with a slash.
 */
export function createPaths(base: string, pageBase = base): Paths {
  const pathOf = (...parts: string[]): string =>
    pageBase + parts.map((part) => `${encodeURIComponent(part)}/`).join('');

  return {
    home: () => pageBase,
    about: () => pathOf('about'),
    search: (state = {}) => pathOf('search') + queryOf(state),
    catalogs: () => pathOf('catalogs'),
    catalog: (slug, page) => pathOf('catalogs', slug, ...pageParts(page)),
    courses: (page) => pathOf('courses', ...pageParts(page)),
    course: (slug) => pathOf('courses', slug),
    run: (course, run) => pathOf('courses', course, run),
    programs: (page) => pathOf('programs', ...pageParts(page)),
    program: (slug) => pathOf('programs', slug),
    terms: (kind) => pathOf(termFolders[kind]),
    term: (kind, slug, page) => pathOf(termFolders[kind], slug, ...pageParts(page)),
    startingSoon: (page) => pathOf('starting-soon', ...pageParts(page)),
    closingSoon: (page) => pathOf('closing-soon', ...pageParts(page)),
    cover: (kind, slug) => `${base}covers/${coverFolders[kind]}/${encodeURIComponent(slug)}.svg`,
    picture: (name) => `${base}_images/${name}`,
    file: (name) => base + name,
  };
}

const termFolders = {
  subject: 'subjects',
  partner: 'partners',
  skill: 'skills',
  instructor: 'instructors',
  level: 'levels',
  language: 'languages',
} as const satisfies Record<TermKind, string>;

const coverFolders = { course: 'courses', program: 'programs' } as const;

function pageParts(page = 1): string[] {
  return page === 1 ? [] : [String(page)];
}

function queryOf(state: SearchState): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    for (const single of typeof value === 'string' ? [value] : (value ?? []))
      query.append(name, single);
  }
  return query.size === 0 ? '' : `?${query.toString()}`;
}
