import type {
  CatalogLink,
  Instructor,
  Link,
  Partner,
  Reference,
  Skill,
  SubjectHue,
  TermKind,
} from '#catalog';
import { hueOf, levelKeyOf, primaryLanguage } from '#catalog';
import { connect } from './connection.ts';
import { withPicture } from './pictures.ts';
import { hasTermPage } from './term-counts.ts';

export function partnerLinks(partners: readonly Partner[]): Link[] {
  return partners.map((partner) => ({
    name: partner.name,
    slug: connect().snapshot.termSlug('partner', partner.key),
  }));
}

export function subjectLinks(subjects: readonly Reference[]): (Link & { hue: SubjectHue })[] {
  return subjects.map((subject) => ({
    name: subject.name,
    slug: connect().snapshot.termSlug('subject', subject.key),
    hue: hueOf(subject.key),
  }));
}

/** A skill of fewer than three courses has no page and is no link (design §5). */
export function skillLinks(
  skills: readonly Skill[],
): (Link & { description?: string | undefined })[] {
  return skills.map((skill) => ({
    name: skill.name,
    slug: pageSlug('skill', skill.key),
    description: skill.description,
  }));
}

/** People with their pictures; one of fewer than two courses has no page (design §5). */
export function instructorLinks(people: readonly Instructor[]): Instructor[] {
  return people.map((person) => ({
    ...withPicture(person),
    slug: pageSlug('instructor', person.key),
  }));
}

/** Of the term's page; undefined where it has none. */
function pageSlug(kind: TermKind, key: string): string | undefined {
  return hasTermPage(kind, key) ? connect().snapshot.termSlug(kind, key) : undefined;
}

/** A level's own page; every one that a visible item has is there. */
export function levelSlug(level: string | undefined): string | undefined {
  return level === undefined ? undefined : connect().snapshot.termSlug('level', levelKeyOf(level));
}

export function languageSlug(code: string | undefined): string | undefined {
  return code === undefined
    ? undefined
    : connect().snapshot.termSlug('language', primaryLanguage(code));
}

export function catalogLinks(uuids: readonly string[]): CatalogLink[] {
  return connect()
    .catalogs.filter(({ catalog }) => uuids.includes(catalog.uuid))
    .map(({ catalog, slug }) => ({ uuid: catalog.uuid, name: catalog.title, slug }));
}
