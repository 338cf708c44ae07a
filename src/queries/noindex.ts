import { connect } from './connection.ts';

/** Items that the source keeps out of search engines: their pages get `noindex` and stay out of the sitemap. */
export function listNoindexItems(): { kind: 'course' | 'program'; slug: string }[] {
  const { snapshot } = connect();
  const courses = [...snapshot.outlines('course')].map(({ slug, item }) => ({
    kind: 'course' as const,
    slug,
    item,
  }));
  const programs = [...snapshot.outlines('program')].map(({ slug, item }) => ({
    kind: 'program' as const,
    slug,
    item,
  }));
  return [...courses, ...programs].flatMap(({ kind, slug, item }) =>
    item.isExcludedFromSeo ? [{ kind, slug }] : [],
  );
}
