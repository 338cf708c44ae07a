import { findMarks, type Mark } from './find-marks.ts';
import type { OpenIndex } from './open-index.ts';
import { parseTermLine, type TermLine } from './term-lines.ts';
import { compareWords } from './text/piece-format.ts';
import { wordsOf } from './text/tokens.ts';

/** A subject, a skill or a partner that may be meant. */
export interface FoundTerm extends Omit<TermLine, 'word'> {
  marks: readonly Mark[];
}

// What one letter begins is too much to look through.
const mostFiles = 2;
const afterAll = '\uFFFF';

/**
 * Terms of which each word of the query begins a word, those first that begin with it, then those with most items.
 */
export async function findTerms(
  { manifest: { terms }, termLines }: Pick<OpenIndex, 'manifest' | 'termLines'>,
  query: string,
): Promise<FoundTerm[]> {
  const asked = wordsOf(query);
  const [longest] = asked.toSorted((one, other) => other.length - one.length);
  if (longest === undefined) return [];
  const first = Math.max(
    0,
    terms.starts.findLastIndex((start) => compareWords(start, longest) <= 0),
  );
  const end =
    terms.starts.findLastIndex((start) => compareWords(start, longest + afterAll) <= 0) + 1;
  const files = terms.files.slice(first, Math.min(end, first + mostFiles));
  const lines = (await Promise.all(files.map(termLines))).flat();
  const found = new Map<string, TermLine>();
  for (const line of lines) {
    if (!line.startsWith(longest)) continue;
    const term = parseTermLine(line);
    if (!found.has(term.path)) found.set(term.path, term);
  }
  return [...found.values()]
    .flatMap((term) => rate(term, asked))
    .toSorted(compareRated)
    .map(({ term }) => term);
}

interface Rated {
  term: FoundTerm;
  /** Whether the name begins with the query. */
  begins: boolean;
}

function rate({ kind, path, name, count }: TermLine, asked: readonly string[]): Rated[] {
  const own = wordsOf(name);
  const met = asked.map((word) => own.filter((each) => each.startsWith(word)));
  if (met.some((words) => words.length === 0)) return [];
  const term = { kind, path, name, count, marks: findMarks(name, new Set(met.flat())) };
  return [{ term, begins: own[0]?.startsWith(asked[0] ?? '') === true }];
}

function compareRated(one: Rated, other: Rated): number {
  return Number(other.begins) - Number(one.begins) || other.term.count - one.term.count;
}
