/** A sync that did not succeed: says what failed and what to do. The old snapshot stays the current one. */
export class SyncError extends Error {
  override name = 'SyncError' as const;
}
