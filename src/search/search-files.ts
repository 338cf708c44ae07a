import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const parallelWrites = 64;

/** The parts of the index in the folder of a static site. `search/` also holds the search page itself. */
export function searchFilesOf(outputDir: string) {
  const search = join(outputDir, 'search');
  return {
    pagefind: join(outputDir, 'pagefind'),
    data: join(search, 'index.json'),
    cards: join(search, 'cards'),
  };
}

export async function removeSearchFiles(outputDir: string): Promise<void> {
  for (const path of Object.values(searchFilesOf(outputDir))) {
    await rm(path, { recursive: true, force: true });
  }
}

/** One file a card: 24 results that lie anywhere cost least that way (README of this folder). */
export async function writeSearchFiles(
  outputDir: string,
  data: string,
  cards: readonly { id: string; card: string }[],
): Promise<void> {
  const files = searchFilesOf(outputDir);
  await mkdir(files.cards, { recursive: true });
  await writeFile(files.data, data);
  for (let start = 0; start < cards.length; start += parallelWrites) {
    const batch = cards.slice(start, start + parallelWrites);
    await Promise.all(
      batch.map(({ id, card }) => writeFile(join(files.cards, `${id}.json`), card)),
    );
  }
}
