import type { CourseInstanceLeaf, CourseLeaf, OrganizationLeaf, PersonLeaf } from 'schema-dts';
import type { CoursePage, CourseRecord, CourseRunPage, Instructor, RunView } from '#catalog';
import { addressOf, type PagePlace } from '../place.ts';
import { scheduleOf, workloadOf } from './durations.ts';
import { nodeOf } from './node.ts';
import { courseOffer } from './offers.ts';
import { imageOf, inBrief, providersOf, subjectTerms } from './parts.ts';

type Conditions = Pick<CoursePage, 'enrollment' | 'price'>;

/** A course with each of its runs that is not over. */
export function courseData(page: CoursePage, place: PagePlace): CourseLeaf {
  return courseNode(page, { place, runs: page.runs, shown: page.chosen, conditions: page });
}

/** The course of a run, with that run only. */
export function courseRunData(page: CourseRunPage, place: PagePlace): CourseLeaf {
  const { current } = page;
  return courseNode(page, { place, runs: [current], shown: current, conditions: page });
}

/** `shown` is the run whose price, offers and instructors the page shows. */
function courseNode(
  record: CourseRecord,
  {
    place,
    runs,
    shown,
    conditions: { enrollment, price },
  }: {
    place: PagePlace;
    runs: readonly RunView[];
    shown: RunView | undefined;
    conditions: Conditions;
  },
): CourseLeaf {
  const { course, slug, subjects, programs, picture } = record;
  const url = addressOf(place, (path) => path.course(slug));
  const id = `${url}#offer`;
  const offer = courseOffer({ id, price, enrollment, enrollBy: shown?.enrollBy });
  return nodeOf<CourseLeaf>({
    '@type': 'Course',
    url,
    name: course.title,
    courseCode: course.key,
    description: course.summary,
    inLanguage: course.language,
    image: imageOf(picture, place),
    provider: providersOf(course),
    sponsor: course.sponsors.map(sponsorNode),
    about: subjectTerms(subjects, place),
    teaches: course.skills.map(({ name }) => name),
    educationalLevel: course.level,
    coursePrerequisites: inBrief(course.prerequisites),
    // A program is no creative work, so only its address may stand here.
    isPartOf: programs.flatMap(({ link: { slug: program } }) =>
      program === undefined ? [] : addressOf(place, (path) => path.program(program)),
    ),
    dateModified: course.modified,
    offers: offer,
    hasCourseInstance: runs.map((view) =>
      instanceNode(view, {
        course: record,
        place,
        isShown: view.run.key === shown?.run.key,
        offer: offer && { '@id': id },
      }),
    ),
  });
}

function instanceNode(
  { run, slug }: RunView,
  {
    course: { course, slug: courseSlug },
    place,
    isShown,
    offer,
  }: {
    course: CourseRecord;
    place: PagePlace;
    isShown: boolean;
    offer: { '@id': string } | undefined;
  },
): CourseInstanceLeaf {
  return nodeOf<CourseInstanceLeaf>({
    '@type': 'CourseInstance',
    url: slug === undefined ? undefined : addressOf(place, (path) => path.run(courseSlug, slug)),
    name: run.title === course.title ? undefined : run.title,
    courseMode: 'Online',
    startDate: run.start,
    endDate: run.end,
    inLanguage: run.language === course.language ? undefined : run.language,
    courseWorkload: workloadOf(run),
    courseSchedule: scheduleOf(run),
    instructor: isShown ? run.instructors.map(personNode) : undefined,
    offers: isShown ? offer : undefined,
  });
}

function personNode({ name, position }: Instructor): PersonLeaf {
  return nodeOf<PersonLeaf>({ '@type': 'Person', name, jobTitle: position });
}

function sponsorNode({ name, url }: { name: string; url?: string | undefined }): OrganizationLeaf {
  return nodeOf<OrganizationLeaf>({ '@type': 'Organization', name, url });
}
