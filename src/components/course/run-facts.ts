import { toPlainText, type CourseRun, type SafeHtml } from '#catalog';

const certifiedSeats = new Set(['verified', 'professional', 'no-id-professional', 'credit']);

/** A text longer than this is a section, not a fact. */
const factLength = 60;

/** Whether the run can be taken for a certificate (peers §2.2, 16). */
export function isCertified(run: Pick<CourseRun, 'seats'>): boolean {
  return run.seats.some(({ type }) => certifiedSeats.has(type));
}

/** The words of a text that is short enough for a fact: "None". */
export function shortTextOf(html: SafeHtml | undefined): string | undefined {
  if (html === undefined) return undefined;
  const text = toPlainText(html).replace(/\.$/, '');
  return text.length > 0 && text.length <= factLength ? text : undefined;
}
