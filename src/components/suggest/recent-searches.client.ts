const key = 'recent-searches';
const most = 8;

/** What was looked for in this browser, the latest first. It is kept here and sent nowhere. */
export function readSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string') : [];
  } catch {
    // Storage is off, or holds what is not ours.
    return [];
  }
}

export function rememberSearch(query: string): void {
  keep([query, ...readSearches().filter((other) => !isSame(other, query))].slice(0, most));
}

export function forgetSearch(query: string): void {
  keep(readSearches().filter((other) => other !== query));
}

export function forgetSearches(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Then there are none.
  }
}

function keep(queries: readonly string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(queries));
  } catch {
    // A browser may refuse to keep anything; nothing else depends on it.
  }
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
