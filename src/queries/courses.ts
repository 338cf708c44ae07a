import {
  availabilityOf,
  beginningOf,
  currentRunOf,
  effortOf,
  enrollByOf,
  enrollmentOf,
  hueOf,
  leadingProgramOf,
  opensOnOf,
  priceOf,
  recentEnrollmentOf,
  runLabelOf,
  startOf,
  withExternalDates,
  type Course,
  type CoursePage,
  type CourseRecord,
  type CourseRun,
  type CourseRunPage,
  type Offer,
  type ProgramLink,
  type RunView,
} from '#catalog';
import type { StoredItem } from '#snapshot';
import { connect, requireFound } from './connection.ts';
import { listLeft } from './left.ts';
import {
  catalogLinks,
  instructorLinks,
  languageSlug,
  levelSlug,
  partnerLinks,
  skillLinks,
  subjectLinks,
} from './links.ts';
import { openGraphOf } from './open-graph.ts';
import { logosOf, pictureOf, sponsorsOf, withTextPictures } from './pictures.ts';
import { relatedCourses } from './related.ts';

/** Courses, and those that have left. */
export function listCoursePaths(): { course: string }[] {
  return [...connect().snapshot.outlines('course'), ...listLeft('course')].map(({ slug }) => ({
    course: slug,
  }));
}

/** Runs that are not over at the moment of the build; archived ones are listed on the course's page. */
export function listCourseRunPaths(): { course: string; run: string }[] {
  const { snapshot, now } = connect();
  return [...snapshot.outlines('course')].flatMap(({ id, slug, item }) => {
    const slugs = snapshot.runSlugs(id);
    return item.runs
      .map((run) => withExternalDates(item, run))
      .filter((run) => availabilityOf(run, now) !== 'archived')
      .flatMap((run) => {
        const runSlug = slugs.get(run.key);
        return runSlug === undefined ? [] : [{ course: slug, run: runSlug }];
      });
  });
}

export function getCoursePage(slug: string): CoursePage {
  const stored = requireCourse(slug);
  const record = courseRecord(stored);
  const chosen = [...record.runs, ...record.pastRuns].find((view) => view.isChosen);
  return {
    ...record,
    chosen,
    ...conditionsOf(stored.item, chosen?.run),
    recentEnrollment: recentEnrollmentOf(chosen?.run, stored.item),
  };
}

export function getCourseRunPage(courseSlug: string, runSlug: string): CourseRunPage {
  const stored = requireCourse(courseSlug);
  const record = courseRecord(stored);
  const current = requireFound(
    record.runs.find((view) => view.slug === runSlug),
    `run "${runSlug}" of the course "${courseSlug}"`,
  );
  return {
    ...record,
    current,
    ...conditionsOf(stored.item, current.run),
    recentEnrollment: recentEnrollmentOf(current.run),
  };
}

/** How one enrolls in a course by a run, and what it costs in money and time. */
function conditionsOf(
  course: Course,
  run: CourseRun | undefined,
): Pick<CoursePage, 'enrollment' | 'price' | 'effort'> {
  const offers = run === undefined ? [] : offersOf(course, run);
  return {
    enrollment: enrollmentOf(run, offers, connect().now),
    price: priceOf(course, run),
    effort: effortOf(run),
  };
}

function requireCourse(slug: string): StoredItem<Course> {
  const stored = requireFound(connect().snapshot.findBySlug('course', slug), `course "${slug}"`);
  return { ...stored, item: withTextPictures(stored.item) };
}

