import { hasPicture, toPlainText, type CourseRun, type DateText, type SafeHtml } from '#catalog';
import type { Translate } from '#i18n';

/** A text longer than this is a section, not a fact. */
const factLength = 60;

/** A text that is longer than another by more than this differs from it by more than its markup. */
const markupAllowance = 80;

/** Until when the verified track can be joined. */
export function verifiedDeadlineOf(run: Pick<CourseRun, 'seats'>): DateText | undefined {
  return run.seats.find(({ type }) => type === 'verified')?.upgradeDeadline;
}

export function licenseWords(license: string, t: Translate): string {
  return license === 'all-rights-reserved' ? t('license.allRightsReserved') : license;
}

/** Whether a description only repeats the sentence under the title. */
export function isRepeated(html: SafeHtml, summary: string | undefined): boolean {
  if (summary === undefined || hasPicture(html)) return false;
  if (html.length > summary.length + markupAllowance) return false;
  return toPlainText(html) === summary;
}

/** The words of a text that is short enough for a fact: "None". */
export function shortTextOf(html: SafeHtml | undefined): string | undefined {
  if (html === undefined || hasPicture(html)) return undefined;
  if (html.length > factLength + markupAllowance) return undefined;
  const text = toPlainText(html).replace(/\.$/, '');
  return text.length > 0 && text.length <= factLength ? text : undefined;
}
