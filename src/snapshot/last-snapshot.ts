import { DatabaseSync } from 'node:sqlite';
import { findSoundSnapshot } from './files.ts';
import { schemaVersion } from './schema.ts';
import type { SyncOptions } from './sync-options.ts';
import { readMeta } from './work-file.ts';

/** The files of the last snapshot, by what they are good for. */
export interface LastSnapshot {
  /** In use, whatever version of ours wrote it. */
  current: string | undefined;
  /** The same, where it has this version's tables. */
  comparable: string | undefined;
  /** The same, where it comes from the API that is read: it can be built upon. */
  previous: string | undefined;
}

/** What a sync has before it. */
export function findLastSnapshot(options: SyncOptions): LastSnapshot {
  const current = findSoundSnapshot(options.directory);
  const state = current === undefined ? undefined : readState(current);
  const comparable = state?.schemaVersion === schemaVersion ? current : undefined;
  const isOurs = state?.purpose.startsWith(`${sourceOf(options)} `) === true;
  return { current, comparable, previous: isOurs ? comparable : undefined };
}

/** What a snapshot says of itself; one that cannot be read says nothing. */
function readState(file: string): { schemaVersion: unknown; purpose: string } | undefined {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return {
      schemaVersion: readMeta(database, 'schemaVersion'),
      purpose: String(readMeta(database, 'purpose')),
    };
  } catch {
    return undefined;
  } finally {
    database.close();
  }
}

/** Names what is read: the API, and the company whose catalogs are kept. */
export function sourceOf({ source = '', enterpriseCustomer = '' }: SyncOptions): string {
  return `${source} ${enterpriseCustomer}`;
}
