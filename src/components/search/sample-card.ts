import type { CourseCard } from '#catalog';

/** The card of a course with everything that a card can have. */
export function withEveryPart(card: CourseCard): CourseCard {
  const date = '2030-01-01';
  return {
    ...card,
    // One file and no tone: a result only sets the address.
    picture: card.picture && {
      ...card.picture,
      ...{ files: card.picture.files.slice(0, 1), avif: undefined, tone: '' },
    },
    partners: card.partners.length === 0 ? [''] : card.partners,
    catalogs: [''],
    summary: card.summary ?? '',
    availability: 'open',
    start: { kind: 'any-time' },
    weeks: 1,
    enrollBy: { date, daysLeft: 0 },
    language: undefined,
  };
}
