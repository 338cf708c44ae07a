import type { InterfaceLanguage, SearchItem, TermKind } from '#catalog';
import { createInterface, pathInLanguage, type SiteLanguages } from '#i18n';
import { getTerms, iterateSearchItems, listCatalogPaths, listCourseRunPaths } from '#queries';
import type { View } from './album.ts';
import { pickExtremes, readPagesByTemplate } from './templates.ts';

/** One page of each kind and state, then the most difficult ones of every template. */
export function siteViews({
  directory,
  origin,
  ...site
}: SiteLanguages & { directory: string; origin: string }): View[] {
  const pages = { ...pagesToLookAt(site.base), ...extremePages(directory, site.base) };
  return Object.entries(pages).map(([name, address]) => ({
    name,
    open: origin + address,
    addressIn: (language: InterfaceLanguage) => origin + pathInLanguage(address, language, site),
  }));
}

function extremePages(directory: string, base: string): Record<string, string> {
  const pages: Record<string, string> = {};
  for (const [template, built] of readPagesByTemplate(directory)) {
    for (const [extreme, { address }] of pickExtremes(template, built))
      if (built.length > 1) pages[`${template}.${extreme}`] = base + address;
  }
  return pages;
}

/** The address of one page of each kind that the current snapshot has, by its name. */
function pagesToLookAt(base: string): Record<string, string> {
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
