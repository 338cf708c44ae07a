import type { Program, ProgramLength } from '#catalog';
import type { Interface } from '#i18n';

/** Under the length of a program: its weeks, where it is said in months, and its hours. */
export function lengthNotesOf(
  { totalHours }: Pick<Program, 'totalHours'>,
  length: ProgramLength | undefined,
  { t, formatWeeks, separator }: Interface,
): string {
  const notes = [
    length?.kind === 'sum' && length.unit !== 'weeks' ? formatWeeks(length.weeks) : undefined,
    totalHours === undefined
      ? undefined
      : t('program.totalHours', { count: Math.round(totalHours) }),
  ];
  return notes.filter((note) => note !== undefined).join(separator);
}
