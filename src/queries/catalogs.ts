import type { CatalogPage, CatalogView } from '#catalog';
import { connect, requireFound } from './connection.ts';
import {
  countAvailable,
  courseCard,
  programCard,
  sortCourses,
  sortPrograms,
} from './course-index.ts';
import { pageNumbers, pageOf } from './paging.ts';
import { termsOfCatalog } from './terms.ts';

/** The company's catalogs in the order of the API. */
export function getCatalogs(): CatalogView[] {
  const { snapshot } = connect();
  return snapshot.catalogs().map(({ catalog, slug }) => ({
    catalog,
    slug,
    courseCount: snapshot.idsInCatalog('course', catalog.uuid).length,
    programCount: snapshot.idsInCatalog('program', catalog.uuid).length,
  }));
}

export function listCatalogPaths(): { slug: string; page: number }[] {
  return getCatalogs().flatMap(({ slug, courseCount }) =>
    pageNumbers(courseCount).map((page) => ({ slug, page })),
  );
}

export function getCatalogPage(slug: string, page: number): CatalogPage {
  const { courseIds, programIds, ...catalog } = catalogBySlug(slug);
  return {
    ...catalog,
    programs: page === 1 ? programIds.map(programCard) : [],
    courses: pageOf(courseIds, page, courseCard),
  };
}

type CatalogSummary = Omit<CatalogPage, 'programs' | 'courses'> & {
  courseIds: number[];
  programIds: number[];
};

/** The catalog that was asked for last: its pages are rendered one after the other. */
let lastCatalog: CatalogSummary | undefined;

function catalogBySlug(slug: string): CatalogSummary {
  if (lastCatalog?.slug !== slug) lastCatalog = summarizeCatalog(slug);
  return lastCatalog;
}

function summarizeCatalog(slug: string): CatalogSummary {
  const { snapshot } = connect();
  const found = snapshot.catalogs().find((entry) => entry.slug === slug);
  const { catalog } = requireFound(found, `catalog "${slug}"`);
  const courseIds = sortCourses(snapshot.idsInCatalog('course', catalog.uuid));
  const programIds = sortPrograms(snapshot.idsInCatalog('program', catalog.uuid));
  return {
    catalog,
    slug,
    courseCount: courseIds.length,
    programCount: programIds.length,
    openCount: countAvailable(courseIds, 'open'),
    soonCount: countAvailable(courseIds, 'soon'),
    partnerCount: termsOfCatalog('partner', catalog.uuid).length,
    subjects: termsOfCatalog('subject', catalog.uuid),
    courseIds,
    programIds,
  };
}
