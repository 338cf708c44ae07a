import { connect } from './connection.ts';
import { listLeft } from './left.ts';

/**
 * Items that the source keeps out of search engines, and those that have left: their pages get `noindex` and stay
 * out of the sitemap.
 */
export function listNoindexItems(): { kind: 'course' | 'program'; slug: string }[] {
  const items: { kind: 'course' | 'program'; slug: string }[] = [];
  for (const kind of ['course', 'program'] as const) {
    for (const { slug, item } of connect().snapshot.outlines(kind)) {
      if (item.isExcludedFromSeo) items.push({ kind, slug });
    }
    for (const { slug } of listLeft(kind)) items.push({ kind, slug });
  }
  return items;
}
