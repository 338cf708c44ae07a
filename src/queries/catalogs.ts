import type { CatalogPage, CatalogView } from '#catalog';
import { connect, requireFound } from './connection.ts';
import { createListing, pageOfListing, rememberLast } from './listing.ts';
import { pageNumbers } from './paging.ts';
import { termsOfCatalog } from './terms.ts';

/** The company's catalogs in the order of the API. */
export function getCatalogs(): CatalogView[] {
  const { snapshot, catalogs } = connect();
  return catalogs.map(({ catalog, slug }) => ({
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
  const { listing, ...summary } = catalogSummary(slug);
  return { ...summary, ...listing.counts, ...pageOfListing(listing, page) };
}

const catalogSummary = rememberLast((slug) => {
  const { snapshot, catalogs } = connect();
  const found = catalogs.find((entry) => entry.slug === slug);
  const { catalog } = requireFound(found, `catalog "${slug}"`);
  return {
    catalog,
    slug,
    partnerCount: termsOfCatalog('partner', catalog.uuid).length,
    subjects: termsOfCatalog('subject', catalog.uuid),
    listing: createListing(
      snapshot.idsInCatalog('course', catalog.uuid),
      snapshot.idsInCatalog('program', catalog.uuid),
    ),
  };
});
