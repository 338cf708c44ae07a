import { createHash } from 'node:crypto';

export interface Random {
  /** A whole number from `minimum` to `maximum`, both included. */
  integer(minimum: number, maximum: number): number;
  chance(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Different items, in the order of the list. */
  pickSome<Item>(items: readonly Item[], count: number): Item[];
}

/** Numbers that depend on the text alone (FNV-1a, then mulberry32). */
export function createRandom(text: string): Random {
  let state = hashText(text);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (minimum: number, maximum: number): number =>
    minimum + Math.floor(next() * (maximum - minimum + 1));
  return {
    integer,
    chance: (share) => next() < share,
    pick: (items) => requireItem(items, integer(0, items.length - 1)),
    pickSome(items, count) {
      const left = items.map((_, index) => index);
      const chosen: number[] = [];
      while (chosen.length < count && left.length > 0) {
        chosen.push(...left.splice(integer(0, left.length - 1), 1));
      }
      return chosen.sort((a, b) => a - b).map((index) => requireItem(items, index));
    },
  };
}

/** FNV-1a, 32 bit, over UTF-8. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

/** A UUID that depends on the text alone. */
export function createUuid(text: string): string {
  const hash = createHash('sha1').update(`prospectus-sandbox:${text}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

export function requireItem<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined)
    throw new Error(`The sample asked for item ${String(index)} of ${String(items.length)}.`);
  return item;
}
