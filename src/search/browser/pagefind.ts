/** The part of Pagefind's browser interface that is used (node_modules/pagefind has no types for it). */
export interface Pagefind {
  search: (query: string) => Promise<{ results: PagefindHit[] }>;
  destroy: () => Promise<void>;
}

export interface PagefindHit {
  id: string;
  score: number;
}

/** How much a word counts in the fields that `write-pagefind.ts` fills; the text itself counts 1. */
export const ranking = { metaWeights: { title: 8, key: 20, skill: 2, subject: 2, partner: 1 } };

/** Pagefind's script: creates a searcher, which at once fetches what all searches need. */
export interface PagefindScript {
  createInstance: (options: { ranking: typeof ranking }) => Pagefind;
}

/**
 * Loads Pagefind's script, which stands beside its index and is no part of our bundle. A browser may remember
 * that a script failed, hence an address for each attempt.
 */
export async function loadPagefind(base: string, attempt: number): Promise<PagefindScript> {
  const address = `${base}pagefind/pagefind.js${attempt === 0 ? '' : `?attempt=${attempt}`}`;
  return (await import(/* @vite-ignore */ address)) as PagefindScript;
}
