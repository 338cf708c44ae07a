import path from 'node:path';
import { takeLock } from '#file-lock';
import { SyncBusyError } from './sync-error.ts';

/**
 * Makes this process the only one at work in a folder, until it calls what is returned or ends.
 * @throws a SyncBusyError where another process holds it
 */
export function lockDirectory(directory: string): () => void {
  const unlock = takeLock(path.join(directory, 'lock'));
  if (unlock !== undefined) return unlock;
  throw new SyncBusyError(
    `Another sync is at work in ${directory}. This one leaves it alone; wait until it has ended.`,
  );
}
