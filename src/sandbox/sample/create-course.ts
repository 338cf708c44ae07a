import { companies } from './bank/texts.ts';
import {
  customer,
  createEnrollmentUrl,
  createMarketingUrl,
  createMediaUrl,
  createUrlSlug,
} from './links.ts';
import { catalogs, findCatalogs } from './catalogs.ts';
import { createCourseRun, type RunContext, type Track } from './create-course-run.ts';
import { createCourseTexts } from './course-texts.ts';
import type { CourseSeed } from './course-seeds.ts';
import { createRunKeys } from './course-run-keys.ts';
import { createOrganization, createPeople } from './create-organization.ts';
import { createImage, createSku, createSkill, createSubject } from './create-shared.ts';
import { formatDay, formatTimestamp } from './dates.ts';
import type { ProgramPlan } from './program-plans.ts';
import { createProgramReference } from './create-program-reference.ts';
import { createRandom, createUuid, requireItem, type Random } from './random.ts';
import { planRuns } from './schedule.ts';

export interface SampleContext {
  today: Date;
  randomSeed: string;
  programs: readonly ProgramPlan[];
}

/** Under which name and mark some partners sell executive education. */
const executiveSchools: Partial<Record<string, { name: string; logo: string }>> = {
  LSB: { name: 'Lindqvist Executive', logo: createMediaUrl('logos', 'lindqvist-executive.png') },
};

/** By place in the sample, every 61st. */
const locationRestrictions: Partial<Record<number, object>> = {
  17: { restriction_type: 'allowlist', countries: ['DE', 'AT', 'CH'], states: [] },
  40: { restriction_type: 'blocklist', countries: ['CN'], states: ['CA', 'NY'] },
};

const openPrices = [49, 79, 99, 129, 149, 169, 199, 249, 299] as const;
const executivePrices = [1450, 1900, 2450, 2800, 3200, 3900] as const;

/** A course with its runs: every field of reference §3.12.1, in the shape of its example. */
export function createCourse(seed: CourseSeed, { today, randomSeed, programs }: SampleContext) {
  const random = createRandom(`${randomSeed}:course:${seed.key}`);
  const partner = requirePartnerKey(seed.key);
  const uuid = createUuid(`course:${seed.key}`);
  const urlSlug = createUrlSlug(seed.title, seed.key);
  const texts = createCourseTexts(seed, randomSeed);
  const track = chooseTrack(seed);
  const school = seed.isExecutive ? executiveSchools[partner] : undefined;
  const price = random.pick(seed.isExecutive ? executivePrices : openPrices);
  const image = chooseImage(seed);
  const inSubscription = !seed.isExecutive && random.chance(0.85);
  const catalog = requireItem([...findCatalogs(seed), ...catalogs], 0).uuid;
  const people = createPeople(partner);
  const context: RunContext = {
    seed,
    today,
    randomSeed,
    texts,
    staff: seed.place % 11 === 6 ? [] : random.pickSome(people, random.integer(1, 3)),
    image: createImage(image === null ? null : image.replace(/\.png$/, '.small.png')),
    video: random.chance(0.3)
      ? {
          src: `https://video.sandbox.example/watch/${uuid}`,
          description: null,
          image: createImage(createMediaUrl('courses', seed.subjects[0], `${seed.key}.still.png`)),
        }
      : null,
    urlSlug,
    track,
    price,
    ofacRestricted: seed.place % 29 === 0,
    inSubscription,
    catalog,
  };
  const plans = planRuns(seed);
  const keys = createRunKeys(seed.key, plans, today);
  const runs = plans.map((plan, index) => createCourseRun(context, plan, requireItem(keys, index)));
  const advertised = runs.find(
    (run) =>
      run.is_enrollable && run.is_marketable && !run.hidden && run.availability !== 'Archived',
  );
  const enrollments = runs.reduce((sum, run) => sum + run.enrollment_count, 0);
  const modified = formatTimestamp(today, -random.integer(1, 400), random.integer(0, 999_999));

  return {
    key: seed.key,
    uuid,
    title: seed.title,
    course_runs: runs,
    entitlements: createEntitlements(seed.key, track, price),
    owners: findOwners(seed, partner).map(createOrganization),
    image: context.image,
    short_description: texts.shortDescription,
    type: createUuid(`course-type:${track}`),
    url_slug: urlSlug,
    course_type: courseTypes[track],
    enterprise_subscription_inclusion: inSubscription,
    excluded_from_seo: seed.place % 47 === 13,
    excluded_from_search: seed.place % 53 === 11,
    full_description: texts.fullDescription,
    level_type: seed.level,
    subjects: seed.subjects.map(createSubject),
    prerequisites: [],
    prerequisites_raw: texts.prerequisites,
    expected_learning_items: seed.isExecutive ? [...seed.learn] : [],
    video: context.video,
    sponsors: seed.place % 43 === 9 ? [createSponsor(random)] : [],
    modified,
    marketing_url: createMarketingUrl(`course/${urlSlug}`),
    syllabus_raw: texts.syllabus,
    outcome: texts.outcome,
    original_image: createImage(image),
    card_image_url: seed.place % 3 === 0 ? image : null,
    canonical_course_run_key: runs[0]?.key ?? null,
    extra_description: texts.extra,
    additional_information: texts.additional,
    additional_metadata: seed.isExecutive ? createExecutiveMetadata(uuid, runs, today) : null,
    faq: texts.faq,
    learner_testimonials: texts.testimonials,
    enrollment_count: enrollments,
    recent_enrollment_count: Math.floor(enrollments / 9),
    topics: seed.skills.slice(0, 2),
    key_for_reruns: '',
    url_slug_history: [urlSlug],
    url_redirects: [],
    course_run_statuses: [...new Set(runs.map((run) => run.status))],
    editors: createEditors(partner, seed.place),
    collaborators: [],
    skill_names: [...seed.skills],
    skills: seed.skills.map(createSkill),
    organization_short_code_override: school?.name ?? '',
    organization_logo_override_url: school?.logo ?? null,
    geolocation: null,
    location_restriction: locationRestrictions[seed.place % 61] ?? null,
    in_year_value: null,
    product_source: seed.isExecutive ? executiveSource : openSource,
    data_modified_timestamp: modified,
    watchers: [`course-watch@${partner.toLowerCase()}.example`],
    programs: programs
      .filter((program) => program.courses.includes(seed.key))
      .map((program) => createProgramReference(program)),
    course_run_keys: keys,
    editable: true,
    advertised_course_run_uuid: advertised?.uuid ?? null,
    enrollment_url: createEnrollmentUrl('course', seed.key, catalog),
  };
}

