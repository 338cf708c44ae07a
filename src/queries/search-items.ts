import {
  currentRunOf,
  levelKeyOf,
  slugOf,
  sortKeysOf,
  toPlainText,
  type CourseOutline,
  type ItemCard,
  type ItemDates,
  type ProgramOutline,
  type SearchItem,
} from '#catalog';
import type { ItemKind, StoredItem } from '#snapshot';
import { connect, requireFound } from './connection.ts';
import { allPrograms, cardOfCourse, cardOfProgram, courseIndex } from './course-index.ts';
import { courseFacetsOf, programFacetsOf, programSlugs, quickFacetsOf } from './search-facets.ts';
import { getSiteOptions } from './site-options.ts';
import { getTerms } from './terms.ts';

/** Every searchable item: courses in the order of lists, then programs by title. One at a time. */
export function* iterateSearchItems(): Generator<SearchItem> {
  const { snapshot } = connect();
  const courseDates = createDates('course');
  for (const [id, { isListed, enrollments }] of courseIndex()) {
    if (!isListed) continue;
    const outline = requireFound(snapshot.outline('course', id), `course ${id}`);
    yield courseItem(outline, { ...courseDates(id), enrollments });
  }
  const programDates = createDates('program');
  for (const id of allPrograms()) {
    const outline = requireFound(snapshot.outline('program', id), `program ${id}`);
    if (outline.item.isExcludedFromSearch) continue;
    const enrollments = outline.item.recentEnrollmentCount ?? 0;
    yield programItem(outline, { ...programDates(id), enrollments });
  }
}

/** The words for those facet values that come from the data; the others are worded by the interface. */
export function getFacetLabels(): Record<
  'subject' | 'skill' | 'partner' | 'level' | 'program' | 'programType' | 'catalog',
  Record<string, string>
> {
  const { snapshot, catalogs } = connect();
  const levels = new Map<string, string>();
  const types = new Map<string, string>();
  const programs = new Map<string, string>();
  // Reads the programs too, so before they are gone through here.
  const slugs = programSlugs();
  for (const { item } of snapshot.outlines('course')) {
    if (item.level !== undefined) levels.set(levelKeyOf(item.level), item.level);
  }
  for (const { item } of snapshot.outlines('program')) {
    if (item.level !== undefined) levels.set(levelKeyOf(item.level), item.level);
    if (item.type !== undefined) types.set(slugOf(item.type), item.type);
    programs.set(slugs.get(item.key) ?? '', item.title);
  }
  return {
    subject: labelsOf(getTerms('subject')),
    skill: labelsOf(getTerms('skill')),
    partner: labelsOf(getTerms('partner')),
    level: Object.fromEntries(levels),
    program: Object.fromEntries(programs),
    programType: Object.fromEntries(types),
    catalog: Object.fromEntries(catalogs.map(({ catalog, slug }) => [slug, catalog.title])),
  };
}

function courseItem(stored: StoredItem<CourseOutline>, dates: ItemDates): SearchItem {
  const { snapshot, now } = connect();
  const outline = stored.item;
  const { item: course } = requireFound(
    snapshot.findByKey('course', outline.key),
    `course ${outline.key}`,
  );
  const card = cardOfCourse(stored);
  return {
    card,
    text: {
      title: course.title,
      key: course.key,
      partners: course.partners.flatMap(({ name, key }) => [name, key]),
      subjects: course.subjects.map(({ name }) => name),
      skills: [...course.skills.map(({ name }) => name), ...course.topics],
      body: bodyOf([
        course.shortDescription,
        course.fullDescription,
        course.outcome,
        ...course.learningItems,
        course.syllabus,
      ]),
    },
    facets: { ...quickFacetsOf(outline, card), ...courseFacetsOf(course, card) },
    ...orderOf(card, dates),
    endsOn: currentRunOf(outline, now)?.end,
  };
}

function programItem(stored: StoredItem<ProgramOutline>, dates: ItemDates): SearchItem {
  const outline = stored.item;
  const { item: program } = requireFound(
    connect().snapshot.findByKey('program', outline.key),
    `program ${outline.key}`,
  );
  const card = cardOfProgram(stored);
  return {
    card,
    text: {
      title: program.title,
      key: program.key,
      partners: program.partners.flatMap(({ name, key }) => [name, key]),
      subjects: program.subjects.map(({ name }) => name),
      skills: program.skills.map(({ name }) => name),
      body: bodyOf([
        program.summary,
        program.type,
        program.overview,
        ...program.learningItems,
        ...program.curricula,
      ]),
    },
    facets: { ...quickFacetsOf(outline, card), ...programFacetsOf(program, card) },
    ...orderOf(card, dates),
  };
}

function orderOf(card: ItemCard, dates: ItemDates): Pick<SearchItem, 'sortKeys' | 'enrollments'> {
  const { price, ...sortKeys } = sortKeysOf(card, dates);
  return {
    sortKeys: {
      ...sortKeys,
      ...(price !== undefined && getSiteOptions().prices === 'show' && { price }),
    },
    enrollments: dates.enrollments,
  };
}

/** What is known of the items of a kind besides what they hold, by id. */
function createDates(kind: ItemKind): (id: number) => Omit<ItemDates, 'enrollments'> {
  const { snapshot, now } = connect();
  const firstSeen = snapshot.firstSeen(kind);
  const modified = new Map(snapshot.modifiedDates(kind).map((row) => [row.id, row.modified]));
  return (id) => ({ now, firstSeen: firstSeen.get(id) ?? 0, modified: modified.get(id) });
}

function bodyOf(texts: (string | undefined)[]): string {
  return texts.flatMap((text) => (text === undefined ? [] : toPlainText(text))).join(' ');
}

function labelsOf(terms: { slug: string; name: string }[]): Record<string, string> {
  return Object.fromEntries(terms.map(({ slug, name }) => [slug, name]));
}
