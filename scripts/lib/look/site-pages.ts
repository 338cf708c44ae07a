import type { SearchItem, TermKind } from '#catalog';
import { createInterface } from '#i18n';
import { getTerms, iterateSearchItems, listCatalogPaths, listCourseRunPaths } from '#queries';

/** The address of one page of each kind that the current snapshot has, by its name. */
export function pagesToLookAt(base: string): Record<string, string> {
  const { path: addresses } = createInterface({ language: 'en', base });
  const items = [...iterateSearchItems()];
  const course = (matches: (item: SearchItem) => boolean): string | undefined => {
    const found = items.find((item) => item.card.kind === 'course' && matches(item));
    return found === undefined ? undefined : addresses.course(found.card.slug);
  };
  const program = (type: (type: string | undefined) => boolean): string | undefined => {
    const found = items.find(({ card }) => card.kind === 'program' && type(card.type));
    return found === undefined ? undefined : addresses.program(found.card.slug);
  };
  const firstTerm = (kind: TermKind): string | undefined => {
    const term = getTerms(kind)[0];
    return term === undefined ? undefined : addresses.term(kind, term.slug);
  };
  const run = listCourseRunPaths()[0];
  const catalog = listCatalogPaths()[0];
  const candidates: Record<string, string | undefined> = {
    home: addresses.home(),
    search: addresses.search({ q: 'statistics' }),
    'search-all': addresses.search({}),
    'search-empty': addresses.search({ q: 'xyzzyx' }),
    catalogs: addresses.catalogs(),
    catalog: catalog === undefined ? undefined : addresses.catalog(catalog.slug),
    courses: addresses.courses(),
    course: course(({ card }) => card.kind === 'course' && card.availability === 'open'),
    'course-soon': course(({ card }) => card.kind === 'course' && card.availability === 'soon'),
    'course-closed': course(({ card }) => card.kind === 'course' && card.availability === 'closed'),
    'course-archived': course(
      ({ card }) => card.kind === 'course' && card.availability === 'archived',
    ),
    'course-without-runs': course(
      ({ card }) => card.kind === 'course' && card.availability === undefined,
    ),
    'course-executive': course(({ card }) => card.kind === 'course' && card.isExecutiveEducation),
    'course-arabic': course(({ card }) => card.language?.startsWith('ar') === true),
    'course-japanese': course(({ card }) => card.language?.startsWith('ja') === true),
    run: run === undefined ? undefined : addresses.run(run.course, run.run),
    programs: addresses.programs(),
    program: program((type) => type === 'Professional Certificate'),
    'program-degree': program((type) => type === 'Masters'),
    subjects: addresses.terms('subject'),
    subject: firstTerm('subject'),
    partners: addresses.terms('partner'),
    partner: firstTerm('partner'),
    skills: addresses.terms('skill'),
    skill: firstTerm('skill'),
    instructors: addresses.terms('instructor'),
    instructor: firstTerm('instructor'),
    levels: addresses.terms('level'),
    level: firstTerm('level'),
    languages: addresses.terms('language'),
    language: firstTerm('language'),
    'starting-soon': addresses.startingSoon(),
    'closing-soon': addresses.closingSoon(),
    about: addresses.about(),
    '404': `${base}no-such-page/`,
  };
  return Object.fromEntries(
    Object.entries(candidates).flatMap(([name, address]) =>
      address === undefined ? [] : [[name, address]],
    ),
  );
}
