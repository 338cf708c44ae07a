import {
  assignSlugs,
  availabilityOf,
  currentRunOf,
  effortBandOf,
  isCertified,
  isListedAsAvailable,
  lengthBandOf,
  levelKeyOf,
  priceBandOf,
  primaryLanguage,
  programPacingOf,
  slugOf,
  startMonthOf,
  withExternalDates,
  type Course,
  type CourseCard,
  type CourseOutline,
  type FacetName,
  type ItemCard,
  type Program,
  type ProgramCard,
  type ProgramOutline,
  type RunOutline,
  type Skill,
} from '#catalog';
import { connect } from './connection.ts';
import { skillLinks } from './links.ts';
import { getSiteOptions } from './site-options.ts';

/** The facets that an outline and its card decide, which costs nothing. */
export type QuickFacet =
  'kind' | 'availability' | 'subject' | 'level' | 'length' | 'effort' | 'price' | 'start';

export function quickFacetsOf(
  outline: CourseOutline | ProgramOutline,
  card: ItemCard,
): Record<QuickFacet, string[]> {
  return {
    kind: [kindOf(card)],
    availability: outline.kind === 'course' ? availabilitiesOf(outline, card) : [],
    subject: slugsOf('subject', outline.subjects),
    level: outline.level === undefined ? [] : [levelKeyOf(outline.level)],
    length: listOf(lengthBandOf(card)),
    effort: listOf(effortBandOf(card)),
    // Where amounts are hidden, what is left would tell which courses have one.
    price: getSiteOptions().prices === 'hide' ? [] : listOf(priceBandOf(card)),
    start: card.kind === 'course' ? listOf(startMonthOf(card, connect().now)) : [],
  };
}

/** The values of a course in all other facets. */
export function courseFacetsOf(
  course: Course,
  card: CourseCard,
): Record<Exclude<FacetName, QuickFacet>, string[]> {
  const programs = programsOf(course);
  const run = currentRunOf(course, connect().now);
  const hasCertificate = run !== undefined && card.availability !== 'archived' && isCertified(run);
  return {
    pacing: listOf(card.pacing),
    skill: skillSlugs(course.skills),
    partner: partnerSlugs(course),
    program: programs.flatMap(({ uuid }) => programSlugs().get(uuid) ?? []).toSorted(),
    programType: unique(programs.flatMap(({ type }) => (type === undefined ? [] : slugOf(type)))),
    language: primaryLanguages([course.language, ...course.runs.map((each) => each.language)]),
    transcript: primaryLanguages(
      course.runs.flatMap(({ transcriptLanguages }) => transcriptLanguages),
    ),
    certificate: hasCertificate ? ['yes'] : [],
    catalog: catalogSlugs('course', course.key),
  };
}

export function programFacetsOf(
  program: Program,
  card: ProgramCard,
): Record<Exclude<FacetName, QuickFacet>, string[]> {
  const { snapshot, now } = connect();
  const pacings = snapshot
    .programCourseKeys(program.key)
    .flatMap((key) => snapshot.outlineByKey('course', key) ?? [])
    .map(({ item }) => currentRunOf<RunOutline>(item, now)?.pacing);
  return {
    pacing: listOf(programPacingOf(pacings)?.kind),
    skill: skillSlugs(program.skills),
    partner: partnerSlugs(program),
    program: listOf(programSlugs().get(program.key)),
    programType: card.type === undefined ? [] : [slugOf(card.type)],
    language: primaryLanguages([program.language, ...program.languages]),
    transcript: primaryLanguages(program.transcriptLanguages),
    certificate: [],
    catalog: catalogSlugs('program', program.key),
  };
}

let slugsOfPrograms: Map<string, string> | undefined;

/** Programs by what they are called: their own slugs are uuids, which say nothing in an address. */
export function programSlugs(): Map<string, string> {
  if (slugsOfPrograms === undefined) {
    const { snapshot } = connect();
    const firstSeen = snapshot.firstSeen('program');
    slugsOfPrograms = assignSlugs(
      Array.from(snapshot.outlines('program'), ({ id, item: { key, title } }) => ({
        key,
        wanted: slugOf(title, key),
        firstSeen: firstSeen.get(id) ?? 0,
      })),
    );
  }
  return slugsOfPrograms;
}

function kindOf(card: ItemCard): string {
  if (card.kind === 'program') return 'program';
  return card.isExecutiveEducation ? 'executive-education' : 'course';
}

/** A course carries the labels of all its active runs (peers §5.6), else that of its latest state. */
function availabilitiesOf(course: CourseOutline, card: ItemCard): string[] {
  const { now } = connect();
  const runs = course.runs.map((run) => withExternalDates(course, run));
  const active = runs.filter((run) => isListedAsAvailable(run, now) || isComing(run, now));
  const labels = active.map((run) => availabilityOf(run, now));
  if (labels.length > 0) return unique(labels);
  return card.kind === 'course' ? listOf(card.availability) : [];
}

function isComing(run: RunOutline, now: number): boolean {
  return run.isMarketable && ['soon', 'upcoming'].includes(availabilityOf(run, now));
}

/** Those that have a page, by key; of others that only the course names their type. */
function programsOf(course: Course): { uuid: string; type: string | undefined }[] {
  const { snapshot } = connect();
  const held = snapshot.programsOfCourse(course.key).flatMap(({ uuid }) => {
    const program = snapshot.outlineByKey('program', uuid);
    return program === undefined ? [] : { uuid, type: program.item.type };
  });
  const named = course.programs.filter(
    ({ uuid }) => snapshot.slugOf('program', uuid) !== undefined,
  );
  return [...held, ...named.map(({ uuid, type }) => ({ uuid, type }))];
}

function primaryLanguages(codes: (string | undefined)[]): string[] {
  return unique(codes.flatMap((code) => (code === undefined ? [] : primaryLanguage(code))));
}

function catalogSlugs(kind: 'course' | 'program', key: string): string[] {
  const { snapshot, catalogs } = connect();
  const uuids = new Set(snapshot.memberships(kind, key).map(({ catalogUuid }) => catalogUuid));
  return catalogs.flatMap(({ catalog, slug }) => (uuids.has(catalog.uuid) ? slug : []));
}

function partnerSlugs({ partners }: Pick<Course, 'partners'>): string[] {
  return slugsOf(
    'partner',
    partners.map(({ key }) => key),
  );
}

function slugsOf(kind: 'subject' | 'partner', keys: readonly string[]): string[] {
  return keys.flatMap((key) => connect().snapshot.termSlug(kind, key) ?? []);
}

/** Of those that have a page; the others are too many to choose among. */
function skillSlugs(skills: readonly Skill[]): string[] {
  return skillLinks(skills).flatMap(({ slug }) => slug ?? []);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].toSorted();
}

function listOf(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}
