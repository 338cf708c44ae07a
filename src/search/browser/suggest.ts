import type { FoundCard } from './found-card.ts';
import { findTerms, type FoundTerm } from './find-terms.ts';
import { findMarks } from './find-marks.ts';
import type { OpenIndex } from './open-index.ts';
import type { TextAnswer } from './text/text-search.ts';
import { wordsOf } from './text/tokens.ts';

/** What a query that is being typed may mean. */
export interface Suggestions {
  courses: FoundCard[];
  programs: FoundCard[];
  terms: FoundTerm[];
}

/** How many of each are wanted at most. */
export type SuggestionLimits = Record<keyof Suggestions, number>;

/** From what the query finds, its best courses and programs, and the terms that its words begin. */
export async function suggest(
  index: OpenIndex,
  { query, found, limits }: { query: string; found: TextAnswer; limits: SuggestionLimits },
  fetchCards: (rows: readonly number[], matched: readonly string[]) => Promise<FoundCard[]>,
): Promise<Suggestions> {
  const { correction } = found;
  const meant = correction?.isSearchedInstead === true ? correction.query : query;
  const isProgram = limits.programs > 0 ? await readPrograms(index) : () => false;
  const programs = found.rows.filter(isProgram).slice(0, limits.programs);
  const courses =
    limits.courses > 0 ? found.rows.filter((row) => !isProgram(row)).slice(0, limits.courses) : [];
  const [courseCards, programCards, terms] = await Promise.all([
    fetchCards(courses, found.matched),
    fetchCards(programs, found.matched),
    findTerms(index, meant),
  ]);
  const asked = wordsOf(meant);
  const mark = (card: FoundCard): FoundCard => markBegun(card, asked);
  return {
    courses: courseCards.map(mark),
    programs: programCards.map(mark),
    terms: terms.slice(0, limits.terms),
  };
}

/** Marks what the words begin, also where it was not by that that the item was found. */
function markBegun(card: FoundCard, asked: readonly string[]): FoundCard {
  const begun = wordsOf(card.title).filter((own) => asked.some((word) => own.startsWith(word)));
  const title = begun.length > 0 ? findMarks(card.title, new Set(begun)) : card.marks.title;
  return { ...card, marks: { ...card.marks, title } };
}

async function readPrograms(index: OpenIndex): Promise<(row: number) => boolean> {
  const kinds = await index.column('kind');
  if (kinds === undefined) return () => false;
  const { values, rows } = kinds;
  const program = values.indexOf('program');
  return (row) => rows.numbers[rows.starts[row] ?? 0] === program;
}
