import { parseSiteEnvironment } from '#config';
import { getSiteOptions } from './site-options.ts';
import { openCurrentSnapshot, readAttempt, type SnapshotReader, type SyncAttempt } from '#snapshot';

export interface Connection {
  snapshot: SnapshotReader;
  /** The company's catalogs in the order of the API: a handful, which every page names. */
  catalogs: ReturnType<SnapshotReader['catalogs']>;
  /** How the last sync ended, where that is known. */
  attempt: SyncAttempt | undefined;
  /** The moment of the build, in milliseconds. */
  now: number;
}

let connection: Connection | undefined;

/**
 * The current snapshot and the moment to build for, opened once. The moment is `BUILD_NOW`, which render and
 * the dev server set for all they do; without it, the moment at which the data was read.
 */
export function connect(): Connection {
  if (connection === undefined) {
    const environment = parseSiteEnvironment(process.env);
    const { prices } = getSiteOptions();
    const snapshot = openCurrentSnapshot(environment.snapshotDir, { hasPrices: prices === 'show' });
    const now = environment.buildNow ?? Date.parse(snapshot.report().finishedAt);
    const attempt = readAttempt(environment.snapshotDir);
    connection = { snapshot, catalogs: snapshot.catalogs(), attempt, now };
  }
  return connection;
}

/** What a page was asked for and the snapshot does not hold: a wrong address, never bad data. */
export function requireFound<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The snapshot holds no ${what}.`);
  return value;
}
