import type { BankCourse } from './bank/types.ts';
import { createCourse, type SampleContext, type SampleCourse } from './create-course.ts';
import { catalogs } from './catalogs.ts';
import { createUuid, requireItem } from './random.ts';

const unlisted: BankCourse = {
  key: 'GPC+RST250x',
  title: 'Rust for the Cautious',
  line: 'Ownership, errors and the compiler that argues with you, and is right.',
  about:
    'The compiler refuses your first forty programs. By the forty-first you have understood why, and cannot write the bug any longer.',
  subjects: ['computer-science'],
  level: 'Intermediate',
  weeks: 8,
  effort: [5, 7],
  learn: [
    'Read what the compiler says, to the end.',
    'Own, lend and give back.',
    'Handle every error once.',
  ],
  syllabus: [
    'Ownership: One at a time.',
    'Borrowing: And returning.',
    'Errors: No exceptions.',
    'Threads: Without fear.',
  ],
  skills: ['Debugging', 'Testing', 'Operating systems'],
};

const vanished: BankCourse = {
  key: 'QPS+POD150x',
  title: 'The Company Podcast Nobody Skips',
  line: 'Five minutes, two voices, no jingle: plan and record six episodes.',
  about: 'Internal podcasts die in the fourth episode. We plan eight before recording the first.',
  subjects: ['communication'],
  level: 'Introductory',
  weeks: 4,
  effort: [2, 3],
  learn: ['Choose a subject that somebody waits for.', 'Cut before you record.'],
  syllabus: ['Plans: Eight episodes.', 'Voices: Two.', 'Cuts: Half of it.'],
  skills: ['Storytelling', 'Editing'],
};

/**
 * Runs that a catalog lists by themselves: one as the service's search document, whose course can be asked for
 * but is in no listing, and one in the reference's form whose course cannot be had at all.
 */
export function createLoneRuns(context: SampleContext) {
  const course = createCourse({ ...unlisted, place: 12, isExecutive: false }, context);
  const lost = createCourse({ ...vanished, place: 9, isExecutive: false }, context);
  const lostRun = requireItem(lost.course_runs, 0);
  return {
    /** In `courses.ndjson`, in no catalog. */
    unlistedCourse: course,
    items: [createSearchDocument(course), { ...lostRun, programs: [] }],
    catalog: requireItem(catalogs, 1).uuid,
    keys: [requireItem(course.course_runs, 0).key, lostRun.key],
  };
}

/** The flat form (api-ground-truth §5.2): no `seats`, `staff` and `course`; the aggregation key names the course. */
function createSearchDocument(course: SampleCourse) {
  const run = requireItem(course.course_runs, 0);
  return {
    content_type: 'courserun',
    aggregation_key: `courserun:${course.key}`,
    key: run.key,
    uuid: run.uuid,
    title: run.title,
    org: 'GPC',
    number: 'RST250x',
    partner: 'edx',
    status: run.status,
    published: true,
    short_description: run.short_description,
    full_description: run.full_description,
    start: run.start,
    end: run.end,
    go_live_date: run.go_live_date,
    enrollment_start: run.enrollment_start,
    enrollment_end: run.enrollment_end,
    availability: run.availability,
    pacing_type: run.pacing_type,
    language: 'English',
    transcript_languages: ['English'],
    content_language: run.content_language,
    level_type: run.level_type,
    weeks_to_complete: run.weeks_to_complete,
    min_effort: run.min_effort,
    max_effort: run.max_effort,
    mobile_available: run.mobile_available,
    seat_types: ['audit', 'verified'],
    has_enrollable_seats: true,
    is_enrollable: run.is_enrollable,
    is_marketable: run.is_marketable,
    first_enrollable_paid_seat_price: run.first_enrollable_paid_seat_price,
    program_types: [],
    image_url: course.card_image_url ?? course.original_image?.src ?? null,
    logo_image_urls: course.owners.map((owner) => owner.logo_image_url),
    subject_uuids: course.subjects.map((subject) => subject.uuid),
    skill_names: course.skill_names,
    skills: course.skills,
    staff_uuids: [createUuid('nobody')],
    marketing_url: run.marketing_url,
    enrollment_url: 'enrollment_url' in run ? run.enrollment_url : null,
  };
}
