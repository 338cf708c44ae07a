import { SyncError } from './sync-error.ts';

/** Whether the system, or SQLite, found no room to write. */
export function isDiskFull(error: unknown): boolean {
  return (
    error instanceof Error &&
    (/database or disk is full/.test(error.message) ||
      ('code' in error && (error.code === 'ENOSPC' || error.code === 'EFBIG')))
  );
}

/** The error for an operator, where it is that of a full disk; any other as it is. */
export function explainFullDisk(error: unknown, directory: string): unknown {
  if (!isDiskFull(error)) return error;
  return new SyncError(
    `The disk that holds ${directory} is full. The last snapshot stays in use; make room and run "npm run sync" again.`,
    { cause: error },
  );
}
