import type { Translate } from '#i18n';

/** The first page of a list has the plain address. */
export function pageParam(page: number): string | undefined {
  return page === 1 ? undefined : String(page);
}

/** "Courses", "Courses, page 2". */
export function titleOfPage(title: string, page: number, t: Translate): string {
  return page === 1 ? title : t('list.titleOfPage', { title, page });
}
