import { cutExcerpt, findMarks, type Mark } from './find-marks.ts';
import type { SearchCard } from './search-card.ts';

/** A card as a search shows it: with the words that were met, and its sentence from where they stand. */
export interface FoundCard extends SearchCard {
  marks: { title: Mark[]; partners: Mark[]; summary: Mark[] };
}

export function markCard(card: SearchCard, matched: ReadonlySet<string>): FoundCard {
  const { title, partners, summary } = card;
  const excerpt =
    summary === undefined ? undefined : cutExcerpt(summary, findMarks(summary, matched));
  return {
    ...card,
    ...(excerpt !== undefined && { summary: excerpt.text }),
    marks: {
      title: findMarks(title, matched),
      partners: findMarks(partners, matched),
      summary: excerpt?.marks ?? [],
    },
  };
}
