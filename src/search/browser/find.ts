import type { Pagefind, PagefindHit } from './pagefind.ts';
import { toQueryText } from './words.ts';

const shortestStem = 3;
// "organ" is the stem of "organization", "stat" is not that of "statsitics".
const stemShare = 0.45;
// A character that no indexed word contains.
const impossible = '\uFFFF';

/**
 * What Pagefind finds for a query, best first; nothing unless every word is known. Pagefind itself leaves
 * out a word that it does not know, or takes the longest beginning of it that it knows ("xyzzy" finds "x").
 */
export async function findHits(pagefind: Pagefind, query: string): Promise<PagefindHit[]> {
  const text = toQueryText(query);
  if (isPhrase(text)) return (await pagefind.search(text)).results;
  const words = text
    .replaceAll('"', ' ')
    .split(' ')
    .filter((word) => /[\p{L}\p{N}+#]/u.test(word));
  if (words.length === 0) return [];
  for (const word of words) {
    if (!(await isKnown(pagefind, word))) return [];
  }
  return (await pagefind.search(words.join(' '))).results;
}

function isPhrase(text: string): boolean {
  return /^".*[\p{L}\p{N}].*"$/u.test(text);
}

/**
 * A word is known if it is in the index or one there begins with it. The index holds stems, so a word that is
 * being typed may have nothing but its own stem to meet ("organizatio": "organ"): that is known too.
 */
async function isKnown(pagefind: Pagefind, word: string): Promise<boolean> {
  if ((await searchExactly(pagefind, word)).length > 0) return true;
  const found = (await pagefind.search(word)).results;
  const beyond = (await pagefind.search(word + impossible)).results;
  if (found.length === 0) return false;
  return areEqual(found, beyond) ? hasStem(pagefind, [...word]) : true;
}

/** Whether the longest indexed beginning of a word is long enough to be its stem. */
async function hasStem(pagefind: Pagefind, letters: readonly string[]): Promise<boolean> {
  const shortest = Math.max(shortestStem, Math.ceil(letters.length * stemShare));
  let longer: PagefindHit[] = [];
  for (let length = letters.length - 1; length >= shortest - 1; length -= 1) {
    const hits = await searchExactly(pagefind, letters.slice(0, length).join(''));
    // What is asked for is stemmed as well: as long as one letter less finds the same, the stem is shorter.
    if (longer.length > 0 && !areEqual(longer, hits)) return true;
    longer = hits;
  }
  return false;
}

async function searchExactly(pagefind: Pagefind, word: string): Promise<PagefindHit[]> {
  return (await pagefind.search(`"${word}"`)).results;
}

function areEqual(some: readonly PagefindHit[], others: readonly PagefindHit[]): boolean {
  const ids = new Set(others.map(({ id }) => id));
  return some.length === others.length && some.every(({ id }) => ids.has(id));
}
