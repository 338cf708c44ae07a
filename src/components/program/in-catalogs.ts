import type { Translate } from '#i18n';

/** How many of a program's courses are in the company's catalogs: all, some or none (peers §2.4, 10). */
export function inCatalogs(total: number, available: number, t: Translate): string {
  if (available === 0) return t('program.noCourses');
  return available === total
    ? t('program.allInCatalogs', { count: total })
    : t('program.someInCatalogs', { count: available, total });
}
