import { outsideCourses } from './bank/programs.ts';
import { languages } from './bank/languages.ts';
import { createCourse, requirePartnerKey, type SampleContext } from './create-course.ts';
import { createDegree } from './create-degree.ts';
import { createOrganization, createPeople } from './create-organization.ts';
import { createTypeAttributes } from './create-program-reference.ts';
import { createSkill, createSubject } from './create-shared.ts';
import { catalogs } from './catalogs.ts';
import type { CourseSeed } from './course-seeds.ts';
import { paragraph } from './course-texts.ts';
import { formatTimestamp } from './dates.ts';
import { createEnrollmentUrl, createMarketingUrl, createMediaUrl } from './links.ts';
import type { ProgramPlan } from './program-plans.ts';
import { createRandom, createUuid, requireItem } from './random.ts';

/** A program: every field of reference §3.12.3, in the shape of its example. */
export function createProgram(plan: ProgramPlan, context: SampleContext) {
  const { today, randomSeed } = context;
  const random = createRandom(`${randomSeed}:program:${plan.uuid}`);
  const seeds = plan.seeds.filter((seed): seed is CourseSeed => typeof seed !== 'string');
  const isDegree = plan.courses.length === 0;
  const courses = plan.seeds.map((seed) =>
    typeof seed === 'string' ? createOutsideCourse(seed) : createProgramCourse(seed, context),
  );
  const weeks = seeds.map((seed) => seed.weeks);
  const hours = seeds.map((seed) => ((seed.effort[0] + seed.effort[1]) / 2) * seed.weeks);
  const codes = unique(seeds.map((seed) => languages[seed.language ?? 'en']?.code ?? 'en-us'));
  const skillNames = unique(seeds.flatMap((seed) => seed.skills));
  const prices = courses.flatMap(({ entitlements }) =>
    entitlements.map(({ price }) => Number(price)),
  );
  const type = createTypeAttributes(plan.type);
  const catalog = plan.catalogs[0] ?? requireItem(catalogs, 0).uuid;

  return {
    uuid: plan.uuid,
    title: plan.title,
    subtitle: plan.subtitle ?? plan.hook,
    type: plan.type,
    type_attrs: type,
    status: statuses[plan.title] ?? 'active',
    marketing_slug: plan.urlSlug,
    marketing_url: createMarketingUrl(`${type.slug}/${plan.urlSlug}`),
    banner_image: {},
    hidden: plan.title === 'A Pilot That Nobody Announced',
    courses,
    authoring_organizations: plan.partners.map(createOrganization),
    card_image_url:
      plan.place % 7 === 3 ? null : createMediaUrl('programs', type.slug, `${plan.uuid}.png`),
    is_program_eligible_for_one_click_purchase: !isDegree && plan.place % 2 === 0,
    degree: isDegree ? createDegree(plan, today) : null,
    curricula: isDegree ? [createCurriculum(plan)] : [],
    marketing_hook: plan.hook,
    total_hours_of_effort: isDegree ? null : Math.round(sum(hours)),
    recent_enrollment_count: isDegree ? 0 : random.integer(40, 2000),
    organization_short_code_override: '',
    organization_logo_override_url: null,
    primary_subject_override: isDegree ? createSubject('business-management') : null,
    level_type_override: isDegree ? { name: 'Intermediate', sort_value: 3 } : null,
    language_override: isDegree ? 'en-us' : null,
    labels: [],
    taxi_form: null,
    program_duration_override: isDegree ? '24 months, part time' : null,
    data_modified_timestamp: formatTimestamp(
      today,
      -random.integer(1, 200),
      random.integer(0, 999_999),
    ),
    excluded_from_search: plan.title === 'Security Bootcamp',
    excluded_from_seo: plan.title === 'Web Bootcamp: Twelve Weeks',
    has_ofac_restrictions: plan.place === 0 ? true : null,
    ofac_comment: '',
    overview: isDegree ? degreeOverview : paragraph(createOverview(plan)),
    weeks_to_complete: isDegree ? null : sum(weeks),
    weeks_to_complete_min: isDegree ? null : Math.min(...weeks),
    weeks_to_complete_max: isDegree ? null : Math.max(...weeks),
    min_hours_effort_per_week: isDegree ? null : Math.min(...seeds.map((seed) => seed.effort[0])),
    max_hours_effort_per_week: isDegree ? null : Math.max(...seeds.map((seed) => seed.effort[1])),
    video:
      plan.place % 5 === 0
        ? {
            src: `https://video.sandbox.example/watch/${plan.uuid}`,
            description: null,
            image: null,
          }
        : null,
    expected_learning_items: seeds.slice(0, 4).flatMap((seed) => seed.learn.slice(0, 1)),
    faq: plan.place % 3 === 0 && !isDegree ? programQuestions : [],
    credit_backing_organizations:
      plan.type === 'MicroMasters' ? plan.partners.slice(0, 1).map(createOrganization) : [],
    corporate_endorsements: plan.place % 9 === 0 ? [createEndorsement()] : [],
    job_outlook_items: plan.place % 4 === 0 && !isDegree ? jobOutlook : [],
    individual_endorsements: plan.place % 9 === 1 ? [createPersonalEndorsement(plan)] : [],
    languages: codes,
    transcript_languages: codes,
    subjects: unique(seeds.flatMap((seed) => seed.subjects)).map(createSubject),
    price_ranges:
      prices.length === 0
        ? []
        : [
            {
              currency: 'USD',
              min: Math.min(...prices),
              max: Math.max(...prices),
              total: sum(prices),
            },
          ],
    staff: isDegree ? [] : plan.partners.flatMap((partner) => createPeople(partner).slice(0, 2)),
    credit_redemption_overview:
      plan.type === 'MicroMasters'
        ? '<p>Who is admitted to the full degree brings the credit of all courses along.</p>'
        : null,
    applicable_seat_types: isDegree ? ['credit', 'verified'] : ['verified'],
    instructor_ordering: isDegree
      ? []
      : plan.partners.flatMap((partner) => createPeople(partner).slice(0, plan.place < 3 ? 3 : 2)),
    enrollment_count: isDegree ? 0 : random.integer(2000, 30_000),
    topics: skillNames.slice(0, 3),
    credit_value: plan.type === 'MicroMasters' ? 10 : 0,
    enterprise_subscription_inclusion: !isDegree,
    geolocation: null,
    location_restriction: null,
    is_2u_degree_program: isDegree,
    in_year_value: null,
    skill_names: skillNames,
    skills: skillNames.map(createSkill),
    product_source: isDegree
      ? { name: '2u', slug: '2u', description: 'External source for degrees' }
      : { name: 'edX', slug: 'edx', description: 'Open courses' },
    subscription_eligible: isDegree ? null : plan.place % 5 === 0,
    subscription_prices:
      plan.place % 5 === 0 && !isDegree ? [{ price: '39.00', currency: 'USD' }] : [],
    enrollment_url: createEnrollmentUrl('program', plan.uuid, catalog),
  };
}

