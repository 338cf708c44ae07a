import pLimit from 'p-limit';
import type { DatabaseSync } from 'node:sqlite';
import { courseOfRun } from '#catalog';
import {
  EnterpriseApiHttpError,
  EnterpriseApiResponseError,
  type CourseRunResource,
  type EnterpriseApiClient,
  type Tagged,
} from '#enterprise-api';
import { findingScopes, type SyncFindings } from './findings.ts';
import { forgetDetail, planDetails, type DetailKind, type WantedDetail } from './plan-details.ts';
import { storeCourse, storeProgram } from './store-items.ts';
import type { SnapshotWriter } from './writer.ts';

/** What was asked for by itself. */
export interface MissingDetails {
  programs: number;
  courses: number;
  /** Of these, how many were read again only because of their age. */
  refreshed: number;
  /** How many were not asked for, because nothing that names them changed. */
  reused: number;
}

export interface DetailContext {
  client: EnterpriseApiClient;
  writer: SnapshotWriter;
  findings: SyncFindings;
  clock: () => number;
  /** From this age on a detail is read again, a share of them each night. */
  fullEveryMs: number;
  isFull: boolean;
  signal?: AbortSignal | undefined;
  onDetail: () => void;
}

type Answer<Item> = Tagged<Item> | 'missing' | 'failed';

const parallelDetails = 4;

/**
 * Fetches what the listings name but do not hold: programs that courses name, and the courses of runs that
 * come alone; and courses that are listed as search documents. One request for each, and none for one whose copy still stands (design §6.4). A 404 does not
 * prove that an item is gone (api-ground-truth §5.3): what was there stays, a program that never was is a
 * name, a course is made from its run.
 */
export async function fetchMissing(context: DetailContext): Promise<MissingDetails> {
  const { writer, client, signal } = context;
  const completed = await completeSparse(context);
  const plan = planDetails(context);
  const wanted = plan.filter(({ isRead }) => isRead);
  // Answers arrive in any order and are stored in this one, so that two syncs make the same snapshot.
  const limit = pLimit(parallelDetails);
  const programs = await Promise.all(
    ofKind(wanted, 'program').map((detail) =>
      limit(async () => ({
        detail,
        answer: await ask(
          client.fetchProgramIfChanged(detail.catalogUuid, detail.key, {
            etag: detail.etag,
            signal,
          }),
          context,
        ),
      })),
    ),
  );
  const courses = await Promise.all(
    ofKind(wanted, 'course').map((detail) =>
      limit(async () => ({
        detail,
        answer: await ask(
          client.fetchCourseIfChanged(detail.catalogUuid, detail.key, {
            etag: detail.etag,
            signal,
          }),
          context,
        ),
      })),
    ),
  );
  writer.transaction(() => {
    context.findings.enter(findingScopes.details);
    for (const { detail, answer } of programs) {
      record(detail, answer, context, (program) => {
        storeProgram(program, detail.catalogUuid, writer, context.findings);
      });
      if (answer === 'missing') noteMissing(detail, context);
    }
    for (const { detail, answer } of courses) {
      record(detail, answer, context, (course) => {
        storeCourse(course, detail.catalogUuid, writer, context.findings, runsOf(detail, writer));
      });
      if (answer === 'missing' || answer === 'failed') makeCourse(detail, context);
    }
    placeLooseRuns(context);
  });
  return {
    programs: programs.length,
    courses: courses.length + completed,
    refreshed: wanted.filter(({ isRefresh }) => isRefresh).length,
    reused: plan.length - wanted.length,
  };
}

/**
 * Asks for courses that are listed as search documents, where no fuller copy is there: price, partners and
 * pictures would be missing (api-ground-truth §5.2, §11.8).
 * @returns how many were asked for
 */
