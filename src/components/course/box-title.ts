import type { Enrollment, RunView } from '#catalog';
import type { Interface } from '#i18n';

/** The title of the enrollment box: when it starts, in words that stay true. */
export function boxTitle(view: RunView | undefined, { state }: Enrollment, ui: Interface): string {
  const { t, formatDate, formatDateRange } = ui;
  if (view === undefined || state === 'archived' || state === 'no-run') return t('start.none');
  const { run, start, availability } = view;
  if (start?.kind === 'any-time') return t('enroll.startAnyTime');
  if (availability === 'closed') return formatDateRange(run.start, run.end) ?? t('start.none');
  // A title that is too long breaks before its date, not within.
  const date = formatDate(start?.date)?.replaceAll(' ', '\u00A0');
  if (date === undefined) return t('enroll.title');
  return availability === 'open' ? t('enroll.startedOn', { date }) : t('enroll.startsOn', { date });
}
