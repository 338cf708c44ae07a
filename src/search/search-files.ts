import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lineEnd, rowsPerPiece } from './browser/list-pieces.ts';
import type { SearchManifest } from './browser/search-data.ts';

const parallelWrites = 64;

/** The files of search in one language. Beside them stands the page itself. */
export interface SearchFiles {
  manifest: string;
  cards: string;
  lists: string;
}

/** `folder` of the static site is that of the language: empty, or with a slash at its end. */
export function searchFilesOf(outputDir: string, folder: string): SearchFiles {
  const search = join(outputDir, folder, 'search');
  return {
    manifest: join(search, 'index.json'),
    cards: join(search, 'cards'),
    lists: join(search, 'lists'),
  };
}

/** `search/near.json`: what the page for missing addresses looks through. */
export function nearFileOf(outputDir: string): string {
  return join(outputDir, 'search', 'near.json');
}

/** The index of words, which is the same in every language. */
export function wordsFolderOf(outputDir: string): string {
  return join(outputDir, 'search', 'words');
}

/** What else is the same in every language: ids, facets, orders. */
export function columnsFolderOf(outputDir: string): string {
  return join(outputDir, 'search', 'columns');
}

export async function removeSearchFiles({ manifest, cards, lists }: SearchFiles): Promise<void> {
  await rm(manifest, { force: true });
  await rm(cards, { recursive: true, force: true });
  await rm(lists, { recursive: true, force: true });
}

/** Writes files of columns, each under a name that comes from its content, and says it as the manifest has it. */
export async function createColumnWriter(
  outputDir: string,
): Promise<(name: string, text: string) => Promise<string>> {
  const folder = columnsFolderOf(outputDir);
  await mkdir(folder, { recursive: true });
  return async (name, text) => {
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 10);
    const file = `${name}-${digest}.txt`;
    await writeFile(join(folder, file), text);
    return `columns/${file}`;
  };
}

/** One file a card: 24 results that lie anywhere cost least that way (README of this folder). */
export async function writeLanguageFiles(
  files: SearchFiles,
  manifest: string,
  cards: readonly { id: string; card: string }[],
): Promise<void> {
  await mkdir(files.cards, { recursive: true });
  await writeFile(files.manifest, manifest);
  for (let start = 0; start < cards.length; start += parallelWrites) {
    const batch = cards.slice(start, start + parallelWrites);
    await Promise.all(
      batch.map(({ id, card }) => writeFile(join(files.cards, `${id}.json`), card)),
    );
  }
}

/**
 * Writes the lines of all rows in pieces, in a folder whose name comes from their content, and answers both.
 * There is one piece at least, so that an empty list has its columns.
 */
export async function writeListPieces(
  { lists }: SearchFiles,
  head: string,
  lines: readonly string[],
): Promise<SearchManifest['lists']> {
  const pieces: string[] = [];
  for (let start = 0; start === 0 || start < lines.length; start += rowsPerPiece)
    pieces.push([head, ...lines.slice(start, start + rowsPerPiece), ''].join(lineEnd));
  const name = createHash('sha256').update(pieces.join('')).digest('hex').slice(0, 10);
  const folder = join(lists, name);
  await mkdir(folder, { recursive: true });
  await Promise.all(pieces.map((piece, number) => writeFile(join(folder, `${number}.csv`), piece)));
  return { folder: name, pieces: pieces.length };
}
