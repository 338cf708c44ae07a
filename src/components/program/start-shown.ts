import type { CourseCard, DateText } from '#catalog';

/**
 * The start of a course inside a program (peers §2.4, 6): of a led run, until it is closed; of a self-paced
 * one only a day that is to come.
 */
export function startShown(
  card: Pick<CourseCard, 'start' | 'availability' | 'pacing'>,
): { date: DateText; isToCome: boolean } | undefined {
  if (card.start?.kind !== 'date') return undefined;
  const isToCome = card.availability === 'soon' || card.availability === 'upcoming';
  const hasBegunLed = card.availability === 'open' && card.pacing === 'instructor-paced';
  return isToCome || hasBegunLed ? { date: card.start.date, isToCome } : undefined;
}
