/** The day of a date as the API writes it: `2026-01-01T00:00:00Z` and `2026-01-01 00:00:00+00:00` alike. */
export function dayOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 10) : '';
}

/** The names of things that are texts in some answers and objects in others. */
export function namesOf(
  values:
    readonly (string | { name?: unknown; title?: unknown; key?: unknown })[] | null | undefined,
): string {
  return (values ?? [])
    .map((value) => (typeof value === 'string' ? value : (value.name ?? value.title ?? value.key)))
    .filter((name) => typeof name === 'string' && name !== '')
    .join(', ');
}
