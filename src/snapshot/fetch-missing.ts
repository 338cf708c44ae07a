import pLimit from 'p-limit';
import type { DatabaseSync } from 'node:sqlite';
import { courseOfRun } from '#catalog';
import {
  EnterpriseApiHttpError,
  type CourseRunResource,
  type EnterpriseApiClient,
} from '#enterprise-api';
import type { SyncFindings } from './findings.ts';
import { storeCourse, storeProgram } from './store-items.ts';
import type { SnapshotWriter } from './writer.ts';

export interface MissingDetails {
  programs: number;
  courses: number;
}

interface Context {
  client: EnterpriseApiClient;
  writer: SnapshotWriter;
  findings: SyncFindings;
  signal?: AbortSignal | undefined;
  onDetail: () => void;
}

const parallelDetails = 4;

/**
 * Fetches what the listings name but do not hold: programs that courses name, and the courses of runs that
 * come alone. One request for each. A 404 does not prove that the item is gone (api-ground-truth §5.3): a
 * program stays a name, a course is made from its run.
 */
export async function fetchMissing(context: Context): Promise<MissingDetails> {
  // One that a listing holds and that is not to be shown is not asked for again.
  const programs = namedPrograms(context.writer.database).filter(
    ({ uuid }) => !context.findings.isHidden('program', uuid),
  );
  const courses = coursesOfLooseRuns(context.writer.database);
  // Answers arrive in any order and are stored in this one, so that two syncs make the same snapshot.
  const limit = pLimit(parallelDetails);
  const programAnswers = programs.map(({ uuid, catalogUuid }) =>
    limit(() =>
      orMissing(
        context.client.fetchProgram(catalogUuid, uuid, { signal: context.signal }),
        context,
      ),
    ),
  );
  const courseAnswers = courses
    .filter(({ isHeld }) => !isHeld)
    .map(({ courseKey, catalogUuid }) =>
      limit(() =>
        orMissing(
          context.client.fetchCourse(catalogUuid, courseKey, { signal: context.signal }),
          context,
        ),
      ),
    );
  const [foundPrograms, foundCourses] = await Promise.all([
    Promise.all(programAnswers),
    Promise.all(courseAnswers),
  ]);
  context.writer.transaction(() => {
    for (const [index, { uuid, catalogUuid }] of programs.entries()) {
      const program = foundPrograms[index];
      if (program !== undefined)
        storeProgram(program, catalogUuid, context.writer, context.findings);
      else
        context.findings.noteFor('program', uuid)(
          'uuid',
          'is named by a course, but the API has no such program.',
        );
    }
    storeLooseRuns(context, courses, foundCourses);
  });
  return { programs: programs.length, courses: courseAnswers.length };
}

interface LooseCourse {
  courseKey: string;
  /** The first catalog that lists one of its runs. */
  catalogUuid: string;
  isHeld: boolean;
}

type FoundCourse = Awaited<ReturnType<EnterpriseApiClient['fetchCourse']>>;

function storeLooseRuns(
  context: Context,
  courses: LooseCourse[],
  found: (FoundCourse | undefined)[],
): void {
  const { writer, findings } = context;
  let next = 0;
  for (const { courseKey, catalogUuid, isHeld } of courses) {
    const runs = looseRunsOf(writer.database, courseKey);
    const [first] = runs;
    if (first === undefined) continue;
    if (isHeld) {
      writer.addRunsToCourse(
        courseKey,
        runs.map(({ run }) => run),
        findings.noteFor('course', courseKey),
      );
    } else {
      const course = found[next];
      next += 1;
      if (course === undefined)
        findings.noteFor('course', courseKey)(
          'key',
          'is not to be had; its page is made from its run.',
        );
      storeCourse(
        course ?? courseOfRun(first.run, courseKey),
        catalogUuid,
        writer,
        findings,
        runs.map(({ run }) => run),
      );
    }
    for (const run of runs) writer.addMembership(run.catalogUuid, 'course', courseKey, undefined);
  }
}

function namedPrograms(database: DatabaseSync): { uuid: string; catalogUuid: string }[] {
  return database
    .prepare(
      `SELECT named.uuid AS program, memberships.catalog_uuid AS catalog
       FROM (SELECT items.key AS course_key, json_extract(program.value, '$.uuid') AS uuid
             FROM items, json_each(items.json, '$.programs') AS program WHERE items.kind = 'course') AS named
         JOIN memberships ON memberships.kind = 'course' AND memberships.key = named.course_key
         JOIN catalogs ON catalogs.uuid = memberships.catalog_uuid
       WHERE NOT EXISTS (SELECT 1 FROM items WHERE kind = 'program' AND key = named.uuid)
       ORDER BY named.uuid, catalogs.position`,
    )
    .all()
    .map((row) => ({ uuid: String(row['program']), catalogUuid: String(row['catalog']) }))
    .filter(({ uuid }, index, rows) => uuid !== rows[index - 1]?.uuid);
}

function coursesOfLooseRuns(database: DatabaseSync): LooseCourse[] {
  return database
    .prepare(
      `SELECT course_key AS course, catalog_uuid AS catalog,
         EXISTS (SELECT 1 FROM items WHERE kind = 'course' AND key = course_key) AS held
       FROM loose_runs JOIN catalogs ON uuid = catalog_uuid ORDER BY course_key, position`,
    )
    .all()
    .map((row) => ({
      courseKey: String(row['course']),
      catalogUuid: String(row['catalog']),
      isHeld: Number(row['held']) === 1,
    }))
    .filter(({ courseKey }, index, rows) => courseKey !== rows[index - 1]?.courseKey);
}

function looseRunsOf(
  database: DatabaseSync,
  courseKey: string,
): { catalogUuid: string; run: CourseRunResource }[] {
  return database
    .prepare(
      `SELECT catalog_uuid, loose_runs.json AS json FROM loose_runs JOIN catalogs ON uuid = catalog_uuid
       WHERE course_key = ? ORDER BY position, loose_runs.key`,
    )
    .all(courseKey)
    .map((row) => ({
      catalogUuid: String(row['catalog_uuid']),
      run: JSON.parse(String(row['json'])) as CourseRunResource,
    }));
}

async function orMissing<Item>(answer: Promise<Item>, context: Context): Promise<Item | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof EnterpriseApiHttpError && error.status === 404) return undefined;
    throw error;
  } finally {
    context.onDetail();
  }
}
