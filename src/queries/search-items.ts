import {
  availabilityOf,
  isListedAsAvailable,
  levelKeyOf,
  primaryLanguage,
  slugOf,
  toPlainText,
  withExternalDates,
  type Course,
  type CourseCard,
  type CourseOutline,
  type CourseRun,
  type ProgramOutline,
  type SearchItem,
  type Skill,
} from '#catalog';
import type { StoredItem } from '#snapshot';
import { connect, requireFound } from './connection.ts';
import { allPrograms, cardOfCourse, cardOfProgram, courseIndex } from './course-index.ts';
import { skillLinks } from './links.ts';
import { getTerms } from './terms.ts';

/** Every searchable item: courses in the order of lists, then programs by title. One at a time. */
export function* iterateSearchItems(): Generator<SearchItem> {
  const { snapshot } = connect();
  for (const [id, { isListed, enrollments }] of courseIndex()) {
    if (!isListed) continue;
    const outline = requireFound(snapshot.outline('course', id), `course ${id}`);
    yield { ...courseItem(outline), enrollments };
  }
  for (const id of allPrograms()) {
    const outline = requireFound(snapshot.outline('program', id), `program ${id}`);
    if (!outline.item.isExcludedFromSearch) yield { ...programItem(outline), enrollments: 0 };
  }
}

/** The words for those facet values that come from the data; the others are worded by the interface. */
export function getFacetLabels(): Record<
  'subject' | 'skill' | 'partner' | 'level' | 'programType' | 'catalog',
  Record<string, string>
> {
  const { snapshot, catalogs } = connect();
  const levels = new Map<string, string>();
  const types = new Map<string, string>();
  for (const { item } of snapshot.outlines('course')) {
    if (item.level !== undefined) levels.set(levelKeyOf(item.level), item.level);
  }
  for (const { item } of snapshot.outlines('program')) {
    if (item.level !== undefined) levels.set(levelKeyOf(item.level), item.level);
    if (item.type !== undefined) types.set(slugOf(item.type), item.type);
  }
  return {
    subject: labelsOf(getTerms('subject')),
    skill: labelsOf(getTerms('skill')),
    partner: labelsOf(getTerms('partner')),
    level: Object.fromEntries(levels),
    programType: Object.fromEntries(types),
    catalog: Object.fromEntries(catalogs.map(({ catalog, slug }) => [slug, catalog.title])),
  };
}

function courseItem(stored: StoredItem<CourseOutline>): Omit<SearchItem, 'enrollments'> {
  const { snapshot } = connect();
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
    facets: {
      subject: slugsOf(
        'subject',
        course.subjects.map(({ key }) => key),
      ),
      partner: slugsOf(
        'partner',
        course.partners.map(({ key }) => key),
      ),
      level: course.level === undefined ? [] : [levelKeyOf(course.level)],
      skill: skillSlugs(course.skills),
      availability: availabilitiesOf(course, card),
      language: primaryLanguages([
        course.language,
        ...course.runs.map((run) => run.language),
      ]).toSorted(),
      transcript: primaryLanguages(
        course.runs.flatMap(({ transcriptLanguages }) => transcriptLanguages),
      ).toSorted(),
      programType: programTypesOf(course),
      catalog: catalogSlugs('course', course.key),
      kind: [course.isExecutiveEducation ? 'executive-education' : 'course'],
    },
  };
}

function programItem(stored: StoredItem<ProgramOutline>): Omit<SearchItem, 'enrollments'> {
  const outline = stored.item;
  const { item: program } = requireFound(
    connect().snapshot.findByKey('program', outline.key),
    `program ${outline.key}`,
  );
  return {
    card: cardOfProgram(stored),
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
    facets: {
      subject: slugsOf(
        'subject',
        program.subjects.map(({ key }) => key),
      ),
      partner: slugsOf(
        'partner',
        program.partners.map(({ key }) => key),
      ),
      level: program.level === undefined ? [] : [levelKeyOf(program.level)],
      skill: skillSlugs(program.skills),
      availability: [],
      language: primaryLanguages([program.language, ...program.languages]),
      transcript: primaryLanguages(program.transcriptLanguages),
      programType: program.type === undefined ? [] : [slugOf(program.type)],
      catalog: catalogSlugs('program', program.key),
      kind: ['program'],
    },
  };
}

/** A course carries the labels of all its active runs (peers §5.6), else that of its latest state. */
function availabilitiesOf(course: Course, card: CourseCard): string[] {
  const { now } = connect();
  const runs = course.runs.map((run) => withExternalDates(course, run));
  const active = runs.filter((run) => isListedAsAvailable(run, now) || isComing(run, now));
  const labels = active.map((run) => availabilityOf(run, now));
  if (labels.length === 0) return card.availability === undefined ? [] : [card.availability];
  return [...new Set(labels)].toSorted();
}

function isComing(run: CourseRun, now: number): boolean {
  return run.isMarketable && ['soon', 'upcoming'].includes(availabilityOf(run, now));
}

function primaryLanguages(codes: (string | undefined)[]): string[] {
  return [...new Set(codes.flatMap((code) => (code === undefined ? [] : primaryLanguage(code))))];
}

function programTypesOf(course: Course): string[] {
  const { snapshot } = connect();
  const held = snapshot
    .programsOfCourse(course.key)
    .flatMap(({ uuid }) => snapshot.outlineByKey('program', uuid)?.item.type ?? []);
  const named = course.programs.flatMap(({ uuid, type }) =>
    snapshot.slugOf('program', uuid) === undefined || type === undefined ? [] : type,
  );
  return [...new Set([...held, ...named].map((type) => slugOf(type)))].toSorted();
}

function catalogSlugs(kind: 'course' | 'program', key: string): string[] {
  const { snapshot, catalogs } = connect();
  const uuids = new Set(snapshot.memberships(kind, key).map(({ catalogUuid }) => catalogUuid));
  return catalogs.flatMap(({ catalog, slug }) => (uuids.has(catalog.uuid) ? slug : []));
}

function slugsOf(kind: 'subject' | 'partner', keys: string[]): string[] {
  return keys.flatMap((key) => connect().snapshot.termSlug(kind, key) ?? []);
}

/** Of those that have a page; the others are too many to choose among. */
function skillSlugs(skills: readonly Skill[]): string[] {
  return skillLinks(skills).flatMap(({ slug }) => slug ?? []);
}

function bodyOf(texts: (string | undefined)[]): string {
  return texts.flatMap((text) => (text === undefined ? [] : toPlainText(text))).join(' ');
}

function labelsOf(terms: { slug: string; name: string }[]): Record<string, string> {
  return Object.fromEntries(terms.map(({ slug, name }) => [slug, name]));
}
