import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatLine, type WordsRoot } from '../browser/text/piece-format.ts';
import { isName, type WordLine, type WordsIndex } from './words-index.ts';

// A file of lines has about so many characters: 4 to 6 KB compressed.
const pieceLength = 12_000;
const vocabularyLength = 14_000;
// Files begin where words differ in their first letters, so that forms of a word seldom lie in two.
const sharedLetters = 4;
const longestTitle = 35;

/**
 * Writes the index of names into a folder, each file under a name that comes from its content, and answers the
 * name of the file to begin with.
 */
export async function writeWords(
  folder: string,
  index: WordsIndex,
  { rows, openRows }: { rows: readonly number[]; openRows: number },
): Promise<string> {
  const lines = index.lines(rows);
  await mkdir(folder, { recursive: true });
  const write = async (text: string): Promise<string> => {
    const name = `${createHash('sha256').update(text).digest('hex').slice(0, 10)}.txt`;
    await writeFile(join(folder, name), text);
    return name;
  };
  const pieces = cutLines(lines);
  const files: string[] = [];
  for (const { text } of pieces) files.push(await write(text));
  const vocabulary: WordsRoot['vocabulary'] = [];
  for (const { letters, text } of cutVocabulary(lines))
    vocabulary.push([letters, await write(text)]);
  const titleLengths: string[] = [];
  for (const [record, length] of index.titleLengths().entries())
    titleLengths[rows[record] ?? 0] = Math.min(length, longestTitle).toString(36);
  const root: WordsRoot = {
    rows: rows.length,
    openRows,
    titleLengths: titleLengths.join(''),
    starts: pieces.map(({ start }) => start),
    files,
    vocabulary,
  };
  return write(JSON.stringify(root));
}

function cutLines(lines: readonly WordLine[]): { start: string; text: string }[] {
  const pieces: { start: string; lines: string[]; length: number }[] = [];
  let lastWord = '';
  for (const { word, groups } of lines) {
    const line = formatLine(word, groups);
    const piece = pieces.at(-1);
    const isNew =
      piece === undefined ||
      piece.length > pieceLength * 2 ||
      (piece.length > pieceLength && beginningOf(word) !== beginningOf(lastWord));
    if (isNew) pieces.push({ start: word, lines: [line], length: line.length });
    else {
      piece.lines.push(line);
      piece.length += line.length + 1;
    }
    lastWord = word;
  }
  return pieces.map((piece) => ({ start: piece.start, text: piece.lines.join('\n') }));
}

function beginningOf(word: string): string {
  return word.slice(0, sharedLetters);
}

/** Words with the magnitude of their frequency before them, by their first letters. */
function cutVocabulary(lines: readonly WordLine[]): { letters: string; text: string }[] {
  const byLetter = new Map<string, string[]>();
  for (const line of lines.filter(isName)) {
    const [letter = ''] = line.word;
    const words = byLetter.get(letter) ?? [];
    words.push(`${magnitudeOf(line)}${line.word}`);
    byLetter.set(letter, words);
  }
  const files: { letters: string; text: string }[] = [];
  for (const [letter, words] of byLetter) {
    const text = words.join('\n');
    const last = files.at(-1);
    if (last !== undefined && last.text.length + text.length <= vocabularyLength) {
      last.letters += letter;
      last.text += `\n${text}`;
    } else files.push({ letters: letter, text });
  }
  return files;
}

/** 0 for one item, 1 for two, 2 for four … */
function magnitudeOf({ groups }: WordLine): number {
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return Math.min(9, Math.floor(Math.log2(count)));
}
