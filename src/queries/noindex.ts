import { connect } from './connection.ts';

/** Items that the source keeps out of search engines: their pages get `noindex` and stay out of the sitemap. */
export function listNoindexItems(): { kind: 'course' | 'program'; slug: string }[] {
  const items: { kind: 'course' | 'program'; slug: string }[] = [];
  for (const kind of ['course', 'program'] as const) {
    for (const { slug, item } of connect().snapshot.outlines(kind)) {
      if (item.isExcludedFromSeo) items.push({ kind, slug });
    }
  }
  return items;
}