const statuses: Record<string, string> = {
  'Office Software, the Old Edition': 'retired',
  'Master of Business Administration': 'unpublished',
};

const degreeOverview =
  'The same curriculum and the same teachers as on campus, in evening seminars of fifteen. Admission is decided by the university.';

const programQuestions = [
  {
    question: 'Must I take the courses in order?',
    answer: '<p>No, though the order is the one in which they help each other.</p>',
  },
  {
    question: 'How do I enroll?',
    answer: '<p>In the courses, one by one. The program follows by itself.</p>',
  },
];

const jobOutlook = [
  'Three of four postings at Tarnholt last year asked for part of what is taught here.',
  'People who finished it were asked for advice by other departments, and some regret it.',
];

function createOverview({ hook, courses }: ProgramPlan): string {
  return `${hook} Take its ${String(courses.length)} courses at your own pace or with a group; who finishes all of them receives a certificate of the whole.`;
}

/** Courses inside a program have no long texts. */
function createProgramCourse(seed: CourseSeed, context: SampleContext) {
  const {
    key,
    uuid,
    title,
    course_runs: runs,
    entitlements,
    owners,
    image,
    short_description,
    type,
    url_slug,
    course_type,
    enrollment_url,
    ...course
  } = createCourse(seed, context);
  return {
    key,
    uuid,
    title,
    course_runs: runs.map(({ full_description: _, outcome: __, staff: ___, ...run }) => run),
    entitlements,
    owners,
    image,
    short_description,
    type,
    url_slug,
    course_type,
    enterprise_subscription_inclusion: course.enterprise_subscription_inclusion,
    excluded_from_seo: course.excluded_from_seo,
    excluded_from_search: course.excluded_from_search,
    course_run_statuses: course.course_run_statuses,
    enrollment_url,
  };
}

/** A course that the program names and no catalog of the company has. */
function createOutsideCourse(key: string) {
  const [title, line] = outsideCourses[key] ?? [key, ''];
  return {
    key,
    uuid: createUuid(`course:${key}`),
    title,
    course_runs: [],
    entitlements: [
      { mode: 'verified', price: '199.00', currency: 'USD', sku: null, expires: null },
    ],
    owners: [createOrganization(requirePartnerKey(key))],
    image: null,
    short_description: paragraph(line),
  };
}

function createCurriculum({ uuid, title }: ProgramPlan) {
  return {
    uuid: createUuid(`curriculum:${uuid}`),
    name: '',
    marketing_text: `<p>The first year lays the ground; the second is yours to choose.</p><ul><li>Foundations of ${title.split(' ').at(-1) ?? ''}</li><li>Seminar in small groups</li><li>A project with a company</li></ul>`,
    marketing_text_brief: null,
    is_active: true,
    courses: [],
    programs: [],
  };
}

function createEndorsement() {
  return {
    corporation_name: 'Harrow & Finch Instruments',
    statement: '<p>We hire from it, and send our own people to it.</p>',
    image: null,
    individual_endorsements: [],
  };
}

function createPersonalEndorsement({ partners }: ProgramPlan) {
  return {
    endorser: createPeople(requireItem(partners, 0)).at(-1),
    quote: '<p>I send people here whom I would like to work with next year.</p>',
  };
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