async function completeSparse(context: DetailContext): Promise<number> {
  const { writer, client, findings, signal } = context;
  const sparse = writer.database
    .prepare(
      `SELECT sparse.key, sparse.catalog_uuid AS catalog FROM sparse_courses AS sparse
       JOIN items ON items.kind = 'course' AND items.key = sparse.key AND items.richness <= sparse.richness
       JOIN memberships ON memberships.kind = 'course' AND memberships.key = sparse.key
         AND memberships.catalog_uuid = sparse.catalog_uuid
       ORDER BY sparse.key`,
    )
    .all()
    .map((row) => ({ key: String(row['key']), catalogUuid: String(row['catalog']) }));
  const limit = pLimit(parallelDetails);
  const answers = await Promise.all(
    sparse.map(({ key, catalogUuid }) =>
      limit(() =>
        ask(client.fetchCourseIfChanged(catalogUuid, key, { etag: undefined, signal }), context),
      ),
    ),
  );
  writer.transaction(() => {
    for (const [index, { key, catalogUuid }] of sparse.entries()) {
      const answer = answers[index];
      findings.enter(catalogUuid);
      if (typeof answer === 'object') storeCourse(answer.item, catalogUuid, writer, findings);
      else findings.noteFor('course', key)('key', 'is new, and its details could not be read yet.');
    }
    writer.database.exec('DELETE FROM sparse_courses');
  });
  return sparse.length;
}

function ofKind(details: readonly WantedDetail[], kind: DetailKind): WantedDetail[] {
  return details.filter((detail) => detail.kind === kind);
}

async function ask<Item>(
  request: Promise<Tagged<Item>>,
  { onDetail, signal }: DetailContext,
): Promise<Answer<Item>> {
  try {
    return await request;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof EnterpriseApiResponseError) return 'failed';
    if (!(error instanceof EnterpriseApiHttpError)) throw error;
    // One page of the portal is no reason to lose a night: what was there stays, and is asked for again.
    return error.status === 404 ? 'missing' : 'failed';
  } finally {
    onDetail();
  }
}

/** Stores what came, and remembers when it was asked for; of what failed the last copy stays. */
function record<Item>(
  { kind, key, catalogUuid, isHeld, naming }: WantedDetail,
  answer: Answer<Item>,
  { writer, findings, clock }: DetailContext,
  store: (item: Item) => void,
): void {
  if (answer === 'failed' || (answer === 'missing' && isHeld)) {
    const result = isHeld ? 'its last copy stays.' : 'it is asked for again next time.';
    findings.noteFor(kind, key)('key', `could not be read; ${result}`);
    return;
  }
  const { database } = writer;
  if (answer === 'unchanged') {
    database
      .prepare('UPDATE details SET read_at = ?, generation = ? WHERE kind = ? AND key = ?')
      .run(clock(), writer.generation, kind, key);
    return;
  }
  findings.forgetDetail(kind, key);
  forgetDetail(database, { kind, key });
  const isFound = answer !== 'missing';
  if (isFound) store(answer.item);
  database
    .prepare('INSERT OR REPLACE INTO details VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    .run(
      ...[kind, key, catalogUuid, clock(), writer.generation, Number(isFound), naming],
      isFound ? (answer.etag ?? null) : null,
    );
}

function noteMissing({ key }: WantedDetail, { findings }: DetailContext): void {
  findings.noteFor('program', key)(
    'uuid',
    'is named by a course, but the API has no such program.',
  );
}

/** A course that is not to be had, from the first of its runs. */
function makeCourse(detail: WantedDetail, { writer, findings }: DetailContext): void {
  const runs = runsOf(detail, writer);
  const [first] = runs;
  if (first === undefined || detail.isHeld) return;
  findings.noteFor('course', detail.key)('key', 'is not to be had; its page is made from its run.');
  const course = courseOfRun(first, detail.key);
  storeCourse(course, detail.catalogUuid, writer, findings, runs);
}

function runsOf({ key }: { key: string }, writer: SnapshotWriter): CourseRunResource[] {
  return looseRunsOf(writer.database, key).map(({ run }) => run);
}

/** Puts runs that come alone into their courses, and the courses into the catalogs that list the runs. */
function placeLooseRuns({ writer, findings }: DetailContext): void {
  const { database } = writer;
  const listed = database
    .prepare(
      `SELECT course_key AS key FROM loose_runs UNION
       SELECT items.key FROM runs JOIN items ON items.id = course_id WHERE is_loose = 1`,
    )
    .all()
    .map((row) => String(row['key']));
  const isDetail = database.prepare("SELECT 1 FROM details WHERE kind = 'course' AND key = ?");
  for (const key of listed) {
    const runs = looseRunsOf(database, key);
    if (isDetail.get(key) === undefined) {
      const resources = runs.map(({ run }) => run);
      writer.setLooseRuns(key, resources, findings.noteFor('course', key));
    }
    for (const { catalogUuid } of runs) writer.addMembership(catalogUuid, 'course', key, undefined);
  }
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
