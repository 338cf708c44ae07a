import { parseSiteEnvironment } from '#config';
import { openCurrentSnapshot, type SnapshotReader } from '#snapshot';

export interface Connection {
  snapshot: SnapshotReader;
  /** The moment of the build, in milliseconds. */
  now: number;
}

let connection: Connection | undefined;

/**
 * The current snapshot and the moment to build for, opened once. The moment is `BUILD_NOW`, which the render
 * command sets for the whole build; the dev server falls back to the present.
 */
export function connect(): Connection {
  if (connection === undefined) {
    const environment = parseSiteEnvironment(process.env);
    connection = {
      snapshot: openCurrentSnapshot(environment.snapshotDir),
      now: environment.buildNow ?? Date.now(),
    };
  }
  return connection;
}

export function getNow(): number {
  return connect().now;
}

/** What a page was asked for and the snapshot does not hold: a wrong address, never bad data. */
export function requireFound<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The snapshot holds no ${what}.`);
  return value;
}
