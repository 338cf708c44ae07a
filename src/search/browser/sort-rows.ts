/**
 * Rows by their places in an order; those that share a place stay as they are given, best match first. What
 * lacks the value has the last place.
 */
export function sortRows(rows: readonly number[], places: Uint32Array): number[] {
  return rows.toSorted((one, other) => (places[one] ?? 0) - (places[other] ?? 0));
}
