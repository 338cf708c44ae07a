import { findHits } from './find.ts';
import type { OpenIndex } from './open-index.ts';
import type { loadPagefind, Pagefind } from './pagefind.ts';
import { ranking } from './pagefind.ts';
import { rankRows } from './rank.ts';
import { createTextSearch, type TextAnswer } from './text/text-search.ts';

export interface TextSource {
  find: (query: string) => Promise<TextAnswer>;
  close: () => Promise<void>;
}

/** Searches the texts of an index: by its words, and by Pagefind, which is loaded when it is asked first. */
export function createTextSource(
  index: OpenIndex,
  loadScript: () => ReturnType<typeof loadPagefind>,
): TextSource {
  let searcher: Promise<Pagefind> | undefined;
  const askPagefind = async (query: string): Promise<number[]> => {
    searcher ??= loadScript().then(({ createInstance }) => createInstance({ ranking }));
    const [pagefind, ids] = await Promise.all([searcher, index.ids()]);
    const { idPrefix } = index.manifest;
    const rowsOfIds = new Map(ids.map((id, row) => [idPrefix + id, row]));
    return rankRows(await findHits(pagefind, query), rowsOfIds);
  };
  const { find } = createTextSearch({
    rootName: index.manifest.words,
    fetchPiece: index.words,
    askPagefind,
  });
  return {
    find,
    close: async () => {
      await searcher?.then((pagefind) => pagefind.destroy()).catch(() => undefined);
    },
  };
}
