import { isIPv4, isIPv6 } from 'node:net';

/** Beyond so many keys those that have been quiet are forgotten. */
const maxKeys = 50_000;

export interface RateLimit {
  /** Counts a request; answers the seconds to wait where there were too many, else undefined. */
  take(key: string): number | undefined;
}

/**
 * So many requests a minute for each key, after a pause all of them at once. Kept in memory: several servers
 * allow several times as many.
 */
export function createRateLimit({
  perMinute,
  now,
}: {
  perMinute: number;
  /** Milliseconds since 1970. */
  now: () => number;
}): RateLimit {
  const refillMs = 60_000 / perMinute;
  /** When each key's allowance is full again, oldest use first. */
  const fullAt = new Map<string, number>();
  return {
    take(key) {
      const time = now();
      const full = Math.max(fullAt.get(key) ?? time, time) + refillMs;
      const waitMs = full - time - 60_000;
      if (waitMs > 0.001) return Math.ceil(waitMs / 1000);
      fullAt.delete(key);
      fullAt.set(key, full);
      if (fullAt.size > maxKeys) forgetQuiet(fullAt, time);
      return undefined;
    },
  };
}

/** What counts as one address: an IPv4 address, or the half of an IPv6 address that one connection has to itself. */
export function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIPv4(plain) || !isIPv6(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::', 2);
  const before = head.split(':').filter((group) => group !== '');
  const after = (tail ?? '').split(':').filter((group) => group !== '');
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: gap }, () => '0'), ...after];
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}

function forgetQuiet(fullAt: Map<string, number>, time: number): void {
  for (const [key, full] of fullAt) if (full <= time) fullAt.delete(key);
  // All of them busy: the ones that were quiet for longest.
  for (const key of fullAt.keys()) {
    if (fullAt.size <= maxKeys) return;
    fullAt.delete(key);
  }
}
