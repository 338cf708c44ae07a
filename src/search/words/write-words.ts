import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatLine, type WordLine, type WordsRoot } from '../browser/text/piece-format.ts';
import { isName, type WordsIndex } from './words-index.ts';

// A file of lines has about so many characters: 2 to 3 KB compressed.
const pieceLength = 5_000;
const vocabularyLength = 4_000;
// Files begin where words differ in their first letters, so that forms of a word seldom lie in two.
const sharedLetters = 4;
const mostInDigit = 35;

/**
 * Writes the index of names into a folder, each file under a name that comes from its content, and answers the
 * name of the file to begin with.
 */
export async function writeWords(
  folder: string,
  index: WordsIndex,
  { rows, openRows }: { rows: readonly number[]; openRows: number },
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const write = async (text: string): Promise<string> => {
    const name = `${createHash('sha256').update(text).digest('hex').slice(0, 10)}.txt`;
    await writeFile(join(folder, name), text);
    return name;
  };
  const [starts, files]: [string[], string[]] = [[], []];
  const names = new Map<string, string[]>();
  for (const lines of cutLines(index.lines(rows))) {
    starts.push(lines[0]?.word ?? '');
    files.push(await write(lines.map(formatLine).join('\n')));
    for (const line of lines.filter(isName)) {
      const [letter = ''] = line.word;
      const words = names.get(letter) ?? [];
      words.push(`${magnitudeOf(line)}${line.word}`);
      names.set(letter, words);
    }
  }
  const vocabulary: WordsRoot['vocabulary'] = [];
  for (const { letters, text } of cutVocabulary(names))
    vocabulary.push([letters, await write(text)]);
  const digitsOf = (numbers: readonly number[]): string => {
    const digits: string[] = [];
    for (const [record, number] of numbers.entries())
      digits[rows[record] ?? 0] = Math.min(number, mostInDigit).toString(36);
    return digits.join('');
  };
  const root: WordsRoot = {
    rows: rows.length,
    openRows,
    titleLengths: digitsOf(index.titleLengths()),
    popularity: digitsOf(index.enrollments().map((count) => magnitude(count + 1))),
    starts,
    files,
    vocabulary,
  };
  return write(JSON.stringify(root));
}

/** Lines for one file after the other. */
function* cutLines(lines: Iterable<WordLine>): Generator<WordLine[]> {
  let piece: WordLine[] = [];
  let length = 0;
  for (const line of lines) {
    const last = piece.at(-1)?.word ?? '';
    const isFull = length > pieceLength && beginningOf(line.word) !== beginningOf(last);
    if (isFull || length > pieceLength * 2) {
      yield piece;
      [piece, length] = [[], 0];
    }
    piece.push(line);
    length += line.word.length + line.groups.reduce((sum, { rows }) => sum + rows.length + 2, 1);
  }
  if (piece.length > 0) yield piece;
}

function beginningOf(word: string): string {
  return word.slice(0, sharedLetters);
}

/** Words with the magnitude of their frequency before them, by their first letters. */
function cutVocabulary(names: ReadonlyMap<string, string[]>): { letters: string; text: string }[] {
  const files: { letters: string; text: string }[] = [];
  for (const [letter, words] of names) {
    const text = words.join('\n');
    const last = files.at(-1);
    if (last !== undefined && last.text.length + text.length <= vocabularyLength) {
      last.letters += letter;
      last.text += `\n${text}`;
    } else files.push({ letters: letter, text });
  }
  return files;
}

function magnitudeOf({ groups }: WordLine): number {
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return Math.min(9, magnitude(count));
}

/** 0 for one, 1 for two, 2 for four … */
function magnitude(count: number): number {
  return Math.floor(Math.log2(count));
}
