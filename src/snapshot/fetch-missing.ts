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

/** The client itself sends only a few at once. */
const detailsOfBatch = 20;

/**
 * Fetches what the listings name but do not hold: programs that courses name, and the courses of runs that
 * come alone; and courses that are listed as search documents. One request for each, and none for one whose
 * copy still stands (design §6.4). A 404 does not prove that an item is gone (api-ground-truth §5.3): what was
 * there stays, a program that never was is a name, a course is made from its run.
 */
export async function fetchMissing(context: DetailContext): Promise<MissingDetails> {
  const { writer, client } = context;
  const completed = await completeSparse(context);
  const plan = planDetails(context);
  const wanted = plan.filter(({ isRead }) => isRead);
  const { findings } = context;
  await askInBatches(
    ofKind(wanted, 'program'),
    client.fetchProgramIfChanged,
    context,
    (detail, answer) => {
      findings.enter(findingScopes.details);
      record(detail, answer, context, (program) => {
        storeProgram(program, detail.catalogUuid, writer, findings);
      });
      if (answer === 'missing' && !detail.isHeld) noteMissing(detail, context);
    },
  );
  await askInBatches(
    ofKind(wanted, 'course'),
    client.fetchCourseIfChanged,
    context,
    (detail, answer) => {
      findings.enter(findingScopes.details);
      record(detail, answer, context, (course) => {
        storeCourse(course, detail.catalogUuid, writer, findings, runsOf(detail, writer));
      });
      if (answer === 'missing' || answer === 'failed') makeCourse(detail, context);
    },
  );
  writer.transaction(() => {
    context.findings.enter(findingScopes.details);
    placeLooseRuns(context);
  });
  return {
    programs: ofKind(wanted, 'program').length,
    courses: ofKind(wanted, 'course').length + completed,
    refreshed: wanted.filter(({ isRefresh }) => isRefresh).length,
    reused: plan.length - wanted.length,
  };
}

/**
 * Asks for courses that are listed as search documents: price, partners and pictures would be missing
 * (api-ground-truth §5.2, §11.8). Again when the document changed, when the last try failed, and by age.
 * @returns how many were asked for
 */
async function completeSparse(context: DetailContext): Promise<number> {
  const { writer, client, findings, clock, fullEveryMs, isFull } = context;
  const { database, firstGeneration } = writer;
  forgetComplete(database, firstGeneration);
  const now = clock();
  const due = database
    .prepare(
      `SELECT key, catalog_uuid AS catalog FROM sparse_courses
       WHERE is_due = 1 OR asked_at > :now OR asked_at <= :old OR :isFull ORDER BY key`,
    )
    .all({ now, old: now - fullEveryMs, isFull: Number(isFull) })
    .map((row) => ({
      key: String(row['key']),
      catalogUuid: String(row['catalog']),
      etag: undefined,
    }));
  const settle = database.prepare(
    'UPDATE sparse_courses SET asked_at = ?, is_due = ? WHERE key = ?',
  );
  await askInBatches(due, client.fetchCourseIfChanged, context, ({ key, catalogUuid }, answer) => {
    findings.enter(catalogUuid);
    if (typeof answer === 'object') storeCourse(answer.item, catalogUuid, writer, findings);
    else findings.noteFor('course', key)('key', 'is new, and its details could not be read yet.');
    settle.run(clock(), Number(answer === 'failed'), key);
  });
  return due.length;
}

/** Courses that have left, or that this sync has read whole, are search documents no longer. */
function forgetComplete(database: DatabaseSync, firstGeneration: number): void {
  database
    .prepare(
      `DELETE FROM sparse_courses WHERE NOT EXISTS (SELECT 1 FROM memberships AS listed
           WHERE listed.kind = 'course' AND listed.key = sparse_courses.key AND listed.is_listed = 1)
         OR EXISTS (SELECT 1 FROM items WHERE items.kind = 'course' AND items.key = sparse_courses.key
           AND items.is_sparse = 0 AND items.generation >= ? AND sparse_courses.is_due = 1
           AND sparse_courses.asked_at = 0)`,
    )
    .run(firstGeneration);
}

interface AskedItem {
  key: string;
  catalogUuid: string;
  etag: string | undefined;
}

/**
 * Asks for items, so many at once, and stores each batch before the next: a sync that is cut off loses one batch
 * at most. Answers arrive in any order and are stored in that of the items, so that two syncs make the same
 * snapshot.
 */
async function askInBatches<Asked extends AskedItem, Item>(
  items: readonly Asked[],
  fetchIfChanged: (
    catalogUuid: string,
    key: string,
    options: { etag: string | undefined; signal?: AbortSignal | undefined },
  ) => Promise<Tagged<Item>>,
  context: DetailContext,
  store: (asked: Asked, answer: Answer<Item>) => void,
): Promise<void> {
  const { signal, writer } = context;
  for (let start = 0; start < items.length; start += detailsOfBatch) {
    const batch = items.slice(start, start + detailsOfBatch);
    const answers = await Promise.all(
      batch.map(async (asked) => {
        const { catalogUuid, key, etag } = asked;
        const answer = await ask(fetchIfChanged(catalogUuid, key, { etag, signal }), context);
        return { asked, answer };
      }),
    );
    writer.transaction(() => {
      for (const { asked, answer } of answers) store(asked, answer);
    });
  }
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
  { kind, key, catalogUuid, isHeld, naming, etag }: WantedDetail,
  answer: Answer<Item>,
  { writer, findings, clock }: DetailContext,
  store: (item: Item) => void,
): void {
  const { database } = writer;
  const put = database.prepare('INSERT OR REPLACE INTO details VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  if (answer === 'failed' || answer === 'unchanged' || (answer === 'missing' && isHeld)) {
    const isFailed = answer === 'failed';
    if (answer !== 'unchanged') {
      const result = isHeld ? 'its last copy stays.' : 'it is asked for again next time.';
      findings.noteFor(kind, key)('key', `could not be read; ${result}`);
    }
    const kept = [Number(isHeld), naming, etag ?? null, Number(isFailed)];
    put.run(...[kind, key, catalogUuid, clock(), writer.generation], ...kept);
    return;
  }
  findings.forgetDetail(kind, key);
  forgetDetail(database, { kind, key });
  const isFound = answer !== 'missing';
  if (isFound) store(answer.item);
  const found = [Number(isFound), naming, isFound ? (answer.etag ?? null) : null, 0];
  put.run(...[kind, key, catalogUuid, clock(), writer.generation], ...found);
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
  database.exec(
    `DELETE FROM memberships WHERE kind = 'course' AND is_listed = 0 AND NOT EXISTS
       (SELECT 1 FROM details WHERE details.kind = 'course' AND details.key = memberships.key
          AND details.catalog_uuid = memberships.catalog_uuid)`,
  );
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
