import { availabilityOf } from './availability.ts';
import { chooseRun } from './chosen-run.ts';
import { effortOf, programEffortOf } from './effort.ts';
import type { CourseOutline, ProgramOutline, RunOutline } from './outline.ts';
import { priceOf } from './price.ts';
import { enrollByOf, startOf, withExternalDates } from './run-dates.ts';
import { hueOf } from './subject-hue.ts';
import type { CourseCard, ProgramCard } from './views.ts';

/** The run that stands for a course, with the dates that it takes from its course. */
export function currentRunOf<Run extends RunOutline>(
  course: Pick<
    CourseOutline,
    'isExecutiveEducation' | 'externalDates' | 'advertisedRunUuid' | 'canonicalRunKey'
  > & {
    runs: readonly Run[];
  },
  now: number,
): Run | undefined {
  return chooseRun(
    { ...course, runs: course.runs.map((run) => withExternalDates(course, run)) },
    now,
  );
}

/**
 * A course's card at `now`: the same rules as its page, so the two never differ. `catalogs` are the names of
 * those that are worth naming.
 */
export function courseCardOf(
  course: CourseOutline,
  slug: string,
  now: number,
  catalogs: string[] = [],
): CourseCard {
  const run = currentRunOf(course, now);
  return {
    kind: 'course',
    key: course.key,
    slug,
    title: course.title,
    language: course.language,
    isExecutiveEducation: course.isExecutiveEducation,
    partners: course.partnerOverride === undefined ? course.partners : [course.partnerOverride],
    summary: course.summary,
    hue: hueOf(course.subjects[0]),
    level: course.level,
    pacing: run?.pacing,
    catalogs,
    availability: run === undefined ? undefined : availabilityOf(run, now),
    start: run === undefined ? undefined : startOf(run, now),
    weeks: run?.weeksToComplete,
    effort: effortOf(run),
    price: priceOf(course, run),
    enrollBy: run === undefined ? undefined : enrollByOf(course, run, now),
  };
}

export function programCardOf(
  program: ProgramOutline,
  slug: string,
  catalogs: string[] = [],
): ProgramCard {
  return {
    kind: 'program',
    key: program.key,
    slug,
    title: program.title,
    language: program.language,
    type: program.type,
    partners: program.partnerOverride === undefined ? program.partners : [program.partnerOverride],
    partnerKeys: program.partnerKeys,
    summary: program.summary,
    hue: hueOf(program.subjects[0]),
    level: program.level,
    catalogs,
    courseCount: program.courseCount,
    length: program.length,
    effort: programEffortOf(program),
    priceRange: program.priceRange,
  };
}
