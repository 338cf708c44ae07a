import { compareWords } from './browser/text/piece-format.ts';
import { wordsOf } from './browser/text/tokens.ts';
import { formatTermLine, type TermFiles, type TermLine } from './browser/term-lines.ts';

// About 2 KB compressed.
const fileLength = 5_000;

/** Writes what can be suggested besides items; `write` gives a file the name that comes from its content. */
export async function writeTerms(
  terms: readonly Omit<TermLine, 'word'>[],
  write: (name: string, text: string) => Promise<string>,
): Promise<TermFiles> {
  const lines = terms
    .flatMap((term) => [...new Set(wordsOf(term.name))].map((word) => ({ ...term, word })))
    .toSorted(
      (one, other) => compareWords(one.word, other.word) || compareWords(one.path, other.path),
    );
  const result: TermFiles = { starts: [], files: [] };
  for (const piece of cutLines(lines)) {
    result.starts.push(piece[0]?.word ?? '');
    result.files.push(await write('terms', piece.map(formatTermLine).join('\n')));
  }
  return result;
}

/** All lines of a word lie in one file. */
function* cutLines(lines: Iterable<TermLine>): Generator<TermLine[]> {
  let piece: TermLine[] = [];
  let length = 0;
  for (const line of lines) {
    if (length > fileLength && piece.at(-1)?.word !== line.word) {
      yield piece;
      [piece, length] = [[], 0];
    }
    piece.push(line);
    length += formatTermLine(line).length;
  }
  if (piece.length > 0) yield piece;
}
