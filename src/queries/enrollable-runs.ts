import {
  enrollByOf,
  endOf,
  isListedAsAvailable,
  upgradeByOf,
  withExternalDates,
  type CourseOutline,
  type DateText,
  type Pacing,
  type RunOutline,
} from '#catalog';
import type { StoredItem } from '#snapshot';
import { connect } from './connection.ts';

/**
 * The runs in which learners with a license can be enrolled at the moment of the build: listed as available, and
 * their upgrade deadline not passed (peers §5.8). One course after the other, by key.
 */
export function* iterateEnrollableRuns(): Generator<EnrollableRunRecord> {
  const { snapshot, now } = connect();
  for (const stored of snapshot.outlines('course')) {
    for (const outline of stored.item.runs) {
      const run = withExternalDates(stored.item, outline);
      const upgradeBy = upgradeByOf(stored.item, run);
      const isUpgradeOver = upgradeBy !== undefined && endOf(upgradeBy) < now;
      if (isListedAsAvailable(run, now) && !isUpgradeOver) yield recordOf(stored, run);
    }
  }
}

function recordOf(
  { item: course, slug }: StoredItem<CourseOutline>,
  run: RunOutline,
): EnrollableRunRecord {
  const { snapshot, now } = connect();
  const catalogs = snapshot.memberships('course', course.key);
  return {
    key: run.key,
    courseKey: course.key,
    courseSlug: slug,
    title: course.title,
    partners: course.partnerOverride === undefined ? course.partners : [course.partnerOverride],
    start: run.start,
    end: run.end,
    enrollBy: enrollByOf(course, run, now)?.date,
    upgradeBy: upgradeByOf(course, run),
    pacing: run.pacing,
    language: run.language ?? course.language,
    catalogs: catalogs.map(({ catalogUuid }) => catalogUuid),
  };
}

interface EnrollableRunRecord {
  key: string;
  courseKey: string;
  courseSlug: string;
  title: string;
  partners: string[];
  start: DateText | undefined;
  end: DateText | undefined;
  /** The last day to enroll, as the course's page has it. */
  enrollBy: DateText | undefined;
  upgradeBy: DateText | undefined;
  pacing: Pacing | undefined;
  /** BCP 47. */
  language: string | undefined;
  /** UUIDs of those that have the course, in the order of the API. */
  catalogs: string[];
}
