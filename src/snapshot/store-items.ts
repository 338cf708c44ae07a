import {
  courseKeyOfRun,
  isVisibleProgram,
  isVisibleRun,
  mapCourse,
  mapProgram,
  parseUrl,
  type NoteTaker,
} from '#catalog';
import type {
  ContentItem,
  CourseResource,
  CourseRunResource,
  ProgramResource,
} from '#enterprise-api';
import type { SyncFindings } from './findings.ts';
import { richnessOf, type SnapshotWriter } from './writer.ts';

/** Stores what one page of a catalog holds. A run that comes alone waits until its course is known. */
export function storeContentItem(
  content: ContentItem,
  catalogUuid: string,
  writer: SnapshotWriter,
  findings: SyncFindings,
): void {
  if (content.kind === 'course') storeCourse(content.item, catalogUuid, writer, findings);
  else if (content.kind === 'program') storeProgram(content.item, catalogUuid, writer, findings);
  else storeLooseRun(content.item, catalogUuid, writer, findings);
}

export function storeCourse(
  course: CourseResource,
  catalogUuid: string,
  writer: SnapshotWriter,
  findings: SyncFindings,
  looseRuns: CourseRunResource[] = [],
): void {
  const note = findings.noteFor('course', course.key);
  const runs = course.course_runs ?? [];
  for (const run of [...runs, ...looseRuns]) {
    if (!isVisibleRun(run)) findings.addHidden('course-run', run.key);
  }
  const isSparse = isSearchDocument(course);
  writer.addItem(mapCourse(course, note, looseRuns), richnessOf(course), isSparse);
  if (isSparse) writer.noteSparse(catalogUuid, course.key, course);
  writer.addMembership(catalogUuid, 'course', course.key, urlOf(course.enrollment_url, note));
  for (const run of runs.filter(isVisibleRun)) {
    writer.addMembership(catalogUuid, 'course-run', run.key, urlOf(run.enrollment_url, note));
  }
}

/** New courses are listed as search documents, with names of partners only (api-ground-truth §5.2). */
function isSearchDocument({ owners, organizations }: CourseResource): boolean {
  return (owners ?? []).length === 0 && (organizations ?? []).length > 0;
}

export function storeProgram(
  program: ProgramResource,
  catalogUuid: string,
  writer: SnapshotWriter,
  findings: SyncFindings,
): void {
  if (!isVisibleProgram(program)) {
    findings.addHidden('program', program.uuid);
    return;
  }
  const note = findings.noteFor('program', program.uuid);
  writer.addItem(mapProgram(program, note), richnessOf(program));
  writer.addMembership(catalogUuid, 'program', program.uuid, urlOf(program.enrollment_url, note));
}

function storeLooseRun(
  run: CourseRunResource,
  catalogUuid: string,
  writer: SnapshotWriter,
  findings: SyncFindings,
): void {
  if (!isVisibleRun(run)) {
    findings.addHidden('course-run', run.key);
    return;
  }
  const courseKey = courseKeyOfRun(run);
  if (courseKey === undefined) {
    findings.addRefused({
      kind: 'course-run',
      key: run.key,
      problems: [
        { path: 'course', reason: 'The run names no course, so it has no page to stand on.' },
      ],
    });
    return;
  }
  const note = findings.noteFor('course-run', run.key);
  writer.addLooseRun(catalogUuid, run.key, courseKey, JSON.stringify(run));
  writer.addMembership(catalogUuid, 'course-run', run.key, urlOf(run.enrollment_url, note));
}

function urlOf(value: unknown, note: NoteTaker): string | undefined {
  return parseUrl(value, 'enrollment_url', note);
}
