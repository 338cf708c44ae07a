import {
  compareLevels,
  compareText,
  hueOf,
  termKinds,
  type Instructor,
  type Partner,
  type Skill,
  type TermCount,
  type TermKind,
  type TermPage,
} from '#catalog';
import { connect, requireFound } from './connection.ts';
import { createListing, pageOfListing, rememberLast } from './listing.ts';
import { pageNumbers } from './paging.ts';
import { pictureOf, withPicture, withTextPictures } from './pictures.ts';
import { hasTermPage, termCounts } from './term-counts.ts';

/** The terms of the kind that have a page: by name, levels by what they ask for, languages by number. */
export function getTerms(kind: TermKind): TermCount[] {
  return listTerms(kind, termCounts(kind));
}

/** The terms of one catalog, by name, with the numbers of that catalog. */
export function termsOfCatalog(kind: TermKind, catalogUuid: string): TermCount[] {
  return listTerms(kind, connect().snapshot.termCounts(kind, catalogUuid));
}

export function listTermPaths(kind: TermKind): { slug: string; page: number }[] {
  return connect()
    .snapshot.terms(kind)
    .filter(({ key }) => hasTermPage(kind, key))
    .flatMap(({ key, slug }) =>
      pageNumbers(termCounts(kind).get(key)?.courses ?? 0).map((page) => ({ slug, page })),
    );
}

export function getTermPage(kind: TermKind, slug: string, page: number): TermPage {
  const { listing, ...summary } = termSummaries[kind](slug);
  return { kind, slug, ...summary, ...listing.counts, ...pageOfListing(listing, page) };
}

const termSummaries = Object.fromEntries(
  termKinds.map((kind) => [kind, rememberLast((slug) => summarizeTerm(kind, slug))]),
) as Record<TermKind, (slug: string) => ReturnType<typeof summarizeTerm>>;

function summarizeTerm(kind: TermKind, slug: string) {
  const { snapshot } = connect();
  const term = requireFound(snapshot.findTerm(kind, slug), `${kind} "${slug}"`);
  const details = term.json as Partner & Skill & Instructor;
  return {
    name: term.name,
    hue: kind === 'subject' ? hueOf(term.key) : undefined,
    description: withTextPictures(details.description),
    url: details.marketingUrl,
    logo: kind === 'partner' ? pictureOf(details.logoUrl, 'logo') : undefined,
    person: kind === 'instructor' ? withPicture(withTextPictures(details)) : undefined,
    listing: createListing(
      snapshot.idsOfTerm('course', kind, term.key),
      snapshot.idsOfTerm('program', kind, term.key),
    ),
  };
}

function listTerms(
  kind: TermKind,
  numbers: Map<string, { courses: number; programs: number }>,
): TermCount[] {
  return connect()
    .snapshot.terms(kind)
    .flatMap(({ key, name, slug }) => {
      const count = numbers.get(key);
      if (count === undefined || !hasTermPage(kind, key)) return [];
      return [
        {
          slug,
          name,
          count: count.courses + count.programs,
          hue: kind === 'subject' ? hueOf(key) : undefined,
        },
      ];
    })
    .toSorted(orderOf[kind] ?? byName);
}

function byName(one: TermCount, other: TermCount): number {
  return compareText(one.name, other.name);
}

const orderOf: Partial<Record<TermKind, typeof byName>> = {
  level: (one, other) => compareLevels(one.name, other.name),
  language: (one, other) => other.count - one.count || byName(one, other),
};
