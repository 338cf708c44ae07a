import type { Translate } from '#i18n';

/** "Courses", "Courses, page 2". */
export function titleOfPage(title: string, page: number, t: Translate): string {
  return page === 1 ? title : t('list.titleOfPage', { title, page });
}
