import { hexHashOf } from './hash.ts';

/**
 * The slug of a text (design §5): NFC, lower case, every run of characters other than letters, marks and
 * digits of any script becomes one `-`. Where nothing is left, the hash of `key`.
 */
export function slugOf(text: string, key: string = text): string {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? hexHashOf(key) : slug;
}

/**
 * What follows its course's key in a run's key ("1T2026"), else the whole key after `course-v1:`: a course's
 * key is not always part of the run's (peers §4.2).
 */
export function runLabelOf(runKey: string, courseKey: string): string {
  const whole = runKey.replace(/^course-v1:/, '');
  const rest = whole.startsWith(courseKey)
    ? whole.slice(courseKey.length).replace(/^[^\p{L}\p{N}]+/u, '')
    : '';
  return rest === '' ? whole : rest;
}

export interface SlugRequest {
  key: string;
  /** The slug that the item would like. */
  wanted: string;
  /** Milliseconds; the earliest of those that want the same slug has it plain. */
  firstSeen: number;
  /** The slug it was given before: it keeps that. */
  given?: string | undefined;
}

/**
 * Gives each item of one kind its slug. Of items that want the same one, the first seen, then the smallest
 * key, has it plain; the others get `-` and six hex digits of their key's hash. Slugs once given stay.
 * `taken` are slugs that nobody may have, e.g. of tombstones. A slug of digits only would be a list's page
 * number, so it always gets its hash.
 */
export function assignSlugs(
  requests: readonly SlugRequest[],
  taken: Iterable<string> = [],
): Map<string, string> {
  const used = new Set(taken);
  const slugs = new Map<string, string>();
  for (const { key, given } of requests) {
    if (given === undefined) continue;
    slugs.set(key, given);
    used.add(given);
  }
  const others = requests.filter((request) => request.given === undefined);
  for (const { key, wanted } of others.toSorted(byAge)) {
    const isPlain = !used.has(wanted) && !/^\d+$/.test(wanted);
    const slug = isPlain ? wanted : unusedSlug(`${wanted}-${hexHashOf(key).slice(0, 6)}`, used);
    slugs.set(key, slug);
    used.add(slug);
  }
  return slugs;
}

function byAge(one: SlugRequest, other: SlugRequest): number {
  return one.firstSeen - other.firstSeen || (one.key < other.key ? -1 : 1);
}

/** Two keys with the same six digits are as good as never met, yet must not share a page. */
function unusedSlug(slug: string, used: Set<string>): string {
  let candidate = slug;
  for (let number = 2; used.has(candidate); number += 1) candidate = `${slug}-${number}`;
  return candidate;
}