function courseRecord(stored: StoredItem<Course>): CourseRecord {
  const { snapshot } = connect();
  const course = stored.item;
  const views = runViews(stored);
  const programs = programLinks(course);
  const hue = hueOf(course.subjects[0]?.key);
  return {
    course,
    slug: stored.slug,
    picture: pictureOf(course.imageUrl, 'item'),
    openGraph: openGraphOf(course, hue),
    logos: logosOf(course),
    sponsors: sponsorsOf(course),
    hue,
    partners: partnerLinks(course.partners),
    subjects: subjectLinks(course.subjects),
    skills: skillLinks(course.skills),
    levelSlug: levelSlug(course.level),
    languageSlug: languageSlug(course.language),
    catalogs: catalogLinks(
      snapshot.memberships('course', course.key).map(({ catalogUuid }) => catalogUuid),
    ),
    programs,
    leadingProgram: leadingProgramOf(programs),
    runs: views
      .filter(({ availability }) => availability !== 'archived')
      .toSorted((one, other) => startTime(one.run) - startTime(other.run)),
    pastRuns: views
      .filter(({ availability }) => availability === 'archived')
      .toSorted((one, other) => startTime(other.run) - startTime(one.run)),
    related: relatedCourses(stored),
    isNoindex: course.isExcludedFromSeo,
  };
}

function runViews({ id, item: course }: StoredItem<Course>): RunView[] {
  const { snapshot, now } = connect();
  const slugs = snapshot.runSlugs(id);
  const chosen = currentRunOf(course, now);
  return course.runs.map((stored) => {
    const run = withExternalDates(course, stored);
    const availability = availabilityOf(run, now);
    return {
      run: { ...run, instructors: instructorLinks(run.instructors) },
      slug: availability === 'archived' ? undefined : slugs.get(run.key),
      label: runLabelOf(run.key, course.key),
      availability,
      start: startOf(run, now),
      enrollBy: enrollByOf(course, run, now),
      opensOn: opensOnOf(run, now),
      price: priceOf(course, run),
      languageSlug: languageSlug(run.language),
      isChosen: run.key === chosen?.key,
    };
  });
}

/**
 * The links of the catalogs for a run: the run's own, else the course's (peers §2.2, 6). A catalog that gives
 * neither offers nothing.
 */
function offersOf(course: Course, run: CourseRun): Offer[] {
  const { snapshot } = connect();
  const ofRun = new Map(
    snapshot
      .memberships('course-run', run.key)
      .map((entry) => [entry.catalogUuid, entry.enrollmentUrl]),
  );
  const ofCourse = new Map(
    snapshot
      .memberships('course', course.key)
      .map((entry) => [entry.catalogUuid, entry.enrollmentUrl]),
  );
  return catalogLinks([...new Set([...ofRun.keys(), ...ofCourse.keys()])]).flatMap((catalog) => {
    const url = ofRun.get(catalog.uuid) ?? ofCourse.get(catalog.uuid);
    return url === undefined ? [] : [{ catalog, url }];
  });
}

/** Programs that the course names, in its order, then those that name it; only those in the snapshot have a page. */
function programLinks(course: Course): ProgramLink[] {
  const { snapshot } = connect();
  const named = new Map(course.programs.map((program) => [program.uuid, program]));
  const positions = new Map(
    snapshot.programsOfCourse(course.key).map(({ uuid, position }) => [uuid, position]),
  );
  const uuids = [...new Set([...named.keys(), ...[...positions.keys()].toSorted()])].filter(
    (uuid) => !hiddenPrograms().has(uuid),
  );
  return uuids.map((uuid) => {
    const stored = snapshot.outlineByKey('program', uuid);
    return {
      link: { name: stored?.item.title ?? named.get(uuid)?.title ?? uuid, slug: stored?.slug },
      type: stored?.item.type ?? named.get(uuid)?.type,
      position: positions.get(uuid),
      total: stored?.item.courseCount,
    };
  });
}

let hidden: Set<string> | undefined;

/** Programs that the source hides are not named either. */
function hiddenPrograms(): Set<string> {
  hidden ??= new Set(
    connect()
      .snapshot.report()
      .hidden.filter(({ kind }) => kind === 'program')
      .map(({ key }) => key),
  );
  return hidden;
}

function startTime(run: CourseRun): number {
  return run.start === undefined ? 0 : beginningOf(run.start);
}
