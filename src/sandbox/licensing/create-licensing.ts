import { DatabaseSync } from 'node:sqlite';
import { readSampleCourses, type CatalogSource } from './sample-courses.ts';
import { createTables, isNew } from './schema.ts';
import { writeLicensingSample } from './write-sample.ts';

/** SQLite's code for a database that another connection writes to. */
const busyCode = 5;
const defaultLearners = 500;

export interface LicensingOptions {
  /** Where the state is kept; in memory. A new file gets the sample, another is used as it is. */
  file?: string | undefined;
  /** Rows of the first company's learner summary; 500. */
  learners?: number | undefined;
  /** The moment that counts as the present one; the clock's. */
  now?: Date | undefined;
  /** What the plans give access to; without, the learners take courses that no catalog holds. */
  catalogs?: CatalogSource | undefined;
}

/** Companies, plans, licenses, enrollments: the state of one sandbox. */
export type Licensing = ReturnType<typeof createLicensing>;

/**
 * Opens the state, with the sample where it is new.
 * @throws an Error whose message says what to do, where the file is none of this sandbox
 */
export function createLicensing(options: LicensingOptions = {}) {
  const { file = ':memory:', learners = defaultLearners, catalogs } = options;
  const database = openDatabase(file);
  const now = (): Date => options.now ?? new Date();
  const transact = createTransact(database);
  try {
    if (isNew(database)) {
      transact(() => {
        createTables(database);
        const courses = catalogs === undefined ? [] : readSampleCourses(catalogs);
        writeLicensingSample(database, { learners, now: now(), courses });
      });
    }
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    database,
    now,
    transact,
    close: (): void => {
      database.close();
    },
  };
}

/** Whether a write failed because another program is writing to the same file. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === busyCode;
}

function openDatabase(file: string): DatabaseSync {
  try {
    const database = new DatabaseSync(file);
    // Readers of a state file must not wait for a writer.
    if (file !== ':memory:') database.exec('PRAGMA journal_mode = WAL');
    return database;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The state file ${file} cannot be used: ${reason}.`, { cause: error });
  }
}

/** All of a change or nothing of it. */
function createTransact(database: DatabaseSync) {
  return <Result>(change: () => Result): Result => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = change();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  };
}
