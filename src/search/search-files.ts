import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const parallelWrites = 64;

/** What the search page of one language reads besides Pagefind's index. Beside it stands the page itself. */
export interface SearchFiles {
  data: string;
  cards: string;
}

/** `folder` of the static site is that of the language: empty, or with a slash at its end. */
export function searchFilesOf(outputDir: string, folder: string): SearchFiles {
  const search = join(outputDir, folder, 'search');
  return { data: join(search, 'index.json'), cards: join(search, 'cards') };
}

/** `search/near.json`: what the page for missing addresses looks through. */
export function nearFileOf(outputDir: string): string {
  return join(outputDir, 'search', 'near.json');
}

/** The index of names, which is the same in every language. */
export function wordsFolderOf(outputDir: string): string {
  return join(outputDir, 'search', 'words');
}

export async function removeSearchFiles({ data, cards }: SearchFiles): Promise<void> {
  await rm(data, { force: true });
  await rm(cards, { recursive: true, force: true });
}

/** One file a card: 24 results that lie anywhere cost least that way (README of this folder). */
export async function writeSearchFiles(
  files: SearchFiles,
  data: string,
  cards: readonly { id: string; card: string }[],
): Promise<void> {
  await mkdir(files.cards, { recursive: true });
  await writeFile(files.data, data);
  for (let start = 0; start < cards.length; start += parallelWrites) {
    const batch = cards.slice(start, start + parallelWrites);
    await Promise.all(
      batch.map(({ id, card }) => writeFile(join(files.cards, `${id}.json`), card)),
    );
  }
}