export type SampleCourse = ReturnType<typeof createCourse>;

const courseTypes: Record<Track, string> = {
  audit: 'audit',
  verified: 'verified-audit',
  professional: 'professional',
  credit: 'credit-verified-audit',
  executive: 'executive-education-2u',
};

const openSource = { name: 'edX', slug: 'edx', description: 'Open courses' };
const executiveSource = {
  name: '2u',
  slug: '2u',
  description: 'External source for executive education',
};

export function requirePartnerKey(key: string): string {
  return requireItem(key.split('+'), 0);
}

function chooseTrack({ place, isExecutive }: CourseSeed): Track {
  if (isExecutive) return 'executive';
  if (place % 10 === 3) return 'audit';
  if (place % 17 === 5) return 'professional';
  return place % 23 === 7 ? 'credit' : 'verified';
}

/** Most have a picture, some have none, and a few have an address at which there is none. */
function chooseImage({ key, place, subjects: [subject] }: CourseSeed): string | null {
  if (place % 15 === 8) return null;
  return place % 40 === 21
    ? createMediaUrl('missing', `${key}.png`)
    : createMediaUrl('courses', subject, `${key}.png`);
}

function createEntitlements(key: string, track: Track, price: number) {
  const mode = {
    audit: null,
    verified: 'verified',
    professional: 'professional',
    credit: 'verified',
    executive: 'paid-executive-education',
  }[track];
  if (mode === null) return [];
  return [
    {
      mode,
      price: price.toFixed(2),
      currency: 'USD',
      sku: createSku(`${key}:entitlement`),
      expires: null,
    },
  ];
}

/** Two of a program's partners teach some courses together. */
function findOwners({ key }: CourseSeed, partner: string): string[] {
  const companion = { 'KIT+ML305x': 'NHU', 'FSM+EPI220x': 'IPR', 'CPI+NRG150x': 'BRI' }[key];
  return companion === undefined ? [partner] : [partner, companion];
}

/** What the provider of executive education keeps beside the course (api-ground-truth §5.6, peers §5.3). */
function createExecutiveMetadata(
  uuid: string,
  runs: {
    start: string | null;
    end: string | null;
    enrollment_end: string | null;
    variant_id: string | null;
  }[],
  today: Date,
) {
  const run = runs[0];
  const page = `https://executive.sandbox.example/programs/${uuid}`;
  return {
    external_identifier: createUuid(`external:${uuid}`),
    external_url: `${page}?utm_source=${customer.slug}`,
    lead_capture_form_url: `${page}/brochure`,
    facts: [{ heading: '12', blurb: '<p>participants at most</p>' }],
    certificate_info: {
      heading: 'About the certificate',
      blurb: '<p>Signed by those who taught you.</p>',
    },
    organic_url: page,
    start_date: run?.start ?? null,
    end_date: run?.end ?? null,
    registration_deadline: run?.enrollment_end ?? null,
    variant_id: run?.variant_id ?? null,
    course_term_override: null,
    product_meta: null,
    product_status: 'active',
    external_course_marketing_type: 'short_course',
    display_on_org_page: true,
    data_modified_timestamp: formatDay(today, -30),
  };
}

function createSponsor(random: Random) {
  const name = random.pick(companies);
  return {
    uuid: createUuid(`sponsor:${name}`),
    name,
    description: '',
    homepage_url: 'https://sponsor.sandbox.example/',
    logo_image_url: createMediaUrl('logos', `${name.split(' ')[0] ?? name}.png`),
  };
}

/** Staff of the partner: never to be published, which is why the sample has them. */
function createEditors(partner: string, place: number) {
  if (place % 4 !== 1) return [];
  const address = `editor.${String(place % 7)}@${partner.toLowerCase()}.example`;
  return [
    {
      id: 1000 + place,
      user: { id: 500 + (place % 7), full_name: 'An Editor', email: address },
      role: 'course_editor',
    },
  ];
}
