import { slugOf } from '#catalog';

/** `search/near.json`: the slug of each searchable item, with the id of its card; both in one order. */
export interface NearData {
  /** Separated by spaces. */
  slugs: string;
  ids: string;
}

/** Words of our addresses, that say nothing of what was looked for. */
const folders = new Set(['courses', 'course', 'programs', 'program', 'search', 'index', 'html']);

/** Pairs of letters that two texts must share, of all that they have. */
const nearEnough = 0.5;

/** What a path below that of the site may have meant: its parts as slugs, the site's own folders left out. */
export function partsOfAddress(pathname: string): string[] {
  const parts = pathname
    .split('/')
    .filter((part) => part !== '')
    .map((part) => slugOf(decode(part).replace(/\.html?$/, '')));
  return parts.filter((part) => part.length > 2 && !folders.has(part));
}

/** The slugs that are nearest to any of the parts, best first; none where nothing is near. */
export function findNear(
  parts: readonly string[],
  slugs: readonly string[],
  count: number,
): string[] {
  const wanted = parts.map((part) => ({ part, pairs: pairsOf(part) }));
  return slugs
    .map((slug) => ({ slug, nearness: nearnessOf(slug, wanted) }))
    .filter(({ nearness }) => nearness >= nearEnough)
    .toSorted((one, other) => other.nearness - one.nearness)
    .slice(0, count)
    .map(({ slug }) => slug);
}

function nearnessOf(
  slug: string,
  wanted: readonly { part: string; pairs: readonly string[] }[],
): number {
  const own = pairsOf(slug);
  const ratings = wanted.map(({ part, pairs }) => {
    // The beginning of a uuid, or a key whose end is missing.
    if (part.length >= 4 && slug.startsWith(part)) return 1;
    return (2 * countShared(pairs, own)) / (pairs.length + own.length);
  });
  return Math.max(0, ...ratings);
}

/** Neighbouring letters: a typo spoils two of them, wherever it is. */
function pairsOf(text: string): string[] {
  return Array.from({ length: text.length - 1 }, (_, start) => text.slice(start, start + 2));
}

function countShared(some: readonly string[], others: readonly string[]): number {
  const left = [...others];
  let shared = 0;
  for (const pair of some) {
    const place = left.indexOf(pair);
    if (place === -1) continue;
    left.splice(place, 1);
    shared += 1;
  }
  return shared;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
