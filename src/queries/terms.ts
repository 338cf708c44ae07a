import {
  compareText,
  hueOf,
  type Partner,
  type Skill,
  type TermCount,
  type TermKind,
  type TermPage,
} from '#catalog';
import { connect, requireFound } from './connection.ts';
import { createListing, pageOfListing, rememberLast } from './listing.ts';
import { pageNumbers } from './paging.ts';
import { pictureOf, withTextPictures } from './pictures.ts';

/** A skill has a page from so many visible courses on (design §5). */
const minimumCourses: Record<TermKind, number> = { subject: 0, partner: 0, skill: 3 };

const counts = new Map<TermKind, Map<string, { courses: number; programs: number }>>();

export function hasTermPage(kind: TermKind, key: string): boolean {
  const count = countsOf(kind).get(key);
  return (
    count !== undefined &&
    count.courses + count.programs > 0 &&
    count.courses >= minimumCourses[kind]
  );
}

/** The terms of the kind that have a page, by name. */
export function getTerms(kind: TermKind): TermCount[] {
  return termCounts(kind, countsOf(kind));
}

/** The terms of one catalog, by name, with the numbers of that catalog. */
export function termsOfCatalog(kind: TermKind, catalogUuid: string): TermCount[] {
  return termCounts(kind, connect().snapshot.termCounts(kind, catalogUuid));
}

export function listTermPaths(kind: TermKind): { slug: string; page: number }[] {
  return connect()
    .snapshot.terms(kind)
    .filter(({ key }) => hasTermPage(kind, key))
    .flatMap(({ key, slug }) =>
      pageNumbers(countsOf(kind).get(key)?.courses ?? 0).map((page) => ({ slug, page })),
    );
}

export function getTermPage(kind: TermKind, slug: string, page: number): TermPage {
  const { listing, ...summary } = termSummaries[kind](slug);
  return { kind, slug, ...summary, ...listing.counts, ...pageOfListing(listing, page) };
}

const termSummaries = {
  subject: rememberLast((slug) => summarizeTerm('subject', slug)),
  partner: rememberLast((slug) => summarizeTerm('partner', slug)),
  skill: rememberLast((slug) => summarizeTerm('skill', slug)),
};

function summarizeTerm(kind: TermKind, slug: string) {
  const { snapshot } = connect();
  const term = requireFound(snapshot.findTerm(kind, slug), `${kind} "${slug}"`);
  const details = term.json as Partner & Skill;
  return {
    name: term.name,
    hue: kind === 'subject' ? hueOf(term.key) : undefined,
    description: withTextPictures(details.description),
    url: details.marketingUrl,
    logo: kind === 'partner' ? pictureOf(details.logoUrl, 'logo') : undefined,
    listing: createListing(
      snapshot.idsOfTerm('course', kind, term.key),
      snapshot.idsOfTerm('program', kind, term.key),
    ),
  };
}

function countsOf(kind: TermKind): Map<string, { courses: number; programs: number }> {
  const known = counts.get(kind);
  if (known !== undefined) return known;
  const counted = connect().snapshot.termCounts(kind);
  counts.set(kind, counted);
  return counted;
}

function termCounts(
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
    .toSorted((one, other) => compareText(one.name, other.name));
}
